import { penaltyDecisionShape } from '@jonction/domain/penalty/decide';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { move } from './move.ts';

/** Takes back a proposal that was not decided, with a reason: another may follow. */
export const withdraw = procedure('penalty.withdraw')
  .input(z.object({ penaltyId: z.uuid(), reason: penaltyDecisionShape.reason }))
  .mutation(({ ctx, input }) => move(ctx, input.penaltyId, 'withdraw', () => ({ reason: input.reason })));
