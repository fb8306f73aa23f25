import { decidedCents, heardDecisionShape } from '@jonction/domain/penalty/decide';
import { z } from 'zod';
import { Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { move } from './move.ts';

/** The team types a decision that the buyer made known otherwise: how, by whom and when. */
export const recordDecision = procedure('penalty.recordDecision')
  .input(z.object({ penaltyId: z.uuid(), ...heardDecisionShape }))
  .mutation(({ ctx, input }) => {
    const { penaltyId, outcome, reason, source, saidBy, saidOn } = input;
    if (saidOn > ctx.today) throw new Refuse('penalty.day_in_future', { day: saidOn }, 'saidOn');
    return move(ctx, penaltyId, 'decide', ({ cents }) => ({
      ...{ outcome, reason, source, saidBy, saidOn },
      decidedCents: settle(decidedCents(cents, input), 'reducedCents'),
      decidedBy: speaker(ctx).userId,
      decidedAt: new Date(),
    }));
  });
