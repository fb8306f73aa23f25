import type { Tx } from '@jonction/db/client';
import type { ParticipantFilters } from '@jonction/db/participant/filter';
import type { ListParticipants } from '@jonction/domain/participant/list';
import { locate } from '../reference/locate.ts';
import { Refuse } from '../refuse.ts';

/** Where a distance is measured from. Refuses a postal code that no commune has. */
export async function placeAsked(tx: Tx, near: ListParticipants['near']): Promise<ParticipantFilters['near']> {
  if (!near) return null;
  const place = await locate(tx, near.postalCode, null);
  if (place === null) throw new Refuse('participant.place_unknown', { postalCode: near.postalCode }, 'near');
  return { latitude: place.latitude, longitude: place.longitude, withinKm: near.withinKm };
}
