import { z } from 'zod';
import { plainWords } from '../reference/plain-words.ts';

/** A structure keeps at most so many words of its own: more would be a dictionary. Rule of the house. */
export const mostOwnWords = 500;

/** What is longer is a sentence, not a word that people say. */
export const longestWord = 60;

export const addWordSchema = z.object({
  words: z
    .string()
    .trim()
    .max(longestWord, { error: 'bank.word_too_long' })
    .refine((words) => plainWords(words).join('').length >= 2, { error: 'bank.word_missing' })
    .refine((words) => !/\d{3}|@/.test(words), { error: 'bank.word_not_a_word' }),
  code: z.string().regex(/^[A-N]\d{4}$/, { error: 'participant.occupation_unknown' }),
});
