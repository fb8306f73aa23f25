import { z } from 'zod';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { openReceived } from './read-received.ts';
import { receivedShape } from './shapes.ts';

/** Opens one received CV: logged, so it is a mutation and a button, never a mere address. */
export const showReceived = procedure('positioning.showReceived')
  .input(z.object({ positioningId: z.uuid() }))
  .output(receivedShape)
  .mutation(async ({ ctx, input }) => {
    const employerId = speaker(ctx).membership.organisationId;
    const [received] = await openReceived(ctx, { employerId, positioningId: input.positioningId }, employerId);
    return found(received, 'positioning.not_found');
  });
