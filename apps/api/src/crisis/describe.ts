import { readUserNames } from '@jonction/db/access/queries';
import type { Tx } from '@jonction/db/client';
import type { CrisisRow } from '@jonction/db/crisis/queries';

/** Emergencies with the names of those who acted. One statement whatever their number. */
export async function describeCrises(tx: Tx, rows: readonly CrisisRow[]) {
  const names = await readUserNames(
    tx,
    rows.flatMap(({ writtenBy, appliedBy, endedBy, undoneBy }) => [writtenBy, appliedBy, endedBy, undoneBy]),
  );
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null;
  return rows.map((row) => ({
    ...row,
    writtenByName: nameOf(row.writtenBy),
    appliedByName: nameOf(row.appliedBy),
    endedByName: nameOf(row.endedBy),
    undoneByName: nameOf(row.undoneBy),
  }));
}
