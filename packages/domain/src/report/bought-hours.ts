import { hideSmall, leastPublished } from '../matching/secrecy.ts';

/** Hours of a year on the clauses of one contract, and how many people worked the validated ones. */
export interface BoughtHours {
  validated: number;
  exceptional: number;
  pending: number;
  rejected: number;
  people: number;
}

/** The same as its buyer reads it: people from five on, null where the number is kept. */
export type ShownHours<Row> = Omit<Row, 'people'> & { people: number | null };

/**
 * A buyer reads hours, never who worked them: numbers of people below five are kept, and others with them so that no subtraction tells
 * (statistical secrecy, INSEE: 5). A contract without a validated hour has nobody, which its hours say already.
 */
export function shownHours<Row extends BoughtHours>(rows: readonly Row[]): ShownHours<Row>[] {
  const worked = rows.filter(({ validated }) => validated > 0);
  const { cells } = hideSmall(worked.map(({ people }) => people));
  const published = new Map(worked.map((row, at) => [row, cells[at] ?? null]));
  return rows.map((row) => ({ ...row, people: row.validated > 0 ? (published.get(row) ?? null) : 0 }));
}

/**
 * A number of people in all: kept below five, and where contracts that have somebody keep theirs, unless five more than one on each of
 * them are left to share out: six people on six contracts would tell one on each. Nobody where there is no hour.
 */
export function shownPeople(
  people: number,
  rows: readonly Pick<ShownHours<BoughtHours>, 'validated' | 'people'>[],
): number | null {
  const worked = rows.filter(({ validated }) => validated > 0);
  if (worked.length === 0) return 0;
  const kept = worked.filter((row) => row.people === null).length;
  const told = worked.reduce((sum, row) => sum + (row.people ?? 0), 0);
  const left = kept === 0 ? people : people - told - kept;
  return left < leastPublished ? null : people;
}
