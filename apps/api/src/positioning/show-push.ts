import { findMessageAbout } from '@jonction/db/message/queries';
import { findPush, listPositionings } from '@jonction/db/positioning/queries';
import { pushLink } from '@jonction/db/positioning/tables';
import { mostCvsPerPush } from '@jonction/domain/positioning/push';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { positioningRowShape, withToPass } from './list.ts';
import { instant } from './shapes.ts';

/**
 * One sending: what left, to whom, by whom, and until when its link opens. The link itself is in the letter alone, unless
 * no relay carries letters: it is then given to be passed on by hand, and its reading is written in the journal as that of
 * the letter is.
 */
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
      /** Whether the letter went to a relay, or is about to. */
      mailLeft: z.boolean(),
      /** The link to pass on by hand; null when the letter carries it, or when it opens no more. */
      link: z.string().nullable(),
      letterId: z.string().nullable(),
      people: z.array(positioningRowShape),
    }),
  )
  .query(async ({ ctx, input }) => {
    const push = found(await findPush(ctx.tx, input.pushId), 'positioning.push_not_found');
    const [link] = await ctx.tx
      .select({ expiresAt: pushLink.expiresAt, revokedAt: pushLink.revokedAt })
      .from(pushLink)
      .where(eq(pushLink.pushId, input.pushId))
      .orderBy(desc(pushLink.createdAt))
      .limit(1);
    const { rows } = await listPositionings(ctx.tx, { pushId: input.pushId, page: 1, pageSize: mostCvsPerPush });
    const letter = await findMessageAbout(ctx.tx, { kind: 'push', id: input.pushId });
    const mailLeft =
      letter === null ? ctx.mailLeaves : letter.status === 'sent' || (letter.status === 'queued' && ctx.mailLeaves);
    const opens = link !== undefined && link.revokedAt === null && link.expiresAt > new Date();
    const address = mailLeft || !opens ? null : linkIn(letter?.bodyText ?? '');
    if (letter !== null && address !== null) {
      await recordAudit(ctx, { action: 'message.show', subjectKind: 'message', subjectId: letter.id });
    }
    const linkExpiresAt = link?.expiresAt ?? null;
    return {
      ...push,
      linkExpiresAt,
      mailLeft,
      link: address,
      letterId: letter?.id ?? null,
      people: withToPass(ctx, { rows }).rows,
    };
  });

/** The address that the letter ends with: a message of the sender's own may hold others before it. */
function linkIn(body: string): string | null {
  return [...body.matchAll(/^https?:\/\/\S+\/cv\/[\w-]+$/gm)].at(-1)?.[0] ?? null;
}
