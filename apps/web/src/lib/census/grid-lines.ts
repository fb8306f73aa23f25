import type { CensusRow } from './census.ts';

/** How many lines a paste holds: the empty end that a spreadsheet adds is none. */
export function linesIn(text: string): number {
  return text.trimEnd().split(/\r\n?|\n/).length;
}

/** The rows of a grid from one to before another, those that came. */
export function idsBetween(rows: ReadonlyMap<number, CensusRow>, first: number, last: number): string[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => rows.get(first + index)?.id ?? []).flat();
}

/** The first of the rows chosen, as lines for the others: its status, since when. Null: there are no others to fill. */
export function filledDown(
  rows: Iterable<CensusRow>,
  picked: readonly string[],
): { text: string; ids: string[] } | null {
  const chosen = new Set(picked);
  const [first, ...others] = [...rows].filter(({ id }) => chosen.has(id));
  if (!first || others.length === 0) return null;
  const line = [first.status, first.statusSince ?? ''].join('\t');
  return { text: others.map(() => line).join('\n'), ids: others.map(({ id }) => id) };
}
