import { undoList } from '@jonction/db/contract/listed';
import { importRun } from '@jonction/db/import/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { ownRun } from './own-run.ts';

/**
 * Takes out again what a list made, as a whole but for what was worked on since and what was known before it: these stay, and are
 * counted. Refused: a list still coming in, or taken out already; one of which nothing can be taken out.
 */
export const undoImport = procedure('contract.undoImport')
  .input(z.object({ runId: z.uuid() }))
  .output(z.object({ undone: z.number(), left: z.number() }))
  .mutation(async ({ ctx, input: { runId } }) => {
    const run = await ownRun(ctx.tx, runId);
    if (run.status !== 'done' && run.status !== 'stopped') throw new Refuse('contract.import_not_in');
    const { undone, left } = await undoList(ctx.tx, runId);
    if (undone === 0) throw new Refuse('contract.import_nothing_to_undo');
    await ctx.tx.update(importRun).set({ status: 'undone', finishedAt: new Date() }).where(eq(importRun.id, runId));
    const facts = { undone, left };
    await recordAudit(ctx, { action: 'contract.undoImport', subjectKind: 'import', subjectId: runId, facts });
    return facts;
  });
