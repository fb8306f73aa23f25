import type { Tx } from '@jonction/db/client';
import { listPlacesOfPostalCode, listPlacesOfPostalCodes } from '@jonction/db/reference/queries';
import { type Place, placeOfPostalCode } from '@jonction/domain/reference/place';
import { folded } from './folded.ts';

/** The middle of where somebody lives: of the commune when its name is one of the postal code's, else of the postal code. */
export async function locate(
  tx: Tx,
  postalCode: string | null | undefined,
  city: string | null | undefined,
): Promise<Place | null> {
  if (!postalCode) return null;
  const loaded = await listPlacesOfPostalCode(tx, postalCode);
  const named = city ? loaded.find(({ name }) => folded(name) === folded(city)) : undefined;
  const place = named ?? loaded[0];
  if (place && place.latitude !== null && place.longitude !== null) {
    return { postalCode, name: place.name, latitude: place.latitude, longitude: place.longitude };
  }
  return placeOfPostalCode(postalCode);
}

/** The same for a whole list, in one statement. */
export async function locateAll(tx: Tx, postalCodes: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const found = new Map<string, Place>();
  for (const postalCode of postalCodes) {
    const known = placeOfPostalCode(postalCode);
    if (known) found.set(postalCode, known);
  }
  for (const { postalCode, name, latitude, longitude } of await listPlacesOfPostalCodes(tx, postalCodes)) {
    if (latitude !== null && longitude !== null) found.set(postalCode, { postalCode, name, latitude, longitude });
  }
  return found;
}
