import { foldText, stemOf } from './title-words.ts';

const smallWords = new Set('a au aux d de des du en et l la le les ou'.split(' '));

/** Words as every copy holds them and every question is asked: no accent, no case, no sign, no word that says nothing. */
export function plainWords(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !smallWords.has(word));
}

/** One text for all the spellings of the same words, whatever their gender and number: "Balayeuses" and "balayeur" are one. */
export function stemsKey(text: string): string {
  return plainWords(text).map(stemOf).join(' ');
}
