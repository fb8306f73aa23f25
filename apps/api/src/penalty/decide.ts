import { decidedCents, penaltyDecisionShape } from '@jonction/domain/penalty/decide';
import { z } from 'zod';
import { settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { move } from './move.ts';

/** The buyer decides on its own page: apply, reduce or waive, with a reason that stands in the file. */
export const decide = procedure('penalty.decide')
  .input(z.object({ penaltyId: z.uuid(), ...penaltyDecisionShape }))
  .mutation(({ ctx, input }) =>
    move(ctx, input.penaltyId, 'decide', ({ cents }) => ({
      outcome: input.outcome,
      decidedCents: settle(decidedCents(cents, input), 'reducedCents'),
      reason: input.reason,
      decidedBy: speaker(ctx).userId,
      decidedAt: new Date(),
    })),
  );
