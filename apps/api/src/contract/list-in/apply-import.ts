import { importRun } from '@jonction/db/import/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { runColumnsSchema } from '../../participant/list-in/start-run.ts';
import { Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { ownRun } from './own-run.ts';

/** Lets the list in, or go on where it was stopped: a job enters the rows, each with its result, while one does something else. */
export const applyImport = procedure('contract.applyImport')
  .input(z.object({ runId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input: { runId } }) => {
    const run = await ownRun(ctx.tx, runId);
    if (run.status === 'running') throw new Refuse('contract.import_running');
    if (run.status !== 'preview' && run.status !== 'stopped') throw new Refuse('contract.import_done');
    if (runColumnsSchema.parse(run.mapping).missing.length > 0) throw new Refuse('contract.import_columns');
    await ctx.tx.update(importRun).set({ status: 'running' }).where(eq(importRun.id, runId));
    await recordAudit(ctx, { action: 'contract.applyImport', subjectKind: 'import', subjectId: runId });
    await emit(ctx.tx, { type: 'import.wanted', structureId: run.structureId, subjectId: runId });
    return { runId };
  });
