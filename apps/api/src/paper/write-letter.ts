import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import type { AwaitedRow } from '@jonction/db/paper/queries';
import { paperReminder } from '@jonction/db/paper/tables';
import { paperLinkDays } from '@jonction/domain/paper/asked';
import { askedPaperWords } from '@jonction/domain/paper/words';
import { formatDay } from '@jonction/domain/shared/typography';
import { translate } from '@jonction/domain/shared/words';
import { askedPapersLetter } from '@jonction/messages/asked-papers-letter';
import { newToken } from '../access/token.ts';
import { writeMessage } from '../message/write.ts';

const dayMs = 24 * 3600 * 1000;

/** "Attestation de vigilance (Urssaf) : expire bientôt, le 12 mars 2026". */
function lineOf({ kind, label, state, validUntil, dueOn }: AwaitedRow['papers'][number]): string {
  const name = translate(askedPaperWords, 'fr', `paper.kind.${kind}`);
  const day = state === 'expiring' || state === 'expired' ? validUntil : state === 'late' ? dueOn : null;
  const where = translate(askedPaperWords, 'fr', `paper.state.${state}`);
  return `${label ? `${name} (${label})` : name} : ${where}${day ? `, ${formatDay(day, 'fr')}` : ''}`;
}

/** One letter about all that is awaited from a company, with a link of its own, in the transaction of the row that remembers it. */
export async function writePapersLetter(
  tx: Tx,
  row: AwaitedRow,
  given: { address: string; sentBy: string | null; senderName: string | null; publicUrl: string; now?: Date },
): Promise<void> {
  const { structureId, employerId } = row;
  const { address, sentBy, senderName, publicUrl, now = new Date() } = given;
  const { token, hash } = newToken();
  const id = newId();
  const letter = askedPapersLetter({
    ...row,
    recipientName: row.contactName,
    senderName,
    papers: row.papers.map(lineOf),
    missing: row.papers.some(({ state }) => state !== 'expiring' && state !== 'expired'),
    url: `${publicUrl}/pieces/${token}`,
  });
  const messageId = await writeMessage(tx, letter, {
    structureId,
    to: address,
    toName: row.contactName,
    about: { kind: 'paper_reminder', id },
  });
  await tx.insert(paperReminder).values({
    ...{ id, structureId, employerId, address, tokenHash: hash, messageId, sentBy, sentAt: now },
    expiresAt: new Date(now.getTime() + paperLinkDays * dayMs),
  });
}
