import { daysOfMonth, readMonthSums } from '@jonction/db/hours/closings';
import { addMonths, earlier } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { procedure } from '../../trpc.ts';
import { knownAtOf } from '../known-at.ts';
import { readActs, standingOfMonth } from './month-standing.ts';
import { closingStateShape, marksShape } from './shapes.ts';

const shownMonths = 24;

/** The last two years of hours by month: where each stands, its sums now and as frozen, and whose hours moved since. */
export const listClosings = procedure('hours.listClosings')
  .input(z.object({ knownOn: daySchema.optional() }).default({}))
  .output(
    z.array(
      z.object({
        month: z.string(),
        state: closingStateShape,
        people: z.number(),
        now: marksShape,
        frozen: marksShape.nullable(),
        closedAt: z.string().nullable(),
        moved: z.number(),
      }),
    ),
  )
  .query(async ({ ctx, input: { knownOn } }) => {
    const day = knownOn ? earlier(knownOn, ctx.today) : ctx.today;
    const last = day.slice(0, 7);
    const of = {
      from: addMonths(`${last}-01`, 1 - shownMonths),
      to: daysOfMonth(last).to,
      ...knownAtOf(knownOn),
    };
    const actsOf = await readActs(ctx.tx, of);
    const months = Array.from({ length: shownMonths }, (_, back) => addMonths(`${last}-01`, -back).slice(0, 7));
    const standing = new Map(months.map((month) => [month, standingOfMonth(month, actsOf(month), day)]));
    const closingIds = [...standing.values()].flatMap(({ closing }) => closing?.id ?? []);
    const sums = await readMonthSums(ctx.tx, { ...of, closingIds });
    return sums.flatMap(({ month, frozen, now, people, moved }) => {
      const at = standing.get(month);
      if (!at) return [];
      const { state, closing } = at;
      return [
        { month, state, people, now, moved, frozen: closing ? frozen : null, closedAt: closing?.closedAt ?? null },
      ];
    });
  });
