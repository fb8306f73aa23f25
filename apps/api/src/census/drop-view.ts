import { dropView as takeAway } from '@jonction/db/census/views';
import { z } from 'zod';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Takes away a view of one's own; those of others, shared or not, are theirs. */
export const dropView = procedure('census.dropView')
  .input(z.object({ viewId: z.uuid() }))
  .output(z.object({ viewId: z.string() }))
  .mutation(async ({ ctx, input: { viewId } }) => {
    const { userId, membership } = speaker(ctx);
    const gone = await takeAway(ctx.tx, { userId, structureId: membership.structureId }, viewId);
    if (!gone) throw new Refuse('census.view_not_found');
    return { viewId };
  });
