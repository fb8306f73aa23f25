import { type Evidence, gatherEvidence } from './occupation-evidence.ts';
import { keyOfStems, type OccupationIndex } from './occupation-index.ts';
import type { OwnWord } from './own-word.ts';
import { meaningfulStems, soughtWords } from './sought-words.ts';

export { meaningfulStems } from './sought-words.ts';

/** One occupation for a title: its ROME v3 code, how sure (0..1, 1 the same words), the title that says it. */
export interface OccupationFound {
  code: string;
  score: number;
  title: string;
}

/**
 * The occupations that a job title may name, the likeliest first, at most `limit`, one line a code.
 * Accents, gender, plural, word order, usual abbreviations and slips of the keyboard do not matter.
 * Rule of the house: the same words come first, then what the signs of `gatherEvidence` make likely.
 */
export function searchOccupations(index: OccupationIndex, title: string, limit: number): OccupationFound[] {
  const stems = meaningfulStems(title);
  if (stems.length === 0) return [];
  const own = index.own?.get(keyOfStems(stems)) ?? [];
  if (own.length > 0) return ownFirst(index, own, title, limit);
  const evidence = gatherEvidence(index, stems, soughtWords(index, stems));
  const found: { occupation: number; likely: number; exact: boolean }[] = [];
  for (let occupation = 0; occupation < index.occupations.length; occupation++) {
    if (!speaksFor(evidence, occupation)) continue;
    const exact = evidence.nearest.get(occupation)?.exact ?? false;
    found.push({ occupation, likely: likelihood(evidence, occupation), exact });
  }
  found.sort((a, b) => Number(b.exact) - Number(a.exact) || b.likely - a.likely || a.occupation - b.occupation);
  let least = 1;
  return found.slice(0, limit).map(({ occupation, exact }) => {
    // Never surer of an occupation than of one that comes before it.
    least = exact ? 1 : Math.min(least, sureness(evidence, occupation));
    const known = index.occupations[occupation];
    const nearest = evidence.nearest.get(occupation);
    const text = nearest && index.titles[nearest.position]?.text;
    return { code: known?.code ?? '', score: least, title: text ?? known?.label ?? '' };
  });
}

/** The same index for a structure that has words of its own: whatever the reference makes of them, these come first, surely. */
export function withOwnWords(index: OccupationIndex, words: readonly OwnWord[]): OccupationIndex {
  if (words.length === 0) return index;
  const own = new Map<string, OwnWord[]>();
  for (const word of words) {
    const key = keyOfStems(meaningfulStems(word.words));
    own.set(key, [...(own.get(key) ?? []), word]);
  }
  return { ...index, own };
}

function ownFirst(index: OccupationIndex, own: readonly OwnWord[], title: string, limit: number): OccupationFound[] {
  const { own: _, ...reference } = index;
  const meant = own.map(({ words, code }) => ({ code, score: 1, title: words }));
  const others = searchOccupations(reference, title, limit).filter(({ code }) => !own.some((one) => one.code === code));
  // The structure has said what the word means: nothing else is as sure.
  return [...meant, ...others.map((one) => ({ ...one, score: Math.min(one.score, 0.98) }))].slice(0, limit);
}

type Sign = 'best' | 'titles' | 'skills' | 'domain' | 'head' | 'letters' | 'size';

/**
 * How much each sign counts. Learned once, by maximum likelihood (multinomial logit), on a fifth of the official version 3
 * titles, each hidden from an index of the others and searched as it is and misspelt.
 */
const weights: Readonly<Record<Sign, number>> = {
  best: 3.2,
  titles: 6.2,
  skills: 5.6,
  domain: 2.8,
  head: 3.2,
  letters: 7.4,
  size: 1.2,
};
const signs = Object.entries(weights) as [Sign, number][];

function likelihood(evidence: Evidence, occupation: number): number {
  return signs.reduce((sum, [sign, weight]) => sum + weight * (evidence[sign][occupation] ?? 0), 0);
}

function speaksFor(evidence: Evidence, occupation: number): boolean {
  const spoken = (sign: Sign): number => evidence[sign][occupation] ?? 0;
  return spoken('best') > 0 || spoken('skills') > 0 || spoken('letters') > leastLetters;
}

/** Under this, letters meet by chance. */
const leastLetters = 0.05;

/** How near the words are to the occupation's titles, whatever its rank: what a reader may hold against a bar. */
function sureness(evidence: Evidence, occupation: number): number {
  const spoken = (sign: 'best' | 'votes' | 'titles'): number => evidence[sign][occupation] ?? 0;
  return Math.min(0.98, 0.55 * spoken('best') + 0.25 * spoken('votes') + 0.2 * spoken('titles'));
}
