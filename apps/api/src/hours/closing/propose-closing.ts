import { monthAct } from '@jonction/db/hours/closing-tables';
import { daysOfMonth, lockMonth } from '@jonction/db/hours/closings';
import { mayClose, monthSchema } from '@jonction/domain/hours/closing';
import { proposalNoteSchema } from '@jonction/domain/hours/closing-reason';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { readActs, standingOfMonth } from './month-standing.ts';

/** A facilitator says that a month can be closed; the team lead closes it. Saying it again changes nothing. */
export const proposeClosing = procedure('hours.proposeClosing')
  .input(z.object({ month: monthSchema, note: proposalNoteSchema }))
  .mutation(async ({ ctx, input: { month, note } }) => {
    const structureId = structureOf(ctx);
    await lockMonth(ctx.tx, structureId, month);
    const acts = (await readActs(ctx.tx, daysOfMonth(month)))(month);
    const { state } = standingOfMonth(month, acts, ctx.today);
    settle(mayClose(state, month));
    if (state === 'proposed') return;
    const { from } = daysOfMonth(month);
    const byUser = speaker(ctx).userId;
    await ctx.tx.insert(monthAct).values({ structureId, month: from, act: 'proposed', reason: note, byUser });
    await recordAudit(ctx, { action: 'hours.proposeClosing', facts: { month } });
  });
