import { contractStructure } from '@jonction/db/contract/tables';
import { makeContract } from '@jonction/testing/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, longAgo, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { makeOrganisation, makePerson } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let lines: { here: string; there: string };

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  const { structureId, participantId } = at;
  const made = await product.system.as(system, (tx) =>
    makeContract(tx, { structureId, holderId: other.employerId, ...longAgo, object: 'Voirie' }),
  );
  await product.system.as(system, (tx) =>
    tx
      .update(contractStructure)
      .set({ facilitatorId: at.lead.userId })
      .where(eq(contractStructure.contractId, made.contractId)),
  );
  const second = await makeWorker(product, { ...other, structureId, made }, {}, { participantId });
  await at.facilitator.client.hours.declare.mutate({
    month: '2020-03',
    rows: [row(at.placementId), row(second.placementId, { from: '2020-03-16', to: '2020-03-20', centihours: 3_500 })],
  });
  const { rows } = await at.facilitator.client.hours.listLines.query({ month: '2020-03' });
  const idOf = (placementId: string) => rows.find((line) => line.placementId === placementId)?.id ?? '';
  lines = { here: idOf(at.placementId), there: idOf(second.placementId) };
});
afterAll(() => product.close());

describe('hours.listClaims', () => {
  it('shows each of two facilitators the claim of the other, and which one counts', async () => {
    const { listClaims } = at.facilitator.client.hours;
    const [seenHere] = await listClaims.query({ lineId: lines.here });
    const [seenThere] = await listClaims.query({ lineId: lines.there });
    expect(seenHere).toMatchObject({
      lineId: lines.there,
      contractObject: 'Voirie',
      employerName: 'Propreté du Mont',
      facilitatorName: expect.stringMatching(/^lead/),
      from: '2020-03-16',
      to: '2020-03-20',
      kind: 'worked_on_site',
      centihours: 3_500,
    });
    expect(seenThere).toMatchObject({ lineId: lines.here, contractObject: 'Nettoyage du Val', facilitatorName: null });
    expect([seenHere?.first, seenThere?.first].sort()).toEqual([false, true]);
  });

  it('agrees with the judgement: the claim that does not count is rejected as a duplicate', async () => {
    const { client } = at.facilitator;
    const [seenHere] = await client.hours.listClaims.query({ lineId: lines.here });
    const loser = seenHere?.first ? lines.here : lines.there;
    const { entries } = await client.hours.showLine.query({ lineId: loser });
    expect(entries.filter(({ holds }) => holds).map(({ reason }) => reason)).toContain('duplicate');
  });

  it('says nothing once the other claim is taken back', async () => {
    const { client } = at.facilitator;
    const { line } = await client.hours.showLine.query({ lineId: lines.there });
    await client.hours.declare.mutate({
      month: '2020-03',
      rows: [row(line.placementId, { from: '2020-03-16', to: '2020-03-20', centihours: 0 })],
    });
    expect(await client.hours.listClaims.query({ lineId: lines.here })).toEqual([]);
  });

  it('is the team’s alone, of its own lines', async () => {
    const ask = { lineId: lines.here };
    expect(await refusalOf(at.employer.client.hours.listClaims.query(ask))).toBe('access.not_allowed');
    expect(await refusalOf(other.employer.client.hours.listClaims.query(ask))).toBe('access.not_allowed');
    expect(await refusalOf(other.facilitator.client.hours.listClaims.query(ask))).toBe('hours.line_not_found');
  });
});

describe('an agency that lends people on several contracts', () => {
  it('finds them all on one screen and declares them at once', async () => {
    const { structureId } = at;
    const organisationId = await makeOrganisation(product, 'employer', 'Intérim du Val');
    const agency = await makePerson(product, 'employer', { organisationId, structureId });
    const made = await product.system.as(system, (tx) =>
      makeContract(tx, { structureId, ...longAgo, object: 'Toitures' }),
    );
    const lent = { structureId, employerId: organisationId };
    const one = await makeWorker(product, { ...lent, made: at.made }, {}, { executionMode: 'lending_etti' });
    const two = await makeWorker(product, { ...lent, made }, {}, { executionMode: 'lending_etti' });
    const month = '2020-04';
    const asked = await agency.client.hours.describeMonth.query({ month });
    expect(asked.placements.map(({ contractObject }) => contractObject).sort()).toEqual([
      'Nettoyage du Val',
      'Toitures',
    ]);
    const april = { from: '2020-04-01', to: '2020-04-30', centihours: 10_000 };
    await agency.client.hours.declare.mutate({
      month,
      rows: [row(one.placementId, april), row(two.placementId, april)],
    });
    const { lines } = await agency.client.hours.describeMonth.query({ month });
    expect(lines.map(({ contractObject, validated }) => [contractObject, validated]).sort()).toEqual([
      ['Nettoyage du Val', 10_000],
      ['Toitures', 10_000],
    ]);
  });
});
