import { countWithout, listDirectorates as readDirectorates } from '@jonction/db/organisation/directorates';
import { z } from 'zod';
import { procedure } from '../../trpc.ts';
import { readableBuyer, teamAsking } from './require.ts';
import { directorateShape, shownDirectorate } from './shown.ts';

/** The directorates of a buyer with what each holds, those that ended last, and the contracts that are in none. Four statements. */
export const listDirectorates = procedure('organisation.listDirectorates')
  .input(z.object({ buyerId: z.uuid().optional() }))
  .output(
    z.object({
      buyer: z.object({ id: z.string(), name: z.string() }),
      rows: z.array(directorateShape),
      without: z.number(),
      /** Whoever asks may create, rename, end and fill them. */
      keeps: z.boolean(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { keeps, ...buyer } = await readableBuyer(ctx, input.buyerId);
    const rows = await readDirectorates(ctx.tx, buyer.id);
    return {
      buyer,
      keeps,
      rows: rows.map((row) => shownDirectorate(ctx, row)),
      without: await countWithout(ctx.tx, buyer.id, teamAsking(ctx)),
    };
  });
