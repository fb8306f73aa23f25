import { sumPurchases } from '@jonction/db/report/purchases';
import { type PurchaseCell, shareOf, spendFigures } from '@jonction/domain/report/purchase';
import { purchasesSchema } from '@jonction/domain/report/purchase-question';
import { z } from 'zod';
import { readableBuyer } from '../../organisation/directorate/require.ts';
import { procedure } from '../../trpc.ts';
import { shareShape } from './purchase-shape.ts';

const figures = z.record(z.enum(spendFigures), shareShape);

/** Every figure of the dashboard over some contracts. */
function figuresOf(cells: readonly PurchaseCell[]) {
  const shares = Object.fromEntries(spendFigures.map((figure) => [figure, shareOf(cells, figure)]));
  return figures.parse(shares);
}

/**
 * What a buyer bought with a clause, reserved, in euros HT: of a year, of each directorate in that year, and year by year. Contracts of
 * which nothing is known stand apart from those known to have none. Three statements.
 */
export const showPurchases = procedure('report.showPurchases')
  .input(purchasesSchema)
  .output(
    z.object({
      buyer: z.object({ id: z.string(), name: z.string() }),
      year: z.number(),
      figures,
      /** Those of the year by directorate, the largest first; `id` null: in none. */
      directorates: z.array(z.object({ id: z.string().nullable(), name: z.string().nullable(), figures })),
      /** The last year first; null: notified on no known day. */
      years: z.array(z.object({ year: z.number().nullable(), figures })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const buyer = await readableBuyer(ctx, input.buyerId);
    const cells = await sumPurchases(ctx.tx, buyer.id);
    const own = cells.filter(({ year }) => year === input.year);
    const byDirectorate = [...Map.groupBy(own, ({ directorateId }) => directorateId)];
    return {
      buyer: { id: buyer.id, name: buyer.name },
      year: input.year,
      figures: figuresOf(own),
      directorates: byDirectorate
        .map(([id, some]) => ({ id, name: some[0]?.directorateName ?? null, figures: figuresOf(some) }))
        .sort((one, other) => (other.figures.all?.sum.amountCents ?? 0) - (one.figures.all?.sum.amountCents ?? 0)),
      years: [...Map.groupBy(cells, ({ year }) => year)].map(([year, some]) => ({ year, figures: figuresOf(some) })),
    };
  });
