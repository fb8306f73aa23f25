import { type ContractTraits, type MadeContract, makeContract } from '@jonction/testing/contract';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

export const today = '2024-06-12';
const system = { kind: 'system' } as const;

export interface World {
  product: Product;
  structureId: string;
  otherStructureId: string;
  buyerId: string;
  holderId: string;
  facilitator: Person;
  stranger: Person;
  buyer: Person;
  otherBuyer: Person;
  employer: Person;
  otherEmployer: Person;
  partner: Person;
  administrator: Person;
  /** A contract of our buyer and holder, followed by our structure unless the traits say otherwise. */
  contract(traits?: Partial<ContractTraits>): Promise<MadeContract>;
}

/** Two structures, two buyers, two companies and the people who speak for them, on 12 June 2024. */
export async function startWorld(): Promise<World> {
  const product = await startProduct({ today });
  const structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  const otherStructureId = await makeOrganisation(product, 'structure', 'Clauses de la Plaine');
  const buyerId = await makeOrganisation(product, 'buyer', 'Ville de Montval');
  const otherBuyerId = await makeOrganisation(product, 'buyer', 'Ville de Bellerive');
  const holderId = await makeOrganisation(product, 'employer', 'Bâtisseurs réunis');
  const otherHolderId = await makeOrganisation(product, 'employer', 'Peintures Lemaire');
  const partnerId = await makeOrganisation(product, 'partner', 'Mission locale du Val');
  const at = (organisationId: string) => ({ organisationId, structureId });
  return {
    product,
    structureId,
    otherStructureId,
    buyerId,
    holderId,
    facilitator: await makePerson(product, 'facilitator', { ...at(structureId), name: 'Inès Marchand' }),
    stranger: await makePerson(product, 'facilitator', {
      organisationId: otherStructureId,
      structureId: otherStructureId,
    }),
    buyer: await makePerson(product, 'buyer', { ...at(buyerId), name: 'Paul Renard' }),
    otherBuyer: await makePerson(product, 'buyer', at(otherBuyerId)),
    employer: await makePerson(product, 'employer', at(holderId)),
    otherEmployer: await makePerson(product, 'employer', at(otherHolderId)),
    partner: await makePerson(product, 'partner', at(partnerId)),
    administrator: await makePerson(product, 'administrator', at(structureId)),
    contract: (traits = {}) =>
      product.system.as(system, (tx) => makeContract(tx, { structureId, buyerId, holderId, today, ...traits })),
  };
}
