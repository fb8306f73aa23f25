import { readPortions } from '@jonction/db/hours/month';
import { listLines as readLines } from '@jonction/db/hours/queries';
import { listPlacements } from '@jonction/db/placement/queries';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { employerPlacementShape } from '../placement/shapes.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { lineShape, portionShape } from './shapes.ts';

/** A month as an employer fills it in: the workers of that month, what it declared already and what became of it. */
export const describeMonth = procedure('hours.describeMonth')
  .input(z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'hours.month_missing' }) }))
  .output(
    z.object({
      placements: z.array(employerPlacementShape),
      lines: z.array(lineShape.extend({ portions: z.array(portionShape) })),
      previous: z.array(lineShape),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { organisationId: employerId } = speaker(ctx).membership;
    const from = `${input.month}-01`;
    if (from > ctx.today) throw new Refuse('hours.month_not_begun');
    const to = addDays(addMonths(from, 1), -1);
    const before = addMonths(from, -1).slice(0, 7);
    const whole = { page: 1, pageSize: 1000 };
    const { rows: placements } = await listPlacements(ctx.tx, { employerId, running: { from, to }, ...whole });
    const { rows: lines } = await readLines(ctx.tx, { employerId, month: input.month, ...whole });
    const { rows: previous } = await readLines(ctx.tx, { employerId, month: before, ...whole });
    const portions = await readPortions(
      ctx.tx,
      lines.map(({ id }) => id),
    );
    return { placements, lines: lines.map((line) => ({ ...line, portions: portions.get(line.id) ?? [] })), previous };
  });
