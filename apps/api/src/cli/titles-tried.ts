import { readCsvFields } from '@jonction/documents/csv-objects';
import { findOccupations } from '../reference/find-occupations.ts';
import type { OccupationTable } from '../reference/occupations.ts';

/** A job title and the ROME v3 code that it should lead to; where two are as right, `K2204|G1603`. */
export interface TitleToTry {
  title: string;
  rome: string;
}

/** How many titles lead to their code at once, and among the first five; those that do not at once, with what came. */
export interface TitlesTried {
  n: number;
  top1: number;
  top5: number;
  misses: (TitleToTry & { found: string[] })[];
}

/** Looks each title up as the forms of the product do. */
export function tryTitles(
  table: Pick<OccupationTable, 'index' | 'has' | 'labelOf'>,
  titles: readonly TitleToTry[],
): TitlesTried {
  const tried: TitlesTried = { n: titles.length, top1: 0, top5: 0, misses: [] };
  for (const { title, rome } of titles) {
    const found = findOccupations(table, title, 5).map(({ code }) => code);
    const right = rome.split('|');
    if (found.some((code) => right.includes(code))) tried.top5 += 1;
    if (found[0] !== undefined && right.includes(found[0])) tried.top1 += 1;
    else tried.misses.push({ title, rome, found });
  }
  return tried;
}

/** The rows of a CSV under those headers; null: a column is missing, or there is no file. */
export async function readTitles<Field extends string>(
  file: string,
  headers: Record<Field, readonly string[]>,
): Promise<Record<Field, string>[] | null> {
  const rows = await readCsvFields(file, headers).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  return rows === null ? null : Array.fromAsync(rows);
}
