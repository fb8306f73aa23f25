import { type NearStem, nearStems } from './near-stems.ts';
import { keyOfStems, type OccupationIndex } from './occupation-index.ts';
import { stemOf, titleStems } from './title-words.ts';

/** One occupation for a title: its ROME v3 code, how sure (0..1, 1 the same words), the title that says it. */
export interface OccupationFound {
  code: string;
  score: number;
  title: string;
}

/**
 * The occupations that a job title may name, the likeliest first, at most `limit`, one line a code.
 * Accents, gender, plural, word order, usual abbreviations and slips of the keyboard do not matter.
 * Rule of the house: a title weighs by its rare words, and a code by the words its titles share.
 */
export function searchOccupations(index: OccupationIndex, title: string, limit: number): OccupationFound[] {
  const stems = meaningfulStems(title);
  if (stems.length === 0) return [];
  const words = stems.map((stem) => ({ near: nearStems(index, stem), weight: weightOf(index, stem) }));
  const best = bestTitles(index, stems, words);
  const context = contextScores(index, words);
  const found: (OccupationFound & { support: number })[] = [];
  for (const [occupation, top] of best) {
    const code = index.occupations[occupation]?.code;
    if (code === undefined) continue;
    const support = context.get(occupation) ?? 0;
    const score = top.exact ? 1 : Math.min(0.98, 0.55 * top.score + 0.25 * top.votes + 0.2 * support);
    found.push({ code, score, title: index.titles[top.position]?.text ?? '', support });
  }
  found.sort((a, b) => b.score - a.score || b.support - a.support || (a.code < b.code ? -1 : 1));
  return found.slice(0, limit).map(({ code, score, title: text }) => ({ code, score, title: text }));
}

/** Words that say how one works, not at what: left aside while another word remains. */
const contractWords = new Set(
  (
    'stage stagiaire apprenti apprentissage alternance alternant interim interimaire saisonnier saison cdi cdd cddi cesu pec benevole ' +
    'benevolat volontaire service-civique independant auto-entrepreneur autoentrepreneur artisan debutant confirme experimente ' +
    'poste emploi travail job mission contrat junior senior diplome agree decouverte observation temps partiel plein complet hf'
  )
    .split(' ')
    .map(stemOf),
);

export function meaningfulStems(title: string): string[] {
  const stems = titleStems(title);
  const meaningful = stems.filter((stem) => !contractWords.has(stem) && !/^\d+$/.test(stem));
  return meaningful.length > 0 ? meaningful : stems;
}

interface SoughtWord {
  near: readonly NearStem[];
  weight: number;
}

interface TitleFound {
  position: number;
  score: number;
  exact: boolean;
  /** Mean score of the occupation's nearest titles: several near titles are worth more than one. */
  votes: number;
}

const votingTitles = 4;

function weightOf(index: OccupationIndex, stem: string): number {
  // An unknown word says as much as a fairly rare one.
  return index.weightOfStem.get(stem) ?? Math.log(1 + index.occupations.length / 8);
}

function bestTitles(
  index: OccupationIndex,
  stems: readonly string[],
  words: readonly SoughtWord[],
): Map<number, TitleFound> {
  const sought = words.reduce((sum, word) => sum + word.weight, 0);
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
  const ofOccupation = new Map<number, Omit<TitleFound, 'votes'>[]>();
  for (const position of touched) {
    const title = index.titles[position];
    if (!title) continue;
    const ofSought = (matched[position] ?? 0) / sought;
    const ofTitle = Math.min(1, (covered[position] ?? 0) / title.weight);
    const sameHead = words[0]?.near.some(({ stem }) => stem === title.stems[0]) ? 0.04 : 0;
    const score = exact.has(position) ? 1 : Math.min(0.97, 0.96 * (0.6 * ofSought + 0.4 * ofTitle) + sameHead);
    const found = { position, score, exact: exact.has(position) };
    const others = ofOccupation.get(title.occupation);
    if (others) others.push(found);
    else ofOccupation.set(title.occupation, [found]);
  }
  const best = new Map<number, TitleFound>();
  for (const [occupation, found] of ofOccupation) {
    found.sort((a, b) => b.score - a.score);
    const votes = found.slice(0, votingTitles).reduce((sum, { score }) => sum + score, 0) / votingTitles;
    const top = found[0];
    if (top) best.set(occupation, { ...top, votes });
  }
  return best;
}

/** How much of the title's words each occupation uses in its own titles. */
function contextScores(index: OccupationIndex, words: readonly SoughtWord[]): Map<number, number> {
  const sought = words.reduce((sum, word) => sum + word.weight, 0);
  const scores = new Map<number, number>();
  for (const word of words) {
    const best = new Map<number, number>();
    for (const { stem, likeness } of word.near) {
      for (const [occupation, share] of index.sharesOfStem.get(stem) ?? []) {
        const value = likeness * Math.sqrt(share);
        if (value > (best.get(occupation) ?? 0)) best.set(occupation, value);
      }
    }
    for (const [occupation, value] of best) {
      scores.set(occupation, (scores.get(occupation) ?? 0) + (value * word.weight) / sought);
    }
  }
  return scores;
}
