import { offer } from '@jonction/db/offer/tables';
import { positioning } from '@jonction/db/positioning/tables';
import { openStatuses } from '@jonction/domain/positioning/lifecycle';
import { and, eq, inArray } from 'drizzle-orm';
import type { EventJob, JobContext } from '../jobs/start.ts';
import { closePositionings, tellOfClosing } from './close-positionings.ts';
import { systemMover } from './record-move.ts';

/** An offer that is filled or closed waits for nobody: its CVs stop waiting, and everybody concerned is told. */
export async function afterOffer({ subjectId }: EventJob, { database, publicUrl }: JobContext): Promise<void> {
  if (subjectId === null) return;
  await database.as({ kind: 'system' }, async (tx) => {
    const [row] = await tx.select({ status: offer.status }).from(offer).where(eq(offer.id, subjectId));
    if (row?.status !== 'filled' && row?.status !== 'closed') return;
    const reason = row.status === 'filled' ? 'offer_filled' : 'offer_closed';
    const open = await tx
      .select({ id: positioning.id })
      .from(positioning)
      .where(and(eq(positioning.offerId, subjectId), inArray(positioning.status, [...openStatuses])));
    const closed = await closePositionings(
      tx,
      open.map(({ id }) => id),
      reason,
      systemMover,
    );
    await tellOfClosing(tx, closed, reason, publicUrl);
  });
}
