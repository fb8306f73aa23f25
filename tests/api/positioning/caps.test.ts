import { sqlStateOf } from '@jonction/db/client';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { makeCompany, pushCvs, refusalRead } from '../../support/pushing.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let lead: Person;
let administrator: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Clauses du Val');
  there = await makeHiring(product, 'Clauses du Mont');
  const at = { organisationId: here.structureId, structureId: here.structureId };
  lead = await makePerson(product, 'lead', at);
  administrator = await makePerson(product, 'administrator', at);
});
afterAll(() => product.close());

const set = (offer: number, company: number) => lead.client.positioning.setCaps.mutate({ offer, company });
const over = () => here.facilitator.client.positioning.overCaps.query();
const candidate = () => makeCandidate(product, here.structureId);

describe('the caps of a team', () => {
  it('are set by its lead, or its administrator, and by nobody else', async () => {
    await set(7, 9);
    expect((await over()).caps).toEqual({ offer: 7, company: 9, person: 3 });
    await administrator.client.positioning.setCaps.mutate({ offer: 6, company: 9 });
    await lead.client.bank.setOpenCap.mutate({ most: 2 });
    expect((await over()).caps).toEqual({ offer: 6, company: 9, person: 2 });
    for (const person of [here.facilitator, here.employer]) {
      const call = person.client.positioning.setCaps.mutate({ offer: 1, company: 1 });
      expect(await refusalOf(call)).toBe('access.not_allowed');
      expect(await refusalOf(person.client.bank.setOpenCap.mutate({ most: 1 }))).toBe('access.not_allowed');
    }
    expect((await there.facilitator.client.positioning.overCaps.query()).caps).toEqual({
      offer: 20,
      company: 40,
      person: 3,
    });
  });

  it('are numbers from 1 to 500, said in words at their field', async () => {
    for (const [offer, company] of [
      [0, 4],
      [4, 501],
      [1.5, 4],
    ] as const) {
      expect((await refusalRead(set(offer, company))).code).toBe('shared.fields_to_correct');
    }
  });

  it('hold at the next sending', async () => {
    const employerId = await makeCompany(product, 'Pleine SA');
    await set(20, 1);
    await pushCvs(here, [await candidate()], { employerId });
    const call = pushCvs(here, [await candidate()], { employerId });
    expect(await refusalOf(call)).toBe('positioning.company_cap');
  });

  it('are written by one door: the row of the structure stays its administrator’s', async () => {
    const actor = {
      kind: 'user',
      role: 'lead',
      structureId: here.structureId,
      organisationId: here.structureId,
    } as const;
    const app = product.app.services.database;
    const renamed = await app.as(actor, (tx) =>
      tx.execute(sql`update organisation set name = 'Autre' where id = ${here.structureId} returning id`),
    );
    expect([...renamed]).toEqual([]);
    const write = (name: string, role: 'lead' | 'facilitator') =>
      app
        .as({ ...actor, role }, (tx) => tx.execute(sql`select app.set_team_setting(${name}, '1'::jsonb)`))
        .then(() => null, sqlStateOf);
    expect(await write('openProposals', 'facilitator')).toBe('42501');
    expect(await write('anything', 'lead')).toBe('23514');
    expect(await write('openProposals', 'lead')).toBeNull();
    const [other] = await product.system.client`select settings from organisation where id = ${there.structureId}`;
    expect(other?.settings).toEqual({});
  });
});

describe('what stands at a cap now', () => {
  it('names companies, offers and people, the fullest first, and none below', async () => {
    await set(2, 2);
    await lead.client.bank.setOpenCap.mutate({ most: 2 });
    const [full, fuller, free] = [
      await makeCompany(product, 'Presque SA'),
      await makeCompany(product, 'Trop SA'),
      await makeCompany(product, 'Libre SA'),
    ];
    const people = [await candidate(), await candidate(), await candidate()];
    const lay = (employerId: string, participantId: string, status = 'sent', offerId: string | null = null) =>
      product.system.client`insert into positioning (structure_id, participant_id, employer_id, offer_id, status)
        values (${here.structureId}, ${participantId}, ${employerId}, ${offerId}, ${status}::positioning_status)`;
    for (const person of people) await lay(fuller, person);
    for (const person of people.slice(0, 2)) await lay(full, person, 'seen');
    for (const person of people.slice(0, 2)) await lay(here.employerId, person, 'sent', here.offerId);
    // Answered, or over: waits for nothing.
    for (const person of people) await lay(free, person, 'refused');
    await lay(free, people[2] ?? '', 'meeting_set');
    const { rows } = await over();
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    expect(of('company').map(({ name, count }) => [name, count])).toEqual([
      ['Trop SA', 3],
      ['Presque SA', 2],
      ['Propreté Clauses du Val', 2],
    ]);
    expect(of('offer')).toMatchObject([
      { id: here.offerId, name: 'Agent de propreté', detail: 'Propreté Clauses du Val', count: 2 },
    ]);
    expect(of('person').map(({ id, count }) => [id, count])).toEqual(
      expect.arrayContaining([
        [people[0], 3],
        [people[1], 3],
        [people[2], 2],
      ]),
    );
    expect(of('person')).toHaveLength(3);
  });

  it('takes three statements, and shows nothing of another structure', async () => {
    const counter = countStatements(product, here.facilitator);
    expect(await counter.count((procedures) => procedures.positioning.overCaps())).toBe(3);
    await counter.close();
    expect((await there.facilitator.client.positioning.overCaps.query()).rows).toEqual([]);
    expect(await refusalOf(here.employer.client.positioning.overCaps.query())).toBe('access.not_allowed');
  });
});
