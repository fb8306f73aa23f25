import type { Tx } from '@jonction/db/client';
import { offer } from '@jonction/db/offer/tables';
import { positioning } from '@jonction/db/positioning/tables';
import { listToTell } from '@jonction/db/positioning/to-tell';
import { actOnOffer } from '@jonction/domain/offer/lifecycle';
import { openStatuses } from '@jonction/domain/positioning/lifecycle';
import { partnerHiredLetter } from '@jonction/messages/positioning-letters';
import { and, count, eq, inArray, ne, sql } from 'drizzle-orm';
import type { EventJob, JobContext } from '../jobs/start.ts';
import { writeMessage } from '../message/write.ts';
import { emit } from '../outbox/emit.ts';
import { closePositionings, senderOf, tellOfClosing } from './close-positionings.ts';
import { systemMover } from './record-move.ts';

const system = { kind: 'system' } as const;
type Row = typeof positioning.$inferSelect;

/**
 * A company hired somebody: her other CVs stop waiting and their companies are told, the partner who recommended her hears
 * of it, and an offer whose positions are all taken is filled. Run twice, it finds nothing left to do.
 */
export async function afterHire({ subjectId }: EventJob, { database, publicUrl }: JobContext): Promise<void> {
  if (subjectId === null) return;
  await database.as(system, async (tx) => {
    const [row] = await tx.select().from(positioning).where(eq(positioning.id, subjectId)).for('update');
    if (row?.status !== 'hired') return;
    const open = await tx
      .select({ id: positioning.id })
      .from(positioning)
      .where(
        and(
          eq(positioning.participantId, row.participantId),
          ne(positioning.id, row.id),
          inArray(positioning.status, [...openStatuses]),
        ),
      );
    const closed = await closePositionings(
      tx,
      open.map((one) => one.id),
      'found_work',
      systemMover,
    );
    await tellOfClosing(tx, closed, 'found_work', publicUrl);
    await thankPartner(tx, row, publicUrl);
    if (row.offerId) await fillOffer(tx, row.offerId);
  });
}

/** Once a hire, however often the job runs: the letter stands beside the positioning. */
async function thankPartner(tx: Tx, row: Row, publicUrl: string): Promise<void> {
  const [told] = await tx.execute(
    sql`select 1 from message where about_kind = 'positioning' and about_id = ${row.id} and template = 'partner-hired' limit 1`,
  );
  if (told) return;
  const [facts] = await listToTell(tx, [row.id]);
  if (!facts) return;
  for (const partner of facts.partners) {
    const letter = partnerHiredLetter({
      ...senderOf(facts),
      partnerName: partner.name,
      employerName: facts.employerName,
      url: `${publicUrl}/partenaire/personnes/${row.participantId}`,
    });
    const about = { kind: 'positioning', id: row.id };
    await writeMessage(tx, letter, { structureId: row.structureId, to: partner.email, toName: partner.name, about });
  }
}

/** As many hires as positions fill an offer; what still waits on it is closed by what follows. */
async function fillOffer(tx: Tx, offerId: string): Promise<void> {
  const [known] = await tx.select().from(offer).where(eq(offer.id, offerId)).for('update');
  const [hired] = await tx
    .select({ count: count() })
    .from(positioning)
    .where(and(eq(positioning.offerId, offerId), eq(positioning.status, 'hired')));
  if (!known || (hired?.count ?? 0) < known.positions) return;
  const filled = actOnOffer(known.status, 'fill');
  if (!filled.ok) return;
  await tx
    .update(offer)
    .set({ status: filled.value, closedAt: new Date(), updatedAt: new Date(), version: sql`${offer.version} + 1` })
    .where(eq(offer.id, offerId));
  await emit(tx, { type: 'offer.changed', structureId: known.structureId, subjectId: offerId });
}
