import type { IndexedRow } from '@jonction/db/search/documents';
import type { ParticipantDocument } from './port.ts';

/** The words of a person. Who left the bank is still found by her team: the list says that she left. */
export function documentOf(row: IndexedRow, labelOf: (code: string) => string, nowMs: number): ParticipantDocument {
  const titles = [...row.occupations.map(labelOf), ...(row.cvTitle ? [row.cvTitle] : []), ...row.jobs];
  return {
    id: row.id,
    structureId: row.structureId,
    name: `${row.firstName} ${row.lastName}`,
    titles: [...new Set(titles)],
    skills: row.skills,
    number: row.number,
    indexedAtMs: nowMs,
  };
}
