import { lockRun } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { importKind } from './list-in/start-run.ts';

/** Stops a list that is coming in: what entered stays, the rest waits for somebody to go on. */
export const stopImport = procedure('participant.stopImport')
  .input(z.object({ runId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { runId } = input;
    const run = found(await lockRun(ctx.tx, runId), 'participant.import_not_found');
    if (run.kind !== importKind) throw new Refuse('participant.import_not_found');
    if (run.status !== 'running') throw new Refuse('participant.import_not_running');
    await ctx.tx.update(importRun).set({ status: 'stopped' }).where(eq(importRun.id, runId));
    await recordAudit(ctx, { action: 'participant.stopImport', subjectKind: 'import', subjectId: runId });
    return { runId };
  });
