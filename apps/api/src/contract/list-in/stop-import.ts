import { importRun } from '@jonction/db/import/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { ownRun } from './own-run.ts';

/** Stops a list that is coming in: what entered stays, the rest waits for somebody to go on. */
export const stopImport = procedure('contract.stopImport')
  .input(z.object({ runId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input: { runId } }) => {
    const run = await ownRun(ctx.tx, runId);
    if (run.status !== 'running') throw new Refuse('contract.import_not_running');
    await ctx.tx.update(importRun).set({ status: 'stopped' }).where(eq(importRun.id, runId));
    await recordAudit(ctx, { action: 'contract.stopImport', subjectKind: 'import', subjectId: runId });
    return { runId };
  });
