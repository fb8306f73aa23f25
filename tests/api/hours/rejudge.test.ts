import { makeContract } from '@jonction/testing/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, longAgo, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let jobs: Awaited<ReturnType<typeof startTestJobs>>;
let at: Declaring;

beforeAll(async () => {
  // Jobs judge as known on the real day: the product of this test lives on it too.
  product = await startProduct();
  jobs = await startTestJobs(product);
  at = await makeDeclaring(product, 'du Val');
});
afterAll(async () => {
  await jobs.close();
  await product.close();
});

async function marks(placementId: string) {
  const { rows } = await at.facilitator.client.hours.listLines.query({ placementId });
  return rows.map(({ validated, pending, rejected }) => ({ validated, pending, rejected }));
}

/** The same person at work for a second company, on another contract. */
async function secondJob(participantId: string): Promise<{ employer: Person; placementId: string }> {
  const organisationId = await makeOrganisation(product, 'employer', 'Espaces verts du Val');
  const employer = await makePerson(product, 'employer', { organisationId, structureId: at.structureId });
  const made = await product.system.as(system, (tx) =>
    makeContract(tx, { structureId: at.structureId, holderId: organisationId, ...longAgo }),
  );
  const { placementId } = await makeWorker(product, { ...at, made, employerId: organisationId }, {}, { participantId });
  return { employer, placementId };
}

const declare = (who: Person, placementId: string, given: Parameters<typeof row>[1] = {}) =>
  who.client.hours.declare.mutate({ month: '2020-03', rows: [row(placementId, { centihours: 2200, ...given })] });

describe('the same hours of one person declared by two companies', () => {
  it('count once: on the contract that claimed them first', async () => {
    const first = await makeWorker(product, at);
    const second = await secondJob(first.participantId);
    await declare(at.employer, first.placementId);
    await declare(second.employer, second.placementId);
    await jobs.settled();
    const counted = [...(await marks(first.placementId)), ...(await marks(second.placementId))];
    expect(counted.map(({ validated }) => validated).sort()).toEqual([0, 2200]);
    const [refused] = await product.system.client`
      select count(*)::int as count from hour_entry where reason = 'duplicate' and centihours > 0`;
    expect(refused?.count).toBe(1);
  });

  it('count again elsewhere when the first company takes them back, by the job that follows', async () => {
    const first = await makeWorker(product, at);
    const second = await secondJob(first.participantId);
    await declare(at.employer, first.placementId);
    await declare(second.employer, second.placementId);
    await jobs.settled();
    const held = (await marks(first.placementId))[0]?.validated === 2200 ? first : second;
    const other = held === first ? second : first;
    expect(await marks(other.placementId)).toEqual([{ validated: 0, pending: 0, rejected: 2200 }]);
    await declare(held === first ? at.employer : second.employer, held.placementId, { centihours: 0 });
    await jobs.settled();
    expect(await marks(other.placementId)).toEqual([{ validated: 2200, pending: 0, rejected: 0 }]);
  });

  it('tells neither company of the other', async () => {
    const first = await makeWorker(product, at);
    const second = await secondJob(first.participantId);
    await declare(at.employer, first.placementId);
    await declare(second.employer, second.placementId);
    const { rows } = await second.employer.client.hours.listLines.query({});
    expect(rows.map(({ placementId }) => placementId)).toEqual([second.placementId]);
  });
});

describe('a contract that stopped, said afterwards', () => {
  it('takes back the hours on site of the days after, and gives them again when the stop was wrong', async () => {
    const here = await makeDeclaring(product, 'du Quai');
    const { client } = here.facilitator;
    await here.employer.client.hours.declare.mutate({
      month: '2020-03',
      rows: [
        row(here.placementId, { centihours: 2200 }),
        row(here.placementId, { kind: 'training', centihours: 2200 }),
      ],
    });
    const say = async (type: 'stop' | 'resume') => {
      const { contractId } = here.made;
      const nothing = { lotId: null, endsOn: null, legalBasis: null, note: null, documentId: null };
      const said = { source: 'phone', saidBy: 'Mme Roux, conductrice de travaux', ...nothing } as const;
      await client.contract.recordEvent.mutate({ contractId, type, on: '2020-03-17', ...said });
      await jobs.settled();
    };
    await say('stop');
    const { rows } = await client.hours.listLines.query({ contractId: here.made.contractId });
    const byKind = Object.fromEntries(rows.map((line) => [line.kind, [line.validated, line.rejected]]));
    // 11 of the 22 days of work are from 17 March on; training goes on while sites are stopped.
    expect(byKind).toEqual({ worked_on_site: [1100, 1100], training: [2200, 0] });
    const stopped = rows.find(({ kind }) => kind === 'worked_on_site');
    const { entries } = await client.hours.showLine.query({ lineId: stopped?.id ?? '' });
    expect(entries.filter(({ holds }) => holds).map(({ reason }) => reason)).toEqual([null, 'contract-inactive']);

    await say('resume');
    const again = await client.hours.listLines.query({ contractId: here.made.contractId });
    expect(again.rows.map(({ validated }) => validated)).toEqual([2200, 2200]);
  });
});
