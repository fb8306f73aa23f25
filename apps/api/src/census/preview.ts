import { countAtWork } from '@jonction/db/census/grid';
import { readHeard } from '@jonction/db/contract/facts';
import { listGivenContracts } from '@jonction/db/contract/list';
import { censusSayingSchema, judgeSaying } from '@jonction/domain/census/change';
import { contractEventTypes, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { chosenIds, whichSchema } from './chosen.ts';
import { requireDays } from './require-days.ts';

/** Of those that a saying does not fit, how many are named. */
const mostNamed = 50;

/**
 * What saying something of many contracts would do, before it is done: how many from which status to which, how many people work
 * there, and those that it does not fit, with what would. Writes nothing. Refusals: a day too far, nothing chosen, too many.
 */
export const preview = procedure('census.preview')
  .input(z.object({ which: whichSchema, saying: censusSayingSchema }))
  .output(
    z.object({
      chosen: z.number(),
      kept: z.number(),
      atWork: z.number(),
      moves: z.array(
        z.object({ before: z.enum(contractStatuses), after: z.enum(contractStatuses), count: z.number() }),
      ),
      turned: z.array(
        z.object({
          id: z.string(),
          reference: z.string(),
          object: z.string(),
          status: z.enum(contractStatuses),
          allowed: z.array(z.enum(contractEventTypes)),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input: { which, saying } }) => {
    requireDays(saying, ctx.today);
    const contracts = await readHeard(ctx.tx, await chosenIds(ctx, which));
    const { kept, turned } = judgeSaying(contracts, saying, ctx.today);
    const keptIds = kept.map(({ id }) => id);
    const atWork = await countAtWork(ctx.tx, keptIds, saying.on);
    const moves = Map.groupBy(kept, ({ before, after }) => `${before} ${after}`);
    const named = turned.slice(0, mostNamed);
    const rows = await listGivenContracts(
      ctx.tx,
      named.map(({ id }) => id),
      structureOf(ctx),
    );
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    return {
      chosen: contracts.length,
      kept: kept.length,
      atWork: [...atWork.values()].reduce((sum, count) => sum + count, 0),
      moves: [...moves.values()]
        .flatMap((some) => (some[0] ? [{ before: some[0].before, after: some[0].after, count: some.length }] : []))
        .sort((a, b) => b.count - a.count),
      turned: named.map(({ id, status, allowed }) => ({
        id,
        reference: rowOf.get(id)?.reference ?? '',
        object: rowOf.get(id)?.object ?? '',
        status,
        allowed: [...allowed],
      })),
    };
  });
