import { lockContracts } from '@jonction/db/census/changes';
import { attachedAmong } from '@jonction/db/census/grid';
import { readHeard } from '@jonction/db/contract/facts';
import { censusSayingSchema } from '@jonction/domain/census/change';
import { sayingTowards } from '@jonction/domain/census/towards';
import { z } from 'zod';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { rowsSchema } from './compare-rows.ts';
import { writeChange } from './write-change.ts';

/**
 * Writes different rows as one change, taken back as one: of each contract what leads to the row as it was written. `kept` is what the
 * preview told: where the base moved since, nothing is done and the sentence says so. Refusals: nothing fits, the list moved.
 */
export const changeRows = procedure('census.changeRows')
  .input(
    z.object({
      rows: rowsSchema,
      said: censusSayingSchema.pick({ source: true, saidBy: true, legalBasis: true, note: true }),
      kept: z.int().min(0),
    }),
  )
  .output(z.object({ changeId: z.string(), kept: z.number(), turned: z.number() }))
  .mutation(async ({ ctx, input: { rows, said, kept: expected } }) => {
    const { structureId } = speaker(ctx).membership;
    const byId = new Map(rows.map((row) => [row.contractId, row]));
    const own = await attachedAmong(ctx.tx, structureId, [...byId.keys()]);
    await lockContracts(ctx.tx, own);
    const heard = await readHeard(ctx.tx, own);
    const sayings = heard.flatMap((contract) => {
      const row = byId.get(contract.id);
      const decision = row && sayingTowards(contract, row, ctx.today);
      return decision?.ok && decision.value ? [{ contractId: contract.id, ...decision.value }] : [];
    });
    if (sayings.length === 0) throw new Refuse('census.nothing_fits');
    if (sayings.length !== expected) throw new Refuse('census.list_moved', { count: sayings.length });
    const changeId = await writeChange(ctx, {
      answer: 'several',
      on: ctx.today,
      chosen: byId.size,
      sayings,
      said,
      heard,
    });
    return { changeId, kept: sayings.length, turned: byId.size - sayings.length };
  });
