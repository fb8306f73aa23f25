import { readUserNames } from '@jonction/db/access/queries';
import type { Tx } from '@jonction/db/client';
import type { RunRow } from '@jonction/db/hours/runs';

/** Runs as screens read them, with who asked; one statement whatever their number. */
export async function describeRuns(tx: Tx, runs: readonly RunRow[]) {
  const names = await readUserNames(
    tx,
    runs.map(({ askedBy }) => askedBy),
  );
  return runs.map(({ id, askedBy, ...run }) => ({ ...run, runId: id, askedByName: names.get(askedBy ?? '') ?? null }));
}
