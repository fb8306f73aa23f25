import { declareInput, rowKey } from '@jonction/domain/hours/declare';
import { touchesMonth } from '@jonction/domain/hours/warnings';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { declareRows } from './declare-rows.ts';

const outcome = z.enum(['created', 'updated', 'unchanged']);

/** A month declared by form: all rows or none. Each line is judged at once; the answer says what becomes of it. */
export const declare = procedure('hours.declare')
  .input(declareInput)
  .output(
    z.object({
      outcomes: z.array(outcome),
      warnings: z.array(
        z.object({ placementId: z.string(), code: z.string(), on: z.string(), centihours: z.number() }),
      ),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    if (`${input.month}-01` > ctx.today) throw new Refuse('hours.month_not_begun');
    const seen = new Set<string>();
    for (const [index, row] of input.rows.entries()) {
      if (row.from.slice(0, 7) !== input.month) throw new Refuse('hours.other_month', {}, `rows.${index}.from`);
      if (seen.has(rowKey(row))) throw new Refuse('hours.row_twice', {}, `rows.${index}.kind`);
      seen.add(rowKey(row));
    }
    const { outcomes, warnings } = await declareRows(ctx.tx, input.rows, {
      source: 'form',
      userId: speaker(ctx).userId,
      today: ctx.today,
    });
    await recordAudit(ctx, { action: 'hours.declare', facts: { month: input.month, rows: input.rows.length } });
    return {
      outcomes,
      warnings: [...warnings].flatMap(([placementId, list]) =>
        list.filter((warning) => touchesMonth(warning, input.month)).map((warning) => ({ placementId, ...warning })),
      ),
    };
  });
