import { plainWords } from './plain-words.ts';
import { stemOf } from './title-words.ts';

/** A word of a structure's own, and the occupation (ROME v3 code) that it means there: "mécheuse" may be A1405. */
export interface OwnWord {
  words: string;
  code: string;
}

/** Where in what was typed one of these words stands: from which word on, over how many. */
export interface Meaning extends OwnWord {
  from: number;
  count: number;
}

/** An unfinished last word must be so long to stand for one of the structure's. Rule of the house. */
const leastUnfinished = 3;

/**
 * What a structure's own words mean in a question, those of most words first, then in the order typed. Every word must be there, in
 * its order, whatever its gender and number; the last one typed may be unfinished.
 */
export function meaningsIn(text: string, own: readonly OwnWord[]): Meaning[] {
  const typed = plainWords(text);
  const stems = typed.map(stemOf);
  const found = own.flatMap(({ words, code }) => {
    const wanted = plainWords(words);
    const from = typed.findIndex((_, start) => isSaidAt(start, { typed, stems }, wanted));
    return wanted.length === 0 || from === -1 ? [] : [{ words, code, from, count: wanted.length }];
  });
  return found.sort(
    (one, other) => other.count - one.count || one.from - other.from || (one.code < other.code ? -1 : 1),
  );
}

function isSaidAt(
  start: number,
  { typed, stems }: { typed: readonly string[]; stems: readonly string[] },
  wanted: readonly string[],
): boolean {
  if (start + wanted.length > typed.length) return false;
  return wanted.every((word, place) => {
    const at = start + place;
    if (stems[at] === stemOf(word)) return true;
    const unfinished = typed[at] ?? '';
    return at === typed.length - 1 && unfinished.length >= leastUnfinished && word.startsWith(unfinished);
  });
}
