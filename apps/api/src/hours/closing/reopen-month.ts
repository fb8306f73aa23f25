import { monthAct } from '@jonction/db/hours/closing-tables';
import { daysOfMonth, lockMonth } from '@jonction/db/hours/closings';
import { mayReopen, monthSchema } from '@jonction/domain/hours/closing';
import { reopeningReasonSchema } from '@jonction/domain/hours/closing-reason';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { Refuse, settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { readActs, standingOfMonth } from './month-standing.ts';

/** Reopens a closed month, with a reason that stays with it. What was frozen stays too, and can be read. */
export const reopenMonth = procedure('hours.reopenMonth')
  .input(z.object({ month: monthSchema, reason: reopeningReasonSchema }))
  .mutation(async ({ ctx, input: { month, reason } }) => {
    const structureId = structureOf(ctx);
    await lockMonth(ctx.tx, structureId, month);
    const acts = (await readActs(ctx.tx, daysOfMonth(month)))(month);
    const { state, closing } = standingOfMonth(month, acts, ctx.today);
    settle(mayReopen(state, month));
    if (!closing) throw new Refuse('hours.month_not_closed', { month });
    const byUser = speaker(ctx).userId;
    const { from } = daysOfMonth(month);
    await ctx.tx
      .insert(monthAct)
      .values({ structureId, month: from, act: 'reopened', closingId: closing.id, reason, byUser });
    await recordAudit(ctx, { action: 'hours.reopenMonth', subjectId: closing.id, facts: { month, reason } });
  });
