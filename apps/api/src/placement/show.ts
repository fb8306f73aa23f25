import { listPlacements } from '@jonction/db/placement/queries';
import { placement } from '@jonction/db/placement/tables';
import { executionModes, windowKinds } from '@jonction/domain/placement/placement';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { placementShape } from './shapes.ts';

const rowShape = placementShape.extend({
  windowKind: z.string().pipe(z.enum(windowKinds)),
  executionMode: z.string().pipe(z.enum(executionModes)),
});

export const show = procedure('placement.show')
  .input(z.object({ placementId: z.uuid() }))
  .output(rowShape)
  .query(async ({ ctx, input }) => {
    const [known] = await ctx.tx
      .select({ clauseId: placement.clauseId, participantId: placement.participantId })
      .from(placement)
      .where(eq(placement.id, input.placementId));
    const { rows } = await listPlacements(ctx.tx, { ...found(known, 'placement.not_found'), page: 1, pageSize: 200 });
    return found(
      rows.find(({ id }) => id === input.placementId),
      'placement.not_found',
    );
  });
