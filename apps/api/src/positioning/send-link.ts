import type { Tx } from '@jonction/db/client';
import { wantsSecond } from '@jonction/db/organisation/contacts';
import { findPush } from '@jonction/db/positioning/queries';
import { pushLink } from '@jonction/db/positioning/tables';
import { linkLifeDays } from '@jonction/domain/positioning/push';
import { pushLetter } from '@jonction/messages/push-letter';
import { and, eq, isNull } from 'drizzle-orm';
import { newToken } from '../access/token.ts';
import type { Context } from '../context.ts';
import { writeMessage } from '../message/write.ts';
import { found } from '../refuse.ts';

const dayMs = 24 * 3600 * 1000;

/** Draws a new link for a push, kills those before it, and writes to the company. */
export async function sendLink(
  ctx: Context & { tx: Tx },
  { pushId, structure }: { pushId: string; structure: { id: string; name: string; phone: string | null } },
): Promise<void> {
  const sent = found(await findPush(ctx.tx, pushId), 'positioning.push_not_found');
  await ctx.tx
    .update(pushLink)
    .set({ revokedAt: new Date() })
    .where(and(eq(pushLink.pushId, pushId), isNull(pushLink.revokedAt)));
  const { token, hash } = newToken();
  await ctx.tx.insert(pushLink).values({
    structureId: structure.id,
    pushId,
    tokenHash: hash,
    expiresAt: new Date(Date.now() + linkLifeDays * dayMs),
  });
  const letter = pushLetter({
    recipientName: sent.recipientName,
    senderName: sent.sentByName ?? structure.name,
    structureName: structure.name,
    structurePhone: structure.phone,
    cvs: sent.cvs,
    offerTitle: sent.offerTitle,
    contractObject: sent.contractObject,
    message: sent.message,
    asksSecond: await wantsSecond(ctx.tx, { structureId: structure.id, organisationId: sent.employerId }, ctx.today),
    url: `${ctx.publicUrl}/cv/${token}`,
  });
  await writeMessage(ctx.tx, letter, {
    structureId: structure.id,
    to: sent.recipientEmail,
    toName: sent.recipientName,
    about: { kind: 'push', id: pushId },
  });
}
