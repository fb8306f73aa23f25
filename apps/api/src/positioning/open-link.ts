import { mostCvsPerPush } from '@jonction/domain/positioning/push';
import { z } from 'zod';
import { Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { openReceived } from './read-received.ts';
import { receivedShape } from './shapes.ts';

/**
 * CVs are opened by the link: the opening is logged, then those named are shown, or all of this push, and nothing else.
 */
export const openLink = procedure('positioning.openLink')
  .input(z.object({ positioningIds: z.array(z.uuid()).max(mostCvsPerPush).optional() }).optional())
  .output(z.array(receivedShape))
  .mutation(({ ctx, input }) => {
    if (ctx.actor.kind !== 'link') throw new Refuse('access.link_dead');
    const named = input?.positioningIds ? { positioningIds: input.positioningIds } : {};
    return openReceived(ctx, { pushId: ctx.actor.pushId, ...named }, ctx.actor.organisationId);
  });
