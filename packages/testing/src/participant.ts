import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import {
  consentEvent,
  participant,
  participantLanguage,
  participantOccupation,
  participantSkill,
} from '@jonction/db/participant/tables';
import { consentTextVersion } from '@jonction/domain/participant/consent';
import { eq } from 'drizzle-orm';

type ParticipantRow = typeof participant.$inferInsert;

export interface ParticipantTraits extends Omit<Partial<ParticipantRow>, 'structureId' | 'diffusionConsent'> {
  structureId: string;
  /** Agreed to have her CV shown; true unless said otherwise. */
  consents?: boolean;
  occupations?: readonly { code: string; months?: number }[];
  skills?: readonly string[];
  languages?: readonly { code: string; level?: string }[];
}

let made = 0;
const firstNames = ['Aïcha', 'Bruno', 'Célia', 'Dembélé', 'Elena', 'Farid', 'Gisèle', 'Hawa', 'Ibrahim', 'Jeanne'];
const lastNames = [
  'Armand',
  'Benhaddou',
  'Caradec',
  'Diallo',
  'Estrada',
  'Fournel',
  'Garnier',
  'Haddad',
  'Imbert',
  'Jolivet',
];

/** Somebody fictitious in the bank of a structure: available, agreed, living in Paris 13e, unless traits say otherwise. */
export async function makeParticipant(tx: Tx, traits: ParticipantTraits): Promise<{ id: string; number: number }> {
  const { consents = true, occupations = [], skills = [], languages = [], ...given } = traits;
  const id = given.id ?? newId();
  const serial = made++;
  const [row] = await tx
    .insert(participant)
    .values({
      firstName: firstNames[serial % 10] ?? 'Aïcha',
      lastName: `${lastNames[Math.floor(serial / 10) % 10] ?? 'Armand'}${serial >= 100 ? `-${serial}` : ''}`,
      postalCode: '75013',
      city: 'Paris',
      latitude: 48.8283,
      longitude: 2.3626,
      radiusMetres: 15_000,
      frenchLevel: 4,
      weeklyHoursMin: 20,
      weeklyHoursMax: 35,
      licences: [],
      ...given,
      id,
    })
    .returning({ id: participant.id, number: participant.number });
  if (!row) throw new Error('the participant was not kept');
  const { structureId } = given;
  const of = { participantId: id, structureId };
  if (occupations.length > 0) {
    await tx
      .insert(participantOccupation)
      .values(occupations.map(({ code, months = 0 }, position) => ({ ...of, romeCode: code, months, position })));
  }
  if (skills.length > 0)
    await tx.insert(participantSkill).values(skills.map((skill) => ({ ...of, skill, label: skill })));
  if (languages.length > 0) {
    await tx
      .insert(participantLanguage)
      .values(languages.map(({ code, level }) => ({ ...of, code, level: level ?? null })));
  }
  if (consents) await makeConsent(tx, of);
  return row;
}

/** An agreement (or its withdrawal) of today, as the trigger of the base then shows it on the person. */
export async function makeConsent(
  tx: Tx,
  given: { participantId: string; structureId: string; type?: 'given' | 'withdrawn'; on?: string },
): Promise<void> {
  const { participantId, structureId, type = 'given', on } = given;
  const [row] = await tx
    .select({ on: participant.createdOn })
    .from(participant)
    .where(eq(participant.id, participantId));
  if (!row) throw new Error('nobody consents');
  await tx.insert(consentEvent).values({
    structureId,
    participantId,
    type,
    textVersion: consentTextVersion,
    way: 'spoken',
    on: on ?? row.on,
  });
}
