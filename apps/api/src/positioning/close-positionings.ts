import type { Tx } from '@jonction/db/client';
import { keepErrand } from '@jonction/db/participant/reach';
import { positioningNotice } from '@jonction/db/positioning/follow-tables';
import { positioning } from '@jonction/db/positioning/tables';
import { listToTell, type ToTell } from '@jonction/db/positioning/to-tell';
import { actOnPositioning } from '@jonction/domain/positioning/lifecycle';
import type { NoticeKind } from '@jonction/domain/positioning/notice';
import { reasonFor } from '@jonction/domain/positioning/reason-words';
import type { CloseReason } from '@jonction/domain/positioning/reasons';
import { closedTold } from '@jonction/messages/person-words';
import { closedLetter, partnerClosedLetter } from '@jonction/messages/positioning-letters';
import { inArray } from 'drizzle-orm';
import { writeMessage } from '../message/write.ts';
import { type Mover, recordMove } from './record-move.ts';

/** Closes what is still open among these, and answers the ids closed. Whoever may not close leaves them as they are. */
export async function closePositionings(
  tx: Tx,
  ids: readonly string[],
  reason: CloseReason,
  by: Mover,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(positioning)
    .where(inArray(positioning.id, [...ids]))
    .orderBy(positioning.id)
    .for('update');
  const closed: string[] = [];
  for (const row of rows) {
    const to = actOnPositioning(row.status, 'close', by.actor);
    if (!to.ok) continue;
    await recordMove(tx, row, { act: 'close', to: to.value, by, set: { closeReason: reason } });
    closed.push(row.id);
  }
  return closed;
}

/** What the team finds in its tray; a closing of its own is no news to it. */
const noticeOf: Readonly<Partial<Record<CloseReason, NoticeKind>>> = {
  found_work: 'closed_found_work',
  offer_filled: 'closed_offer',
  offer_closed: 'closed_offer',
  silence: 'closed_silence',
};

/**
 * Tells of closings: one letter a sending to the company that knew of it, one a person to the partner who recommended her,
 * and the team's tray.
 */
export async function tellOfClosing(
  tx: Tx,
  ids: readonly string[],
  reason: CloseReason,
  publicUrl: string,
  by: Mover['actor'] = 'system',
): Promise<void> {
  const rows = await listToTell(tx, ids);
  const kind = by === 'system' ? noticeOf[reason] : undefined;
  if (kind && rows.length > 0) {
    await tx
      .insert(positioningNotice)
      .values(rows.map(({ id, structureId }) => ({ positioningId: id, structureId, kind })))
      .onConflictDoNothing();
  }
  await tellPeople(tx, rows, reason);
  for (const [first, ...others] of byPush(rows)) {
    if (!first?.recipientEmail || !first.pushId) continue;
    const letter = closedLetter({
      ...senderOf(first),
      recipientName: first.recipientName,
      cvs: others.length + 1,
      offerTitle: first.offerTitle,
      reason: lowered(reasonFor('company', reason, 'fr')),
    });
    const about = { kind: 'push_closed', id: first.pushId };
    await writeMessage(tx, letter, {
      structureId: first.structureId,
      to: first.recipientEmail,
      toName: first.recipientName,
      about,
    });
  }
  for (const row of rows) {
    for (const partner of row.partners) {
      const letter = partnerClosedLetter({
        ...senderOf(row),
        partnerName: partner.name,
        employerName: row.employerName,
        told: reasonFor('partner', reason, 'fr'),
        url: `${publicUrl}/partenaire/personnes/${row.participantId}`,
      });
      const about = { kind: 'positioning', id: row.id };
      await writeMessage(tx, letter, { structureId: row.structureId, to: partner.email, toName: partner.name, about });
    }
  }
}

/** Who was put forward is told that it is over, by her own way, the next morning. Who found work knows. */
async function tellPeople(tx: Tx, rows: readonly ToTell[], reason: CloseReason): Promise<void> {
  if (reason === 'found_work') return;
  for (const { id, structureId, participantId, employerName, known } of rows) {
    if (!known) continue;
    const { subject, paragraphs } = closedTold({ employerName, told: reasonFor('participant', reason, 'fr') });
    await keepErrand(tx, {
      structureId,
      participantId,
      kind: 'closed',
      aboutId: id,
      subject,
      body: paragraphs.join('\n\n'),
    });
  }
}

export function senderOf({ senderName, structureName, structurePhone }: ToTell) {
  return { senderName: senderName ?? structureName, structureName, structurePhone };
}

/** A company that has not heard of a CV is not told that it is over. */
function byPush(rows: readonly ToTell[]): ToTell[][] {
  return [
    ...Map.groupBy(
      rows.filter(({ known }) => known),
      ({ pushId }) => pushId,
    ).values(),
  ];
}

function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);
}
