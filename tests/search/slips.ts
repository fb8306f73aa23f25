import { chance } from './bank.ts';

const letters = 'abcdefghijklmnoprstuvxyz';

/** One slip of the keyboard in each word of eight letters or fewer, two in a longer one now and then; never before the 2nd letter of four. */
export function misspell(term: string, seed: number): string {
  const { below, of } = chance(seed);
  const words = term.split(' ');
  const long = words.map((word, index) => ({ word, index })).filter(({ word }) => word.length >= 5);
  if (long.length === 0) return term;
  const { index } = of(long);
  const slip = (word: string): string => {
    const at = below(word.length - 1) + (below(8) === 0 ? 0 : 1);
    const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    switch (below(4)) {
      case 0:
        return `${before}${after}`;
      case 1:
        return `${before}${here}${here}${after}`;
      case 2:
        return `${before}${of([...letters].filter((letter) => letter !== here))}${after}`;
      default:
        return after === '' ? `${before}${of([...letters])}` : `${before}${after[0]}${here}${after.slice(1)}`;
    }
  };
  return words
    .map((word, place) => {
      if (place !== index) return word;
      const once = slip(word);
      return word.length >= 10 && below(3) === 0 ? slip(once) : once;
    })
    .join(' ');
}
