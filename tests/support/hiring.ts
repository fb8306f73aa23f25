import { eligibilityCode } from '@jonction/db/eligibility/tables';
import { commune } from '@jonction/db/reference/tables';
import { type MadeContract, makeContract } from '@jonction/testing/contract';
import { makeCv } from '@jonction/testing/cv';
import { makeOffer } from '@jonction/testing/offer';
import type { ParticipantTraits } from '@jonction/testing/participant';
import { makeParticipant } from '@jonction/testing/participant';
import { makeOrganisation, makePerson, type Person } from './people.ts';
import type { Product } from './product.ts';

export const system = { kind: 'system' } as const;

export interface Hiring {
  structureId: string;
  employerId: string;
  facilitator: Person;
  employer: Person;
  made: MadeContract;
  offerId: string;
}

/** A structure, its facilitator, a contractor with a clause and an open offer on it. */
export async function makeHiring(product: Product, name: string): Promise<Hiring> {
  const structureId = await makeOrganisation(product, 'structure', name);
  const employerId = await makeOrganisation(product, 'employer', `Propreté ${name}`);
  const facilitator = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
  const employer = await makePerson(product, 'employer', { organisationId: employerId, structureId });
  const made = await product.system.as(system, (tx) => makeContract(tx, { structureId, holderId: employerId }));
  const { id: offerId } = await product.system.as(system, (tx) =>
    makeOffer(tx, {
      structureId,
      employerId,
      contractId: made.contractId,
      lotId: made.lotId,
      clauseId: made.clauseId,
      contactEmail: 'recrutement@entreprise.test',
      ownerId: facilitator.userId,
    }),
  );
  return { structureId, employerId, facilitator, employer, made, offerId };
}

/** Somebody who may take the offer: cleaner, agreed, proven RSA, with a confirmed CV. */
export async function makeCandidate(product: Product, structureId: string, traits: Partial<ParticipantTraits> = {}) {
  return product.system.as(system, async (tx) => {
    const person = await makeParticipant(tx, {
      structureId,
      occupations: [{ code: 'K2204', months: 24 }],
      availableFrom: '2026-01-05',
      lastContactOn: '2026-02-20',
      waitingSince: '2025-09-01',
      ...traits,
    });
    await makeCv(tx, { participantId: person.id, structureId });
    const [code] = await product.app.services.vault.keyedCodes(tx, structureId, ['RSA']);
    await tx.insert(eligibilityCode).values({
      participantId: person.id,
      structureId,
      code: code ?? '',
      provenFrom: '2026-01-01',
      provenTo: '2026-12-31',
    });
    return person.id;
  });
}

export async function makePlaces(product: Product): Promise<void> {
  await product.system.as(system, (tx) =>
    tx.insert(commune).values([
      { insee: '75113', postalCode: '75013', name: 'Paris 13e', latitude: 48.8283, longitude: 2.3626 },
      { insee: '93066', postalCode: '93200', name: 'Saint-Denis', latitude: 48.9362, longitude: 2.3574 },
    ]),
  );
}
