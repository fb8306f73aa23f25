import { makeOrganisation, makePerson, type Person } from './people.ts';
import type { Product } from './product.ts';

/** A structure with one person of each kind that works with it: what most tests of rights start from. */
export interface House {
  structureId: string;
  partnerId: string;
  facilitator: Person;
  lead: Person;
  administrator: Person;
  partner: Person;
}

export async function makeHouse(product: Product, name: string): Promise<House> {
  const structureId = await makeOrganisation(product, 'structure', `Clauses ${name}`);
  const partnerId = await makeOrganisation(product, 'partner', `Mission locale ${name}`);
  const own = { organisationId: structureId, structureId };
  return {
    structureId,
    partnerId,
    facilitator: await makePerson(product, 'facilitator', own),
    lead: await makePerson(product, 'lead', own),
    administrator: await makePerson(product, 'administrator', own),
    partner: await makePerson(product, 'partner', { organisationId: partnerId, structureId }),
  };
}
