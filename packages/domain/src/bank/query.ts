import { z } from 'zod';

/** A query is kept so long, then deleted; who asked it, so long. Rule of the house, after article 5(1)(e) of the GDPR. */
export const queryKeptMonths = 12;
export const askerKeptHours = 24;

/** A pause so short means that somebody was still typing: what she typed next takes the place of what she had. */
export const stillTypingMs = 5_000;
/** Going on with the same words, within so long, is one query still. */
export const sameQueryMs = 120_000;
/** A file opened within so long was opened because of the query. */
export const opensWithinMs = 600_000;

export interface AskedBefore {
  words: string | null;
  /** Milliseconds since it was asked. */
  agoMs: number;
}

/** Whether a query goes on with the one before: somebody types, corrects herself, adds a word or takes one away. */
export function goesOn(before: AskedBefore, words: string | null): boolean {
  if (before.agoMs > sameQueryMs) return false;
  if (before.words === null || words === null) return before.words === words;
  if (before.agoMs <= stillTypingMs) return true;
  const [one, other] = [before.words.toLowerCase(), words.toLowerCase()];
  return one.startsWith(other) || other.startsWith(one);
}

/** An address, or the number of a file, a telephone or a social security card: words of nobody else's business. */
export function holdsNumberOrAddress(words: string): boolean {
  return /@|\d(?:[ .-]?\d){2}|^\W*\d+\W*$/.test(words);
}

export const queryViews = ['nothing', 'unopened'] as const;
export type QueryView = (typeof queryViews)[number];

/** Queries that found nobody, or whose results nobody opened, over the last months. */
export const listQueriesSchema = z.object({
  view: z.enum(queryViews).default('nothing'),
  months: z.int().min(1).max(queryKeptMonths).default(3),
  page: z.int().min(1).max(1_000).default(1),
});
export const queriesPageSize = 25;
