import { listPlacements } from '@jonction/db/placement/queries';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { placementShape } from './shapes.ts';

/** One hire of the structure. Why the person was eligible stays in the vault. */
export const show = procedure('placement.show')
  .input(z.object({ placementId: z.uuid() }))
  .output(placementShape)
  .query(async ({ ctx, input }) => {
    const { rows } = await listPlacements(ctx.tx, { id: input.placementId, page: 1, pageSize: 1 });
    return found(rows[0], 'placement.not_found');
  });
