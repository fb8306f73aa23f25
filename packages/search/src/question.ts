import { joinedWords, stemsOf } from '@jonction/db/search/words';
import { type Meaning, meaningsIn, type OwnWord } from '@jonction/domain/reference/own-word';
import { plainWords } from '@jonction/domain/reference/plain-words';

const mostWords = 8;

/** What was typed, ready to be asked. The last word may be unfinished; the stems stand for finished words. */
export interface TypedWords {
  words: string[];
  stems: string[];
  /** The words with two neighbours written as one: "ben haddou" also asks for "benhaddou". */
  joined: string[][];
  /** The words with the code of an occupation where the structure's own words say it. */
  meant: MeantWords[];
}

export interface MeantWords {
  words: string[];
  stems: string[];
  /** The last word may be unfinished: a code never is. */
  unfinished: boolean;
}

export function readTyped(text: string, own: readonly OwnWord[] = []): TypedWords {
  const words = plainWords(text).slice(0, mostWords);
  const joined = joinedWords(words).map((one, index) => [...words.slice(0, index), one, ...words.slice(index + 2)]);
  const meanings = meaningsIn(words.join(' '), own);
  const together = apart(meanings);
  const asked = [...meanings.map((one) => [one]), ...(together.length > 1 ? [together] : [])];
  return { words, stems: stemsOf(words), joined, meant: asked.map((ones) => withCodes(words, ones)) };
}

/** Meanings that share no word, so that all of them hold at once. */
function apart(meanings: readonly Meaning[]): Meaning[] {
  const kept: Meaning[] = [];
  for (const one of meanings) {
    if (kept.every((other) => one.from + one.count <= other.from || other.from + other.count <= one.from))
      kept.push(one);
  }
  return kept;
}

function withCodes(words: readonly string[], meanings: readonly Meaning[]): MeantWords {
  const last = words.length - 1;
  const asked = words.flatMap((word, at) => {
    const held = meanings.find(({ from, count }) => at >= from && at < from + count);
    if (!held) return [word];
    return at === held.from ? plainWords(held.code) : [];
  });
  const ends = meanings.some(({ from, count }) => from + count - 1 === last);
  return { words: asked, stems: stemsOf(asked), unfinished: !ends };
}
