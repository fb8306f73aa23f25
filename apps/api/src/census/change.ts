import { lockContracts } from '@jonction/db/census/changes';
import { readHeard } from '@jonction/db/contract/facts';
import { censusSayingSchema, judgeSaying } from '@jonction/domain/census/change';
import { z } from 'zod';
import { Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { chosenIds, whichSchema } from './chosen.ts';
import { requireDays } from './require-days.ts';
import { writeChange } from './write-change.ts';

/**
 * Says something of many contracts at once: an event of their life, or that nothing changed. All that the saying fits are written in
 * one transaction, the others are left as they are. `kept` is what the preview told: where the base moved since, nothing is done
 * and the sentence says so. Refusals: a day too far, nothing chosen, too many, nothing fits, the list moved.
 */
export const change = procedure('census.change')
  .input(z.object({ which: whichSchema, saying: censusSayingSchema, kept: z.int().min(0) }))
  .output(z.object({ changeId: z.string(), kept: z.number(), turned: z.number() }))
  .mutation(async ({ ctx, input: { which, saying, kept: expected } }) => {
    requireDays(saying, ctx.today);
    const chosen = await chosenIds(ctx, which);
    await lockContracts(ctx.tx, chosen);
    // Read once nobody else writes there; a contract that left the team meanwhile is no more among them.
    const contracts = await readHeard(ctx.tx, await chosenIds(ctx, { ids: chosen }));
    const { kept, turned } = judgeSaying(contracts, saying, ctx.today);
    if (kept.length !== expected) throw new Refuse('census.list_moved', { count: kept.length });
    if (kept.length === 0) throw new Refuse('census.nothing_fits');
    const { answer, on, endsOn, ...said } = saying;
    const sayings = kept.map(({ id: contractId }) => ({ contractId, answer, on, endsOn }));
    const changeId = await writeChange(ctx, { answer, on, chosen: contracts.length, sayings, said, heard: contracts });
    return { changeId, kept: kept.length, turned: turned.length };
  });
