import type { AskRow } from '@jonction/db/census/asks';
import { censusLetter as letterTable } from '@jonction/db/census/campaign-tables';
import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { linkDaysAfterDelay } from '@jonction/domain/census/campaign';
import { type Day, daysBetween } from '@jonction/domain/shared/day';
import { censusLetter } from '@jonction/messages/census-letter';
import { newToken } from '../../access/token.ts';
import { writeMessage } from '../../message/write.ts';

const dayMs = 24 * 3600 * 1000;

/** One letter to whoever answers for some rows, with a link of its own, in the transaction of the row that remembers it. */
export async function writeCensusLetter(
  tx: Tx,
  ask: AskRow,
  given: { address: string; rung: number | null; sentBy: string | null; today: Day; publicUrl: string; now?: Date },
): Promise<void> {
  const { campaignId, structureId, buyerId } = ask;
  const { address, rung, sentBy, today, publicUrl, now = new Date() } = given;
  const { token, hash } = newToken();
  const id = newId();
  const letter = censusLetter({
    ...ask,
    recipientName: ask.contactName,
    reminder: ask.letters > 0,
    url: `${publicUrl}/recenser/${token}`,
  });
  const messageId = await writeMessage(tx, letter, {
    structureId,
    to: address,
    toName: ask.contactName,
    about: { kind: 'census_letter', id },
  });
  const days = Math.max(0, daysBetween(today, ask.dueOn)) + linkDaysAfterDelay;
  await tx.insert(letterTable).values({
    ...{ id, askId: ask.id, campaignId, structureId, buyerId, rung, address, tokenHash: hash, messageId, sentBy },
    ...{ sentAt: now, expiresAt: new Date(now.getTime() + days * dayMs) },
  });
}
