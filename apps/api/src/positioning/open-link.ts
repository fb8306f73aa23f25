import { z } from 'zod';
import { Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { openReceived } from './read-received.ts';
import { receivedShape } from './shapes.ts';

/** The button of the link was pressed: the opening is logged, then the CVs of this push are shown, and nothing else. */
export const openLink = procedure('positioning.openLink')
  .output(z.array(receivedShape))
  .mutation(({ ctx }) => {
    if (ctx.actor.kind !== 'link') throw new Refuse('access.link_dead');
    return openReceived(ctx, { pushId: ctx.actor.pushId }, ctx.actor.organisationId);
  });
