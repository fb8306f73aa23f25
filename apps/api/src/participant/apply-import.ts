import { lockRun } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { importKind, runColumnsSchema } from './list-in/start-run.ts';

/** Lets the list in, or go on where it was stopped: a job enters the rows, each with its result, while one does something else. */
export const applyImport = procedure('participant.applyImport')
  .input(z.object({ runId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { runId } = input;
    const run = found(await lockRun(ctx.tx, runId), 'participant.import_not_found');
    if (run.kind !== importKind) throw new Refuse('participant.import_not_found');
    if (run.status === 'running') throw new Refuse('participant.import_running');
    if (run.status === 'done') throw new Refuse('participant.import_done');
    if (runColumnsSchema.parse(run.mapping).missing.length > 0) throw new Refuse('participant.import_needs_names');
    await ctx.tx.update(importRun).set({ status: 'running' }).where(eq(importRun.id, runId));
    await recordAudit(ctx, { action: 'participant.applyImport', subjectKind: 'import', subjectId: runId });
    await emit(ctx.tx, { type: 'import.wanted', structureId: run.structureId, subjectId: runId });
    return { runId };
  });
