import { findPositioning } from '@jonction/db/positioning/queries';
import { disclosure } from '@jonction/db/positioning/tables';
import { actOnPositioning } from '@jonction/domain/positioning/lifecycle';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { moverOf, recordMove } from './record-move.ts';

/** Takes one CV back: what was disclosed is deleted at once, the company reads "withdrawn". */
export const withdraw = procedure('positioning.withdraw')
  .input(z.object({ positioningId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId, { lock: true }), 'positioning.not_found');
    const by = moverOf(ctx);
    const to = settle(actOnPositioning(row.status, 'withdraw', by.actor));
    await ctx.tx.delete(disclosure).where(eq(disclosure.positioningId, row.id));
    await recordMove(ctx.tx, row, { act: 'withdraw', to, by });
    await recordAudit(ctx, { action: 'positioning.withdraw', subjectKind: 'positioning', subjectId: row.id });
  });
