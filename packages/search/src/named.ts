import type { Tx } from '@jonction/db/client';
import { findNearWords, isNameOfSomebody } from '@jonction/db/search/find';
import { joinedWords } from '@jonction/db/search/words';
import { isFirstName } from '@jonction/domain/bank/first-names';
import { plainWords } from '@jonction/domain/reference/plain-words';
import { stemOf } from '@jonction/domain/reference/title-words';
import { slipsAllowed, slipsBetween } from './near-words.ts';

const mostCandidates = 20;

export interface Naming {
  structureId: string;
  text: string;
  /** Whether a plain word belongs to the trades: then it is a name only where the whole query is one. */
  isTrade(word: string): boolean;
  /** Nobody had these very words: who bears a name spelt nearly so may be meant. */
  near: boolean;
}

/**
 * Whether a query names somebody of the structure: all of it is one person's name, or one of its words is a name and no word of any
 * trade; or it holds a first name. Asked of the copy in PostgreSQL, where names are words of weight A.
 */
export async function namesSomebody(tx: Tx, { structureId, text, isTrade, near }: Naming): Promise<boolean> {
  const words = plainWords(text).filter((word) => word.length > 1);
  const last = words.at(-1);
  if (last === undefined) return false;
  const apart = words.filter((word) => !isTrade(word));
  if (apart.some(isFirstName)) return true;
  const looked = near
    ? await findNearWords(
        tx,
        structureId,
        apart.filter((word) => slipsAllowed(word) > 0),
        mostCandidates,
      )
    : [];
  const asked = (word: string): string => {
    const others = looked.filter(
      (one) => one.asked === word && slipsBetween(word, one.word, word === last) <= slipsAllowed(word),
    );
    const unfinished = word === last && apart.includes(word);
    // Beside the names themselves a copy holds, with weight D, their stems and two of them written as one.
    const weight = apart.includes(word) ? 'AD' : 'A';
    return `(${[`'${word}':${unfinished ? '*' : ''}${weight}`, `'${stemOf(word)}':${weight}`, ...others.map((one) => `'${one.word}':A`)].join(' | ')})`;
  };
  const joined = joinedWords(words).map((word) => `'${word}':A`);
  const whole = `(${words.map(asked).join(' & ')})`;
  return isNameOfSomebody(tx, structureId, [whole, ...joined, ...apart.map(asked)].join(' | '));
}
