import { listPurchases as readPurchases } from '@jonction/db/report/purchases';
import { purchaseFigures, socialKinds } from '@jonction/domain/report/purchase';
import { listPurchasesSchema } from '@jonction/domain/report/purchase-question';
import { offsetOf } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { readableBuyer } from '../../organisation/directorate/require.ts';
import { procedure } from '../../trpc.ts';

/** The contracts that a figure counts, the largest first: their number and their euros are those of the figure. */
export const listPurchases = procedure('report.listPurchases')
  .input(listPurchasesSchema)
  .output(
    z.object({
      buyer: z.object({ id: z.string(), name: z.string() }),
      figure: z.enum(purchaseFigures),
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          reference: z.string(),
          object: z.string(),
          notifiedOn: z.string().nullable(),
          directorateName: z.string().nullable(),
          amountCents: z.number().nullable(),
          social: z.enum(socialKinds),
        }),
      ),
      total: z.number(),
      totalCents: z.number(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { id, name } = await readableBuyer(ctx, input.buyerId);
    const { year, figure, directorateId, pageSize: limit } = input;
    const rows = await readPurchases(ctx.tx, {
      buyerId: id,
      year,
      figure,
      directorateId,
      limit,
      offset: offsetOf(input),
    });
    return {
      buyer: { id, name },
      figure,
      rows,
      total: rows[0]?.total ?? 0,
      totalCents: rows[0]?.totalCents ?? 0,
    };
  });
