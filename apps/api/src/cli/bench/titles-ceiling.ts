import { type Evidence, gatherEvidence } from '@jonction/domain/reference/occupation-evidence';
import type { OccupationIndex } from '@jonction/domain/reference/occupation-index';
import { meaningfulStems, soughtWords } from '@jonction/domain/reference/sought-words';
import type { TitleToTry } from '../titles-tried.ts';

const signs = ['best', 'votes', 'titles', 'skills', 'domain', 'head', 'letters'] as const satisfies (keyof Evidence)[];

/**
 * How far the words of titles can lead at most: titles whose code comes first, or among five, for one sign at least of those that
 * the search weighs, were somebody to choose the sign knowing the answer. Ties count in favour. What no sign places has
 * no word to be found by.
 */
export function ceilingOf(index: OccupationIndex, titles: readonly TitleToTry[]): { top1: number; top5: number } {
  const positionOf = new Map(index.occupations.map(({ code }, position) => [code, position]));
  const ceiling = { top1: 0, top5: 0 };
  for (const { title, rome } of titles) {
    const stems = meaningfulStems(title);
    if (stems.length === 0) continue;
    const evidence = gatherEvidence(index, stems, soughtWords(index, stems));
    const right = rome.split('|').flatMap((code) => positionOf.get(code) ?? []);
    const rank = Math.min(...right.flatMap((position) => signs.map((sign) => rankOf(evidence[sign], position))));
    if (rank === 0) ceiling.top1 += 1;
    if (rank < 5) ceiling.top5 += 1;
  }
  return ceiling;
}

/** How many occupations a sign places above one; endless when it says nothing of it. */
function rankOf(values: Float64Array, position: number): number {
  const own = values[position] ?? 0;
  return own > 0 ? values.reduce((above, value) => above + (value > own ? 1 : 0), 0) : Number.POSITIVE_INFINITY;
}
