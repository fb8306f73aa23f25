import type { Tx } from '@jonction/db/client';
import type { CampaignRow } from '@jonction/db/hours/campaigns';
import type { LateRow } from '@jonction/db/hours/late';
import { hourReminder } from '@jonction/db/hours/late-tables';
import { newId } from '@jonction/db/new-id';
import { declareLinkDays, quarterOf, type ReminderKind } from '@jonction/domain/hours/late';
import type { Day } from '@jonction/domain/shared/day';
import { formatMonth, formatQuarter } from '@jonction/domain/shared/typography';
import { lateHoursLetter } from '@jonction/messages/late-hours-letter';
import { newToken } from '../../access/token.ts';
import { writeMessage } from '../../message/write.ts';

const dayMs = 24 * 3600 * 1000;

type Missing = Pick<
  LateRow & CampaignRow,
  'structureId' | 'employerId' | 'employerName' | 'contactName' | 'structureName' | 'structurePhone' | 'missing'
>;

/** A letter about a period, with a link of its own to declare on: in the transaction of the row that remembers it. */
export async function writeHoursReminder(
  tx: Tx,
  row: Missing,
  given: {
    kind: ReminderKind;
    period: Day;
    rung: number;
    address: string;
    senderName: string | null;
    sentBy: string | null;
    publicUrl: string;
    now?: Date;
  },
): Promise<void> {
  const { kind, period, rung, address, now = new Date() } = given;
  const { token, hash } = newToken();
  const id = newId();
  const letter = lateHoursLetter({
    ...row,
    recipientName: row.contactName,
    senderName: given.senderName,
    period: kind === 'month' ? formatMonth(period.slice(0, 7), 'fr') : formatQuarter(quarterOf(period), 'fr'),
    kind,
    rung,
    url: `${given.publicUrl}/declarer/${token}`,
  });
  const { structureId, employerId } = row;
  const messageId = await writeMessage(tx, letter, {
    structureId,
    to: address,
    toName: row.contactName,
    about: { kind: 'hour_reminder', id },
  });
  const expiresAt = new Date(now.getTime() + declareLinkDays * dayMs);
  await tx.insert(hourReminder).values({
    ...{ id, structureId, employerId, kind, period, rung, address, tokenHash: hash, messageId },
    ...{ sentBy: given.sentBy, sentAt: now, expiresAt },
  });
}
