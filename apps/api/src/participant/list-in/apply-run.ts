import type { Database } from '@jonction/db/client';
import { lockRun } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';
import { eq } from 'drizzle-orm';
import { enterBatch } from '../../contract/list-in/enter-batch.ts';
import { contractsKind } from '../../contract/list-in/start-run.ts';
import { emit } from '../../outbox/emit.ts';
import type { Vault } from '../../vault/vault.ts';
import { applyBatch } from './apply-batch.ts';

const batch = 200;

/**
 * Enters a run's rows by batches, each kept for good, until none is left, somebody stops it, or `mostBatches` are done. Answers whether
 * more is to be done. Two at once on one run wait for each other.
 */
export async function applyRun(
  { database, vault }: { database: Database; vault: Vault },
  runId: string,
  options: { mostBatches?: number; today?: Day; progress?: (done: number, total: number) => void } = {},
): Promise<{ more: boolean }> {
  for (let batches = 0; batches < (options.mostBatches ?? Number.POSITIVE_INFINITY); batches++) {
    const step = await database.as({ kind: 'system' }, async (tx) => {
      const run = await lockRun(tx, runId);
      if (run?.status !== 'running') return { left: false, done: run?.rowsDone ?? 0, total: run?.rowsTotal ?? 0 };
      const { structureId, createdBy: userId } = run;
      const of = { tx, structureId, userId, today: options.today ?? parisDayOf(new Date()) };
      const done =
        run.kind === contractsKind
          ? await enterBatch(of, runId, batch)
          : await applyBatch({ ...of, vault }, runId, batch);
      if (done < batch) {
        await tx.update(importRun).set({ status: 'done', finishedAt: new Date() }).where(eq(importRun.id, runId));
        await emit(tx, { type: 'import.done', structureId, subjectId: runId, payload: { kind: run.kind } });
      } else await emit(tx, { type: 'import.progressed', structureId, subjectId: runId });
      return { left: done === batch, done: run.rowsDone + done, total: run.rowsTotal };
    });
    options.progress?.(step.done, step.total);
    if (!step.left) return { more: false };
  }
  return { more: true };
}
