import { foldText, stemOf } from '@jonction/domain/reference/title-words';

const smallWords = new Set('a au aux d de des du en et l la le les ou'.split(' '));

/** Words as every copy holds them and every question is asked: no accent, no case, no sign, no word that says nothing. */
export function plainWords(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word));
}

/** "Plombières" and "plombier" are one: a word stands beside its stem, in a copy as in a question. */
export function stemsOf(words: readonly string[]): string[] {
  return words.map(stemOf);
}

/** "Benhaddou" for "Ben Haddou": each word of a name joined to the next. */
export function joinedWords(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}${word}`);
}
