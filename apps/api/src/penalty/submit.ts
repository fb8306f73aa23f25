import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { move } from './move.ts';

/** Puts a draft before the buyer, who finds it on its own page. Nothing is sent. */
export const submit = procedure('penalty.submit')
  .input(z.object({ penaltyId: z.uuid() }))
  .mutation(({ ctx, input }) => move(ctx, input.penaltyId, 'submit'));
