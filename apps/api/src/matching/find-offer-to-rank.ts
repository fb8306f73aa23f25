import type { Tx } from '@jonction/db/client';
import { offer } from '@jonction/db/offer/tables';
import { eq } from 'drizzle-orm';
import { readOffer } from '../offer/show.ts';
import { found } from '../refuse.ts';
import type { OfferToRank } from './prepare.ts';

/** The offer with the columns that only the ranking reads. Refuses with `offer.not_found`. */
export async function findOfferToRank(tx: Tx, offerId: string): Promise<OfferToRank> {
  const shown = await readOffer(tx, offerId);
  const [row] = await tx
    .select({ structureId: offer.structureId, latitude: offer.latitude, longitude: offer.longitude })
    .from(offer)
    .where(eq(offer.id, offerId));
  return { ...shown, ...found(row, 'offer.not_found') };
}
