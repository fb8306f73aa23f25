import { makeContract } from '@jonction/testing/contract';
import { makeParticipant, type ParticipantTraits } from '@jonction/testing/participant';
import { makePlacement, type PlacementTraits } from '@jonction/testing/placement';
import { type Hiring, makeHiring, system } from './hiring.ts';
import { makePerson, type Person } from './people.ts';
import type { Product } from './product.ts';

export interface Declaring extends Hiring {
  lead: Person;
  /** Aïcha works on the clause from 2 March 2020. */
  placementId: string;
  placementNumber: number;
  participantId: string;
}

export const longAgo = {
  notifiedOn: '2020-01-06',
  endsOn: '2022-12-31',
} as const;

/** A contractor with one worker on its clause in spring 2020: what declaring hours starts from. */
export async function makeDeclaring(product: Product, name: string): Promise<Declaring> {
  const hiring = await makeHiring(product, name);
  const { structureId, employerId } = hiring;
  const lead = await makePerson(product, 'lead', { organisationId: structureId, structureId });
  const made = await product.system.as(system, (tx) =>
    makeContract(tx, { structureId, holderId: employerId, ...longAgo, object: `Nettoyage ${name}` }),
  );
  const worker = await makeWorker(product, { ...hiring, made }, { firstName: 'Aïcha', lastName: 'Benali' });
  return { ...hiring, made, lead, ...worker };
}

/** One more person at work on the clause, from 2 March 2020 unless said otherwise. */
export async function makeWorker(
  product: Product,
  { structureId, employerId, made }: Pick<Hiring, 'structureId' | 'employerId' | 'made'>,
  person: Partial<ParticipantTraits> = {},
  hire: Partial<PlacementTraits> = {},
) {
  return product.system.as(system, async (tx) => {
    const participantId = hire.participantId ?? (await makeParticipant(tx, { structureId, ...person })).id;
    const { id, number } = await makePlacement(tx, {
      employerId,
      clauseId: made.clauseId,
      startsOn: '2020-03-02',
      ...hire,
      participantId,
    });
    return { placementId: id, placementNumber: number, participantId };
  });
}

/** A row of March 2020 at work, unless said otherwise. */
export function row(placementId: string, given: Partial<Row> = {}): Row {
  return { placementId, from: '2020-03-01', to: '2020-03-31', kind: 'worked_on_site', centihours: 15_167, ...given };
}

export interface Row {
  placementId: string;
  from: string;
  to: string;
  kind:
    | 'worked_on_site'
    | 'telework'
    | 'training'
    | 'paid_leave'
    | 'sick_leave'
    | 'childcare_leave'
    | 'vulnerable_leave';
  centihours: number;
  payer?: 'employer' | 'social_security' | 'partial_activity' | null;
  evidence?: string[];
}

/** A week of sick leave in April 2020, paid by the social security, with its paper: what a facilitator decides. */
export function sickWeek(placementId: string, given: Partial<Row> = {}): Row {
  return row(placementId, {
    from: '2020-04-06',
    to: '2020-04-10',
    kind: 'sick_leave',
    centihours: 3_500,
    payer: 'social_security',
    evidence: ['benefit_statement'],
    ...given,
  });
}
