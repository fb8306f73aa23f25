import { findPush, listPositionings } from '@jonction/db/positioning/queries';
import { pushLink } from '@jonction/db/positioning/tables';
import { mostCvsPerPush } from '@jonction/domain/positioning/push';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { positioningRowShape } from './list.ts';
import { instant } from './shapes.ts';

/** One sending: what left, to whom, by whom, and until when its link opens. The link itself is in the letter alone. */
export const showPush = procedure('positioning.showPush')
  .input(z.object({ pushId: z.uuid() }))
  .output(
    z.object({
      id: z.string(),
      employerId: z.string(),
      employerName: z.string(),
      offerId: z.string().nullable(),
      offerTitle: z.string().nullable(),
      recipientName: z.string().nullable(),
      recipientEmail: z.string(),
      message: z.string().nullable(),
      sentAt: instant,
      sentByName: z.string().nullable(),
      linkExpiresAt: instant.nullable(),
      people: z.array(positioningRowShape),
    }),
  )
  .query(async ({ ctx, input }) => {
    const push = found(await findPush(ctx.tx, input.pushId), 'positioning.push_not_found');
    const [link] = await ctx.tx
      .select({ expiresAt: pushLink.expiresAt })
      .from(pushLink)
      .where(eq(pushLink.pushId, input.pushId))
      .orderBy(desc(pushLink.createdAt))
      .limit(1);
    const { rows } = await listPositionings(ctx.tx, { pushId: input.pushId, page: 1, pageSize: mostCvsPerPush });
    return { ...push, linkExpiresAt: link?.expiresAt ?? null, people: rows };
  });
