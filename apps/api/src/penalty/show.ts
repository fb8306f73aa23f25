import { findPenalty, listActs } from '@jonction/db/penalty/queries';
import { allowedPenaltyActs } from '@jonction/domain/penalty/lifecycle';
import { penaltyFactsSchema } from '@jonction/domain/penalty/penalty-facts';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { speaks } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { decisionOf } from './decision-of.ts';
import { penaltyShape } from './shapes.ts';

/** A penalty whole: what it rests on, its opinion, who did what, the decision. Three statements. */
export const show = procedure('penalty.show')
  .input(z.object({ penaltyId: z.uuid() }))
  .output(penaltyShape)
  .query(async ({ ctx, input }) => {
    const row = found(await findPenalty(ctx.tx, input.penaltyId), 'penalty.not_found');
    const { id, contractId, state, cents, opinion } = row;
    return {
      ...{ id, contractId, state, cents, opinion },
      facts: penaltyFactsSchema.parse(row.facts),
      decision: decisionOf(row),
      withdrawnWhy: state === 'withdrawn' ? row.reason : null,
      acts: await listActs(ctx.tx, id),
      allowed: allowedPenaltyActs(state, speaks(ctx, ['buyer']) ? 'buyer' : 'team'),
    };
  });
