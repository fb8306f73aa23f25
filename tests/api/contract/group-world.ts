import { lotHolder } from '@jonction/db/contract/tables';
import { hourDeclaration, hourEntry, hourLine } from '@jonction/db/hours/tables';
import { newId } from '@jonction/db/new-id';
import type { MadeContract } from '@jonction/testing/contract';
import { makeParticipant } from '@jonction/testing/participant';
import { makePlacement } from '@jonction/testing/placement';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { startWorld, type World } from './world.ts';

const system = { kind: 'system' } as const;

export interface Member {
  id: string;
  person: Person;
}

export interface GroupWorld {
  world: World;
  at: MadeContract;
  /** The lead, and two others. */
  members: [Member, Member, Member];
  ids: [string, string, string];
  /** A company of another lot of the same buyer. */
  outsider: Member;
  lead: Person;
  /** Validated hours of one more person of a company, in hundredths. */
  work(employerId: string, centihours: number, days?: { fromDay: string; toDay: string }): Promise<void>;
}

/** Three companies that hold the lot of one clause of 420 hours, and what they need to have hours done. */
export async function startGroup(traits: Parameters<World['contract']>[0] = {}): Promise<GroupWorld> {
  const world = await startWorld();
  const { product, structureId, holderId } = world;
  const at = await world.contract({ reference: 'M-31', ...traits });
  const member = async (id: string): Promise<Member> => ({
    id,
    person: await makePerson(product, 'employer', { organisationId: id, structureId }),
  });
  const first = { id: holderId, person: world.employer };
  const second = await member(await makeOrganisation(product, 'employer', 'Peinture Amiel'));
  const third = await member(await makeOrganisation(product, 'employer', 'Sols du Levant'));
  const outsider = await member(await makeOrganisation(product, 'employer', 'Vitrerie Ozanne'));
  const { lotId, contractId, buyerId, clauseId } = at;
  await product.system.as(system, (tx) =>
    tx.insert(lotHolder).values([second, third].map(({ id }) => ({ lotId, contractId, buyerId, organisationId: id }))),
  );
  const people = { organisationId: structureId, structureId };
  return {
    ...{ world, at, outsider, members: [first, second, third], ids: [first.id, second.id, third.id] },
    lead: await makePerson(product, 'lead', people),
    work: (employerId, centihours, days = { fromDay: '2024-02-01', toDay: '2024-02-29' }) =>
      product.system.as(system, async (tx) => {
        const { id: participantId } = await makeParticipant(tx, { structureId });
        const placement = await makePlacement(tx, { participantId, clauseId, employerId, startsOn: '2024-02-01' });
        const [declarationId, lineId] = [newId(), newId()];
        const of = { structureId, contractId, clauseId, employerId, placementId: placement.id };
        await tx
          .insert(hourDeclaration)
          .values({ id: declarationId, structureId, employerId, month: '2024-02-01', source: 'form' });
        await tx.insert(hourLine).values({
          ...{ ...of, ...days, id: lineId, declarationId, participantId, kind: 'worked_on_site', centihours },
          receivedOn: '2024-03-01',
        });
        await tx.insert(hourEntry).values({
          ...{ ...of, ...days, lineId, centihours, status: 'validated', policy: 'ordinary', rule: 'worked' },
          judgementId: newId(),
        });
      }),
  };
}
