import type { Tx } from '@jonction/db/client';
import { wantsSecond } from '@jonction/db/organisation/contacts';
import { reminder } from '@jonction/db/positioning/follow-tables';
import { findPush } from '@jonction/db/positioning/queries';
import { listRemindedOf } from '@jonction/db/positioning/silences';
import { pushLink } from '@jonction/db/positioning/tables';
import { linkLifeDays } from '@jonction/domain/positioning/push';
import { parisDayOf } from '@jonction/domain/shared/day';
import { formatDay } from '@jonction/domain/shared/typography';
import { reminderLetter } from '@jonction/messages/positioning-letters';
import { eq } from 'drizzle-orm';
import { newToken } from '../access/token.ts';
import { writeMessage } from '../message/write.ts';

const dayMs = 24 * 3600 * 1000;

/**
 * Writes the letter of a reminder, with a link of its own: the one of the first letter stays alive. Nothing is written when
 * everything was answered meanwhile.
 */
export async function writeReminder(tx: Tx, letterId: string, { publicUrl }: { publicUrl: string }): Promise<boolean> {
  const [about] = await listRemindedOf(tx, letterId);
  const push = about ? await findPush(tx, about.pushId) : undefined;
  if (!about || !push) return false;
  const { token, hash } = newToken();
  await tx.insert(pushLink).values({
    structureId: about.structureId,
    pushId: about.pushId,
    tokenHash: hash,
    expiresAt: new Date(Date.now() + linkLifeDays * dayMs),
  });
  const letter = reminderLetter({
    rung: about.rung,
    recipientName: push.recipientName,
    senderName: push.sentByName ?? push.structureName,
    structureName: push.structureName,
    structurePhone: push.structurePhone,
    cvs: about.waiting,
    offerTitle: push.offerTitle,
    asksSecond: await wantsSecond(
      tx,
      { structureId: about.structureId, organisationId: push.employerId },
      parisDayOf(new Date()),
    ),
    sentOn: formatDay(about.sentOn, 'fr'),
    url: `${publicUrl}/cv/${token}`,
  });
  const messageId = await writeMessage(tx, letter, {
    structureId: about.structureId,
    to: push.recipientEmail,
    toName: push.recipientName,
    about: { kind: 'push', id: about.pushId },
  });
  await tx.update(reminder).set({ messageId }).where(eq(reminder.letterId, letterId));
  return true;
}
