import { countBoughtPeople, listBoughtHours } from '@jonction/db/report/bought-hours';
import { sumPurchases } from '@jonction/db/report/purchases';
import { defaultHourSetting, equivalentsOf } from '@jonction/domain/contract/equivalents';
import { shownHours, shownPeople } from '@jonction/domain/report/bought-hours';
import {
  censusFigures,
  censusFloorCents,
  nationalAimBps,
  nationalShares,
  schemeFigures,
  schemeFloorCents,
  shareOf,
  sumOf,
} from '@jonction/domain/report/purchase';
import { purchasesSchema } from '@jonction/domain/report/purchase-question';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { readableBuyer } from '../../organisation/directorate/require.ts';
import { procedure } from '../../trpc.ts';
import { shareShape, sumShape } from './purchase-shape.ts';

export const schemeShape = z.object({
  buyer: z.object({ id: z.string(), name: z.string() }),
  year: z.number(),
  all: sumShape,
  scheme: z.record(z.enum(schemeFigures), shareShape),
  census: z.record(z.enum(censusFigures), shareShape),
  /** From which amount the national census counts a contract of that year, and yearly purchases oblige to a scheme. */
  censusFloorCents: z.number(),
  schemeFloorCents: z.number(),
  /** The share of the whole country with a clause that year, in basis points; null: none was published, or not yet. */
  nationalBps: z.number().nullable(),
  nationalAimBps: z.number(),
  hours: z.object({
    validated: z.number(),
    exceptional: z.number(),
    fteHundredths: z.number(),
    fteHours: z.number(),
    contracts: z.number(),
    /** Null: fewer than five. */
    people: z.number().nullable(),
  }),
});

/**
 * The indicators that a buyer owes for a year: those of its scheme of responsible purchases (SPASER: CCP L2111-3), and its place in the
 * national census of purchases (REAP), each with what it is a share of. What no register knows is not given. Four statements.
 */
export const showScheme = procedure('report.showScheme')
  .input(purchasesSchema)
  .output(schemeShape)
  .query(({ ctx, input }) => readScheme(ctx, input));

export async function readScheme(
  ctx: Parameters<typeof readableBuyer>[0] & Context,
  { buyerId, year }: z.infer<typeof purchasesSchema>,
): Promise<z.infer<typeof schemeShape>> {
  const { id, name } = await readableBuyer(ctx, buyerId);
  const cells = await sumPurchases(ctx.tx, id, year);
  const contracts = (await listBoughtHours(ctx.tx, { buyerId: id, year })).filter(({ validated }) => validated > 0);
  const validated = contracts.reduce((sum, row) => sum + row.validated, 0);
  const { fteHours } = defaultHourSetting;
  return schemeShape.parse({
    buyer: { id, name },
    year,
    all: sumOf(cells, 'all'),
    scheme: Object.fromEntries(schemeFigures.map((figure) => [figure, shareOf(cells, figure)])),
    census: Object.fromEntries(censusFigures.map((figure) => [figure, shareOf(cells, figure)])),
    censusFloorCents: censusFloorCents(year),
    schemeFloorCents: schemeFloorCents(year),
    nationalBps: nationalShares[year] ?? null,
    nationalAimBps,
    hours: {
      validated,
      exceptional: contracts.reduce((sum, row) => sum + row.exceptional, 0),
      fteHundredths: equivalentsOf(validated, defaultHourSetting).fteHundredths,
      fteHours,
      contracts: contracts.length,
      people: shownPeople(await countBoughtPeople(ctx.tx, { buyerId: id, year }), shownHours(contracts)),
    },
  });
}
