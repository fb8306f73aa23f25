import { findPositioning, listPositioningEvents } from '@jonction/db/positioning/queries';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { instant } from './shapes.ts';

/** One positioning and its whole story: who moved it, when. */
export const show = procedure('positioning.show')
  .input(z.object({ positioningId: z.uuid() }))
  .output(
    z.object({
      id: z.string(),
      status: z.enum(positioningStatuses),
      participantId: z.string(),
      offerId: z.string().nullable(),
      pushId: z.string().nullable(),
      events: z.array(
        z.object({
          at: instant,
          fromStatus: z.enum(positioningStatuses).nullable(),
          toStatus: z.enum(positioningStatuses),
          actorKind: z.string(),
          userName: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId), 'positioning.not_found');
    return { ...row, events: await listPositioningEvents(ctx.tx, row.id) };
  });
