import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import type { OccupationTable } from './occupations.ts';

export interface OccupationChoice {
  code: string;
  label: string;
  /** The title that names it. */
  title: string;
}

/** The occupations that a job title may name, the likeliest first; a code typed as such is that code alone. */
export function findOccupations(
  table: Pick<OccupationTable, 'index' | 'has' | 'labelOf'>,
  title: string,
  limit: number,
): OccupationChoice[] {
  const code = title.trim().toUpperCase();
  if (table.has(code)) return [{ code, label: table.labelOf(code), title: table.labelOf(code) }];
  return searchOccupations(table.index, title, limit).map((found) => ({
    code: found.code,
    label: table.labelOf(found.code),
    title: found.title,
  }));
}
