import { monthSchema } from '@jonction/domain/hours/late';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { monthOf, monthShape } from './month-of.ts';

/** A month as an employer fills it in: the workers of that month, what it declared already and what became of it. */
export const describeMonth = procedure('hours.describeMonth')
  .input(z.object({ month: monthSchema }))
  .output(monthShape)
  .query(({ ctx, input: { month } }) => {
    const { organisationId: employerId, structureId } = speaker(ctx).membership;
    return monthOf(ctx.tx, { employerId, structureId, month, today: ctx.today });
  });
