import { countPoolPeople, listDemands } from '@jonction/db/bank/pools';
import { bankPin } from '@jonction/db/bank/tables';
import { poolsOf, recurrentMonths } from '@jonction/domain/bank/pool';
import { addMonths } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { occupationTable } from '../reference/occupations.ts';
import { procedure } from '../trpc.ts';

/** The pools of the team: what its offers ask again and again, and who is there for it. Figures, nobody's name. */
export const listPools = procedure('bank.listPools')
  .output(
    z.object({
      since: z.string(),
      pools: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          offers: z.number(),
          positions: z.number(),
          pinned: z.boolean(),
          fresh: z.number(),
          due: z.number(),
          none: z.number(),
        }),
      ),
    }),
  )
  .query(async ({ ctx }) => {
    const since = addMonths(ctx.today, -recurrentMonths);
    const pins = await ctx.tx.select({ code: bankPin.romeCode }).from(bankPin);
    const pools = poolsOf(
      await listDemands(ctx.tx, since),
      pins.map(({ code }) => code),
    );
    const people = await countPoolPeople(
      ctx.tx,
      pools.map(({ code }) => code),
      ctx.today,
    );
    const table = await occupationTable(ctx.tx);
    return {
      since,
      pools: pools.map(({ code, offers, positions, pinned }) => ({
        ...{ code, offers, positions, pinned, label: table.labelOf(code) },
        fresh: people.get(code)?.fresh ?? 0,
        due: people.get(code)?.due ?? 0,
        none: people.get(code)?.none ?? 0,
      })),
    };
  });
