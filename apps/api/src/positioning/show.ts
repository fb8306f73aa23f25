import { listComments } from '@jonction/db/positioning/comments';
import { findPositioning, listPositioningEvents } from '@jonction/db/positioning/queries';
import { positioningActors, positioningActs, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { closeReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { instant } from './shapes.ts';

/** One positioning and its whole story: who moved it, when, and what the team said of it. */
export const show = procedure('positioning.show')
  .input(z.object({ positioningId: z.uuid() }))
  .output(
    z.object({
      id: z.string(),
      status: z.enum(positioningStatuses),
      participantId: z.string(),
      offerId: z.string().nullable(),
      pushId: z.string().nullable(),
      version: z.number(),
      refusalReason: z.enum(refusalReasons).nullable(),
      closeReason: z.enum(closeReasons).nullable(),
      pausedUntil: z.string().nullable(),
      events: z.array(
        z.object({
          at: instant,
          fromStatus: z.enum(positioningStatuses).nullable(),
          toStatus: z.enum(positioningStatuses),
          /** Null in what was written before moves had names. */
          act: z.enum(positioningActs).nullable(),
          actor: z.enum(positioningActors).nullable(),
          actorKind: z.string(),
          userName: z.string().nullable(),
        }),
      ),
      comments: z.array(z.object({ id: z.string(), at: instant, authorName: z.string(), body: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId), 'positioning.not_found');
    return {
      ...row,
      events: await listPositioningEvents(ctx.tx, row.id),
      comments: await listComments(ctx.tx, row.id),
    };
  });
