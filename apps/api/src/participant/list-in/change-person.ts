import { consentEvent, participant, participantOccupation } from '@jonction/db/participant/tables';
import { consentTextVersion } from '@jonction/domain/participant/consent';
import { nameKey } from '@jonction/domain/participant/same-person';
import { capitalised } from '@jonction/domain/shared/capitalised';
import { eq, sql } from 'drizzle-orm';
import { writeCodes } from '../../eligibility/write-codes.ts';
import type { BatchWorld, ResolvedRow } from './apply-batch.ts';
import { keepEvidence } from './keep-evidence.ts';
import type { Known } from './known.ts';

export type Change = Partial<typeof participant.$inferInsert>;

/**
 * Somebody known already: what the line says takes the place of what was there, what it leaves empty stays, and trades and licences are
 * added to. Nothing is ever taken away by a list, and a refusal given after its date stands.
 */
export async function changePerson(
  world: BatchWorld,
  known: Known,
  row: ResolvedRow,
): Promise<'updated' | 'unchanged'> {
  const { tx, structureId } = world;
  const change = changeOf(world, known, row);
  const added = addedTo(known, row);
  let changed = Object.keys(change).length > 0 || added.length > 0;
  if (changed) {
    await tx
      .update(participant)
      .set({ ...change, version: sql`${participant.version} + 1`, updatedAt: sql`now()` })
      .where(eq(participant.id, known.id));
  }
  if (added.length > 0) {
    const from = known.occupations.length;
    await tx.insert(participantOccupation).values(
      added.map((romeCode, index) => ({
        participantId: known.id,
        structureId,
        romeCode,
        months: 0,
        position: from + index,
      })),
    );
    known.occupations.push(...added);
  }
  const { consentOn } = row.person;
  if (consentOn !== null && consentsNow(known, row.person)) {
    const given = { type: 'given', way: 'written', on: consentOn, textVersion: consentTextVersion } as const;
    await tx.insert(consentEvent).values({ ...given, structureId, participantId: known.id, recordedBy: world.userId });
    known.diffusionConsent = true;
    changed = true;
  }
  Object.assign(known, change);
  const of = { participantId: known.id, structureId, birthDate: known.birthDate };
  const kept = await keepEvidence(world, of, row.person);
  if (!kept && change.birthDate !== undefined) await writeCodes(world, of);
  return changed || kept ? 'updated' : 'unchanged';
}

/** Trades that a line adds. */
export function addedTo(known: Known, row: ResolvedRow): string[] {
  return row.occupations.filter((code) => !known.occupations.includes(code));
}

/** The line tells an agreement, and no refusal was given after its date. */
export function consentsNow(known: Known, { consentOn }: ResolvedRow['person']): boolean {
  return consentOn !== null && !known.diffusionConsent && (known.consentSaidOn ?? '') < consentOn;
}

/** What a line changes of somebody known, trades and agreement apart. */
export function changeOf(world: BatchWorld, known: Known, { person, licences, partnerId }: ResolvedRow): Change {
  const change: Change = {};
  if (isRenamed(known, person)) {
    change.firstName = person.firstName;
    change.lastName = person.lastName;
  }
  if (person.birthDate !== null && person.birthDate !== known.birthDate) change.birthDate = person.birthDate;
  if (person.phone !== null && person.phone !== known.phone) change.phone = person.phone;
  if (person.email !== null && person.email !== known.email) change.email = person.email;
  if (person.availableFrom !== null && person.availableFrom !== known.availableFrom) {
    change.availableFrom = person.availableFrom;
  }
  if (person.frenchLevel !== null && person.frenchLevel !== known.frenchLevel) change.frenchLevel = person.frenchLevel;
  const radiusMetres = person.radiusKm === null ? null : person.radiusKm * 1000;
  if (radiusMetres !== null && radiusMetres !== known.radiusMetres) change.radiusMetres = radiusMetres;
  if (person.postalCode !== null && person.postalCode !== known.postalCode) {
    const place = world.places.get(person.postalCode);
    change.postalCode = person.postalCode;
    change.city = place ? capitalised(place.name) : null;
    change.latitude = place?.latitude ?? null;
    change.longitude = place?.longitude ?? null;
  }
  const more = (licences ?? []).filter((code) => !(known.licences ?? []).includes(code));
  if (more.length > 0) change.licences = [...(known.licences ?? []), ...more];
  // The partner who sent her first stays hers: a list of another one does not take her over.
  if (partnerId !== null && known.recommendedByOrganisationId === null) change.recommendedByOrganisationId = partnerId;
  return change;
}

/** Another name, or the same one better written: capitals and lost accents of an export do not take the place of what a person typed. */
function isRenamed(known: Known, row: { firstName: string; lastName: string }): boolean {
  if (nameKey(known) !== nameKey(row)) return true;
  const shouted = known.lastName === known.lastName.toLocaleUpperCase('fr');
  return shouted && row.lastName !== known.lastName && row.lastName !== row.lastName.toLocaleUpperCase('fr');
}
