import { joinedWords, plainWords, stemsOf } from '@jonction/db/search/words';

const mostWords = 8;

/** What was typed, ready to be asked. The last word may be unfinished; the stems stand for finished words. */
export interface TypedWords {
  words: string[];
  stems: string[];
  /** The words with two neighbours written as one: "ben haddou" also asks for "benhaddou". */
  joined: string[][];
}

export function readTyped(text: string): TypedWords {
  const words = plainWords(text).slice(0, mostWords);
  const joined = joinedWords(words).map((one, index) => [...words.slice(0, index), one, ...words.slice(index + 2)]);
  return { words, stems: stemsOf(words), joined };
}
