import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { insertParticipant, type ParticipantValues, replaceOccupations } from '@jonction/db/participant/write';
import type { CreateParticipant } from '@jonction/domain/participant/create';
import { capitalised } from '@jonction/domain/shared/capitalised';
import { locate } from '../reference/locate.ts';

type Fields = Omit<CreateParticipant, 'recommendedByOrganisationId'>;

/** What only the server decides about a new record. */
type Given = Pick<ParticipantValues, 'structureId' | 'createdBy' | 'createdOn' | 'waitingSince'> &
  Partial<Pick<ParticipantValues, 'ownerId' | 'recommendedByOrganisationId' | 'recommendedByUserId'>>;

/** Writes a new person with her occupations: for the form, the recommendation and the lists alike. */
export async function keepParticipant(tx: Tx, fields: Fields, given: Given): Promise<{ id: string; number: number }> {
  const id = newId();
  const kept = await insertParticipant(tx, { ...given, ...(await valuesOf(tx, fields)), id });
  await replaceOccupations(tx, { participantId: id, structureId: given.structureId }, fields.occupations);
  return kept;
}

/** The columns of a form's fields: what is absent is unknown, and where she lives is measured. */
export async function valuesOf(tx: Tx, fields: Omit<Fields, 'occupations'>) {
  const place = await locate(tx, fields.postalCode, fields.city);
  return {
    firstName: fields.firstName,
    lastName: fields.lastName,
    birthDate: fields.birthDate ?? null,
    sex: fields.sex ?? null,
    phone: fields.phone ?? null,
    email: fields.email ?? null,
    postalCode: fields.postalCode ?? null,
    city: fields.city || (place ? capitalised(place.name) : null),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    preferredChannel: fields.preferredChannel ?? null,
    safeContactOnly: fields.safeContactOnly,
    availableFrom: fields.availableFrom ?? null,
    radiusMetres: fields.radiusKm == null ? null : fields.radiusKm * 1000,
    frenchLevel: fields.frenchLevel ?? null,
    weeklyHoursMin: fields.weeklyHoursMin ?? null,
    weeklyHoursMax: fields.weeklyHoursMax ?? null,
    licences: fields.licences == null ? null : [...new Set(fields.licences)],
  };
}
