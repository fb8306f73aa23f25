import { stemOf } from '@jonction/domain/reference/title-words';

/** "Plombières" and "plombier" are one: a word stands beside its stem, in a copy as in a question. */
export function stemsOf(words: readonly string[]): string[] {
  return words.map(stemOf);
}

/** "Benhaddou" for "Ben Haddou": each word of a name joined to the next. */
export function joinedWords(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}${word}`);
}
