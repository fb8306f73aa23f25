import { eligibilityCode, eligibilityEvidence } from '@jonction/db/eligibility/tables';
import { newId } from '@jonction/db/new-id';
import { consentEvent, participant, participantOccupation } from '@jonction/db/participant/tables';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import { provenDays } from '@jonction/domain/eligibility/proven-days';
import type { SealedEvidence } from '@jonction/domain/eligibility/record';
import { consentTextVersion } from '@jonction/domain/participant/consent';
import { capitalised } from '@jonction/domain/shared/capitalised';
import { evidenceSeal } from '../../eligibility/evidence.ts';
import type { BatchWorld, ResolvedRow } from './apply-batch.ts';
import type { Known } from './known.ts';

/** Those of a batch whom nobody knew, written together: five statements for two hundred people. */
export class NewPeople {
  readonly #world: BatchWorld;
  #people: (typeof participant.$inferInsert)[] = [];
  #occupations: (typeof participantOccupation.$inferInsert)[] = [];
  #consents: (typeof consentEvent.$inferInsert)[] = [];
  #evidences: (typeof eligibilityEvidence.$inferInsert)[] = [];
  #codes: (typeof eligibilityCode.$inferInsert)[] = [];

  constructor(world: BatchWorld) {
    this.#world = world;
  }

  holds(id: string): boolean {
    return this.#people.some((person) => person.id === id);
  }

  async add(row: ResolvedRow): Promise<Known> {
    const { person, occupations } = row;
    const { structureId, today, userId, places } = this.#world;
    const place = person.postalCode === null ? undefined : places.get(person.postalCode);
    const id = newId();
    const of = { participantId: id, structureId };
    this.#people.push({
      ...ownColumns(row, id),
      structureId,
      city: place ? capitalised(place.name) : null,
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      waitingSince: today,
      createdOn: today,
      createdBy: userId,
    });
    this.#occupations.push(...occupations.map((romeCode, position) => ({ ...of, romeCode, months: 0, position })));
    const { consentOn } = person;
    if (consentOn !== null) {
      // A list reports an agreement given to whoever made it: kept as written.
      const given = { type: 'given', way: 'written', on: consentOn } as const;
      this.#consents.push({ ...of, ...given, textVersion: consentTextVersion, recordedBy: userId });
    }
    await this.#addEvidence(of, person);
    return asKnown(row, id);
  }

  async #addEvidence(of: { participantId: string; structureId: string }, person: ResolvedRow['person']): Promise<void> {
    const { category, evidenceIssuedOn, birthDate } = person;
    if (category === null || evidenceIssuedOn === null) return;
    const { tx, vault, userId } = this.#world;
    const id = newId();
    const sealed: SealedEvidence = { category, issuedOn: evidenceIssuedOn, validTo: null, label: null };
    this.#evidences.push({
      ...of,
      id,
      sealed: await vault.seal(tx, of.structureId, evidenceSeal(id), sealed),
      recordedBy: userId,
    });
    const [code = ''] = await vault.keyedCodes(tx, of.structureId, [category]);
    const days = provenDays([sealed], [categoryOf(category) ?? { code: category }], birthDate);
    this.#codes.push(...days.map(({ from, to }) => ({ ...of, code, provenFrom: from, provenTo: to })));
  }

  /** Writes everybody waiting. */
  async write(): Promise<void> {
    const { tx } = this.#world;
    if (this.#people.length > 0) await tx.insert(participant).values(this.#people);
    if (this.#occupations.length > 0) await tx.insert(participantOccupation).values(this.#occupations);
    if (this.#consents.length > 0) await tx.insert(consentEvent).values(this.#consents);
    if (this.#evidences.length > 0) await tx.insert(eligibilityEvidence).values(this.#evidences);
    if (this.#codes.length > 0) await tx.insert(eligibilityCode).values(this.#codes);
    this.#people = [];
    this.#occupations = [];
    this.#consents = [];
    this.#evidences = [];
    this.#codes = [];
  }
}

/** Somebody whom a row adds, as the rows below it find her. */
export function asKnown(row: ResolvedRow, id: string): Known {
  const { consentOn } = row.person;
  return {
    ...ownColumns(row, id),
    ...{ diffusionConsent: consentOn !== null, occupations: [...row.occupations], consentSaidOn: consentOn },
  };
}

/** What the row says of her own columns. */
function ownColumns({ person, licences, partnerId }: ResolvedRow, id: string) {
  const { firstName, lastName, birthDate, phone, email, postalCode, availableFrom, frenchLevel } = person;
  return {
    ...{ id, firstName, lastName, birthDate, phone, email, postalCode, availableFrom, frenchLevel, licences },
    radiusMetres: person.radiusKm === null ? null : person.radiusKm * 1000,
    recommendedByOrganisationId: partnerId,
  };
}
