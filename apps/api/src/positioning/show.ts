import { listComments } from '@jonction/db/positioning/comments';
import { listNotices, listReminders } from '@jonction/db/positioning/follow';
import { findInterview } from '@jonction/db/positioning/interviews';
import { findPositioning, listPositioningEvents, listPositionings } from '@jonction/db/positioning/queries';
import { listTransfers } from '@jonction/db/positioning/transfers';
import { messageStatuses } from '@jonction/domain/message/words';
import { reminderRungs } from '@jonction/domain/positioning/ladder';
import { positioningActors, positioningActs, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { noticeKinds } from '@jonction/domain/positioning/notice';
import { closeReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { interviewOf, interviewShape } from './interview-shape.ts';
import { positioningRowShape, withToPass } from './list.ts';
import { instant, transferShape } from './shapes.ts';

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
      /** As a list shows it. */
      row: positioningRowShape,
      reminders: z.array(
        z.object({
          id: z.string(),
          rung: z.enum(reminderRungs),
          leavesAt: instant,
          address: z.string(),
          /** What became of the letter; null: it waits to leave. */
          letter: z.enum(messageStatuses).nullable(),
          messageId: z.string().nullable(),
        }),
      ),
      interview: interviewShape.nullable(),
      transfers: z.array(transferShape),
      notices: z.array(z.object({ kind: z.enum(noticeKinds), at: instant })),
      comments: z.array(z.object({ id: z.string(), at: instant, authorName: z.string(), body: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId), 'positioning.not_found');
    const listed = withToPass(ctx, await listPositionings(ctx.tx, { positioningId: row.id, page: 1, pageSize: 1 }));
    return {
      ...row,
      row: found(listed.rows[0], 'positioning.not_found'),
      reminders: await listReminders(ctx.tx, row.id),
      notices: await listNotices(ctx.tx, row.id),
      interview: interviewOf(await findInterview(ctx.tx, row.id)),
      transfers: await listTransfers(ctx.tx, row.id),
      events: await listPositioningEvents(ctx.tx, row.id),
      comments: await listComments(ctx.tx, row.id),
    };
  });
