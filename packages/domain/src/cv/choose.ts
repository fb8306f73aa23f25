import type { Day } from '../shared/day.ts';

/** What a choice between the CVs of one person looks at. All of them are confirmed. */
export interface ChoosableCv {
  id: string;
  /** ROME codes, the one she would rather have first. */
  occupations: readonly string[];
  current: boolean;
  confirmedOn: Day | null;
}

/** Codes near the one asked, nearest group first: close mobility, then with some training. */
export type NearCodes = readonly (readonly string[])[];

/**
 * The CV that goes out for an occupation: the one that names it, else the one that names an occupation near it, else her
 * current one. Among several the one that has it first in its list, then the current one, then the last confirmed. Nothing
 * asked is the current one; null when she has none. Rule of the house: a company that asks for a cleaner reads a cleaner's CV.
 */
export function chooseCv<Cv extends ChoosableCv>(
  cvs: readonly Cv[],
  asked: { code: string; near: NearCodes } | null,
): Cv | null {
  const groups = asked === null ? [] : [[asked.code], ...asked.near];
  for (const codes of groups) {
    const naming = cvs.filter(({ occupations }) => placeOf(occupations, codes) !== -1);
    const [best] = naming.toSorted(
      (one, other) => placeOf(one.occupations, codes) - placeOf(other.occupations, codes) || byStanding(one, other),
    );
    if (best) return best;
  }
  return cvs.toSorted(byStanding)[0] ?? null;
}

/** Where the first of some codes stands in a list; -1 when none does. */
function placeOf(occupations: readonly string[], codes: readonly string[]): number {
  return occupations.findIndex((code) => codes.includes(code));
}

/** The current one first, then the last confirmed; ids part the rest, so that two readings agree. */
export function byStanding(one: ChoosableCv, other: ChoosableCv): number {
  if (one.current !== other.current) return one.current ? -1 : 1;
  const [left, right] = [one.confirmedOn ?? '', other.confirmedOn ?? ''];
  if (left !== right) return left > right ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
