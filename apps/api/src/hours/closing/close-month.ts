import { daysOfMonth, freezeMonth, lockMonth } from '@jonction/db/hours/closings';
import { lockPolicies } from '@jonction/db/hours/judging';
import { mayClose, monthSchema } from '@jonction/domain/hours/closing';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { readActs, standingOfMonth } from './month-standing.ts';

/**
 * Closes a month of the structure: its sums are frozen by hire and outcome, and never change. What is recorded of it later stays
 * possible, and is told as corrected after the closing.
 */
export const closeMonth = procedure('hours.closeMonth')
  .input(z.object({ month: monthSchema }))
  .output(z.object({ closingId: z.string() }))
  .mutation(async ({ ctx, input: { month } }) => {
    const structureId = structureOf(ctx);
    // The judgements under way end first: an entry is wholly before the freeze, or wholly after.
    await lockPolicies(ctx.tx, structureId);
    await lockMonth(ctx.tx, structureId, month);
    const acts = (await readActs(ctx.tx, daysOfMonth(month)))(month);
    settle(mayClose(standingOfMonth(month, acts, ctx.today).state, month));
    const closingId = await freezeMonth(ctx.tx, { structureId, month, userId: speaker(ctx).userId });
    await recordAudit(ctx, { action: 'hours.closeMonth', subjectId: closingId, facts: { month } });
    return { closingId };
  });
