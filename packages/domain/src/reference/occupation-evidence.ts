import { letterLikeness } from './letter-profile.ts';
import { keyOfStems, type OccupationIndex } from './occupation-index.ts';
import type { SoughtWord } from './sought-words.ts';
import type { WordUses } from './word-uses.ts';

/** What speaks for each occupation, by its position; every figure 0..1 but `size`. */
export interface Evidence {
  /** Its nearest title, and the mean of its four nearest: several near titles are worth more than one. */
  best: Float64Array;
  votes: Float64Array;
  /** How much of what was typed its titles, its skills, and its whole domain use. */
  titles: Float64Array;
  skills: Float64Array;
  domain: Float64Array;
  /** The share of its titles that begin with the first word typed. */
  head: Float64Array;
  letters: Float64Array;
  /** Logarithm of the number of its titles: an occupation of many titles is asked for more. */
  size: Float64Array;
  /** Occupation -> the position of its nearest title. */
  nearest: ReadonlyMap<number, NearestTitle>;
}

export interface NearestTitle {
  position: number;
  /** The same words, whatever their order. */
  exact: boolean;
}

/** Weighs a title against every occupation of the index. Rule of the house. */
export function gatherEvidence(
  index: OccupationIndex,
  stems: readonly string[],
  words: readonly SoughtWord[],
): Evidence {
  const total = index.occupations.length;
  const weight = words.reduce((sum, word) => sum + word.weight, 0);
  const { best, votes, nearest } = compareTitles(index, stems, words, weight);
  const titles = usesOfWords(index.inTitles, words, weight, total);
  return {
    best,
    votes,
    titles,
    skills: usesOfWords(index.inSkills, words, weight, total),
    domain: shareWithDomain(index, titles),
    head: headShares(index, words[0], total),
    letters: letterLikeness(index.letters, stems),
    size: Float64Array.from(index.titlesOfOccupation, Math.log1p),
    nearest,
  };
}

const votingTitles = 4;

function compareTitles(
  index: OccupationIndex,
  stems: readonly string[],
  words: readonly SoughtWord[],
  sought: number,
): Pick<Evidence, 'best' | 'votes' | 'nearest'> {
  const matched = new Float64Array(index.titles.length);
  const covered = new Float64Array(index.titles.length);
  const seenBy = new Int32Array(index.titles.length).fill(-1);
  const touched: number[] = [];
  for (const [order, word] of words.entries()) {
    for (const { stem, likeness } of word.near) {
      const stemWeight = index.weightOfStem.get(stem) ?? 0;
      for (const position of index.titlesOfStem.get(stem) ?? []) {
        if (seenBy[position] === order) continue;
        if (seenBy[position] === -1) touched.push(position);
        seenBy[position] = order;
        matched[position] = (matched[position] ?? 0) + word.weight * likeness;
        covered[position] = (covered[position] ?? 0) + stemWeight * likeness;
      }
    }
  }
  const exact = new Set(index.titlesOfKey.get(keyOfStems(stems)));
  const scoresOf = new Map<number, number[]>();
  const nearest = new Map<number, NearestTitle>();
  const best = new Float64Array(index.occupations.length);
  for (const position of touched) {
    const title = index.titles[position];
    if (!title) continue;
    const { occupation } = title;
    const ofTitle = Math.min(1, (covered[position] ?? 0) / title.weight);
    const score = exact.has(position) ? 1 : 0.99 * (0.6 * ((matched[position] ?? 0) / sought) + 0.4 * ofTitle);
    if (score > (best[occupation] ?? 0)) {
      best[occupation] = score;
      nearest.set(occupation, { position, exact: exact.has(position) });
    }
    const scores = scoresOf.get(occupation);
    if (scores) scores.push(score);
    else scoresOf.set(occupation, [score]);
  }
  const votes = new Float64Array(index.occupations.length);
  for (const [occupation, scores] of scoresOf) {
    scores.sort((a, b) => b - a);
    votes[occupation] = scores.slice(0, votingTitles).reduce((sum, score) => sum + score, 0) / votingTitles;
  }
  return { best, votes, nearest };
}

function usesOfWords(uses: WordUses, words: readonly SoughtWord[], sought: number, total: number): Float64Array {
  const sums = new Float64Array(total);
  const best = new Float64Array(total);
  for (const word of words) {
    best.fill(0);
    for (const { stem, likeness } of word.near) {
      const users = uses.usersOfStem.get(stem);
      for (const [at, occupation] of users?.occupations.entries() ?? []) {
        best[occupation] = Math.max(best[occupation] ?? 0, likeness * (users?.uses[at] ?? 0));
      }
    }
    for (let position = 0; position < total; position++) {
      sums[position] = (sums[position] ?? 0) + ((best[position] ?? 0) * word.weight) / sought;
    }
  }
  return sums;
}

const domainNeighbours = 3;

/** The mean of the three occupations of the domain that speak most: a word of the trade lifts the whole trade. */
function shareWithDomain(index: OccupationIndex, uses: Float64Array): Float64Array {
  const means = new Map<readonly number[], number>();
  return Float64Array.from(index.domainOf, (domain) => {
    const known = means.get(domain);
    if (known !== undefined) return known;
    const highest = domain.map((position) => uses[position] ?? 0).sort((a, b) => b - a);
    const mean = highest.slice(0, domainNeighbours).reduce((sum, use) => sum + use, 0) / domainNeighbours;
    means.set(domain, mean);
    return mean;
  });
}

function headShares(index: OccupationIndex, first: SoughtWord | undefined, total: number): Float64Array {
  const heads = new Float64Array(total);
  for (const { stem, likeness } of first?.near ?? []) {
    for (const [occupation, share] of index.headsOfStem.get(stem) ?? []) {
      heads[occupation] = Math.max(heads[occupation] ?? 0, likeness * Math.sqrt(share));
    }
  }
  return heads;
}
