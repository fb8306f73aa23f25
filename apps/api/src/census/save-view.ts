import { saveView as keepView } from '@jonction/db/census/views';
import { saveViewSchema } from '@jonction/domain/census/view';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Keeps an address of the census under a name, for oneself or for the team. Saved again, it takes the place of the one before. */
export const saveView = procedure('census.saveView')
  .input(saveViewSchema)
  .output(z.object({ viewId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    return { viewId: await keepView(ctx.tx, { ...input, userId, structureId: membership.structureId }) };
  });
