import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { offer } from '@jonction/db/offer/tables';

type OfferRow = typeof offer.$inferInsert;

/** An open offer of two cleaners in Paris 13e, 25 hours a week, unless traits say otherwise. The transaction is the system's. */
export async function makeOffer(
  tx: Tx,
  traits: Partial<OfferRow> & { structureId: string; employerId: string },
): Promise<{ id: string }> {
  const id = traits.id ?? newId();
  await tx.insert(offer).values({
    title: 'Agent de propreté',
    romeCode: 'K2204',
    positions: 2,
    weeklyHoursMin: 25,
    weeklyHoursMax: 25,
    employmentKind: 'fixed_term',
    startsOn: '2026-05-01',
    placeLabel: 'Paris 13e',
    postalCode: '75013',
    latitude: 48.8283,
    longitude: 2.3626,
    categories: ['RSA', 'DELD'],
    status: 'open',
    ...traits,
    id,
  });
  return { id };
}
