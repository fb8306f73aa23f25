import { user } from '@jonction/db/access/tables';
import type { Tx } from '@jonction/db/client';
import type { RunRow } from '@jonction/db/hours/runs';
import { inArray } from 'drizzle-orm';

/** Runs as screens read them, with who asked; one statement whatever their number. */
export async function describeRuns(tx: Tx, runs: readonly RunRow[]) {
  const askers = [...new Set(runs.flatMap(({ askedBy }) => askedBy ?? []))];
  const named =
    askers.length === 0
      ? []
      : await tx.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, askers));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return runs.map(({ id, askedBy, ...run }) => ({
    ...run,
    runId: id,
    askedByName: askedBy === null ? null : (names.get(askedBy) ?? null),
  }));
}
