import type { CrisisTerms } from '@jonction/domain/crisis/crisis';
import { type ContractTraits, makeContract } from '@jonction/testing/contract';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

export const today = '2020-04-20';

export interface CrisisWorld {
  product: Product;
  at: Declaring;
  buyer: Person;
  /** A building site, a cleaning contract that ends in the window, a concession, one that ended in February. */
  ids: { site: string; cleaning: string; parking: string; over: string };
}

const until = (endsOn: string): ContractTraits['events'] => [
  { type: 'notify', on: '2020-01-06', endsOn },
  { type: 'start', on: '2020-01-06' },
];

/** A team of spring 2020 with five contracts of one buyer, a worker with sick leave in March, and the buyer's own account. */
export async function startCrisisWorld(): Promise<CrisisWorld> {
  const product = await startProduct({ today });
  const at = await makeDeclaring(product, 'du Val');
  const { buyerId } = at.made;
  const { structureId } = at;
  const buyer = await makePerson(product, 'buyer', { organisationId: buyerId, structureId });
  const make = async (traits: Partial<ContractTraits>) => {
    const shared = { structureId, buyerId, holderId: at.employerId, notifiedOn: '2020-01-06' };
    return (await product.system.as(system, (tx) => makeContract(tx, { ...shared, ...traits }))).contractId;
  };
  const ids = {
    site: await make({ object: 'Réfection de la voirie', cpv: '45233140', events: until('2020-12-19') }),
    cleaning: await make({ object: 'Nettoyage des écoles', cpv: '90910000', events: until('2020-05-31') }),
    parking: await make({
      object: 'Parc de stationnement',
      kind: 'concession',
      cpv: '98351000',
      events: until('2024-12-31'),
    }),
    over: await make({ object: 'Élagage d’hiver', cpv: '77340000', events: until('2020-02-28') }),
  };
  await at.employer.client.hours.declare.mutate({
    month: '2020-03',
    rows: [
      row(at.placementId, {
        ...{ from: '2020-03-17', to: '2020-03-20', kind: 'sick_leave', centihours: 2_800 },
        ...{ payer: 'social_security', evidence: ['benefit_statement'] },
      }),
    ],
  });
  // Of a second worker nobody said anything of March: her company is to be reminded.
  await makeWorker(product, at);
  return { product, at, buyer, ids };
}

export const ordonnance = (changes: Partial<CrisisTerms> = {}): CrisisTerms => ({
  title: 'Crise sanitaire',
  regime: 'ordonnance_2020_319',
  legalTitle: 'Ordonnance 2020-319',
  legalUrl: null,
  justification: 'Les chantiers sont fermés et les agents confinés.',
  from: '2020-03-17',
  to: '2020-07-23',
  departments: [],
  communes: [],
  withUnknownPlace: true,
  buyerIds: [],
  cpv: [],
  statuses: [],
  measures: ['extend_term', 'no_penalty'],
  retenderDays: 90,
  policies: ['emergency-2020-early'],
  cadences: ['hours'],
  receivers: ['buyer', 'company'],
  letter: 'L’ordonnance du 25 mars s’applique à vos marchés.\n\nVoici ce que nous en retenons.',
  ...changes,
});
