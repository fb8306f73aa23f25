import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';

let product: Product;
let structureId: string;
let employerId: string;
let lead: Person;
let facilitator: Person;
let company: Person;
let otherLead: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-16' });
  structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  const own = { organisationId: structureId, structureId };
  [lead, facilitator] = [await makePerson(product, 'lead', own), await makePerson(product, 'facilitator', own)];
  const mont = await makeOrganisation(product, 'structure', 'Clauses du Mont');
  otherLead = await makePerson(product, 'lead', { organisationId: mont, structureId: mont });
  employerId = await makeOrganisation(product, 'employer', 'Toitures du Val');
  company = await makePerson(product, 'employer', { organisationId: employerId, structureId });
});
afterAll(() => product.close());

type Timed = 'vigilance' | 'registration';
const set = (who: Person, kind: Timed, months: number, from: number) =>
  who.client.paper.setValidity.mutate({ kind, months, from });
const monthsOf = async (who: Person, kind: Timed) =>
  (await who.client.paper.showValidity.query()).rows.find((row) => row.kind === kind)?.months;
const rowOf = async (who: Person, kind: string) =>
  (await who.client.paper.listAsked.query({ employerId })).rows.find((row) => row.kind === kind);
async function bring(kind: Timed) {
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 60 }, () => 7)]);
  const fileId = await uploaded(product, company, 'paper', { name: 'photo.jpg', bytes });
  const itemId = (await rowOf(company, kind))?.id ?? '';
  return (await company.client.paper.bring.mutate({ itemId, fileId, issuedOn: '2026-03-10' })).validUntil;
}

describe('how long papers count', () => {
  it('is what texts and usage say before anybody sets it, with where that comes from', async () => {
    const { rows, changes } = await facilitator.client.paper.showValidity.query();
    expect(rows.map(({ kind, months, basis }) => [kind, months, basis])).toEqual([
      ['vigilance', 6, 'text'],
      ['registration', 3, 'usage'],
      ['tax_certificate', 12, 'house'],
      ['foreign_workers', 6, 'text'],
    ]);
    expect(rows[0]?.source).toContain('D. 8222-5');
    expect(changes).toEqual([]);
  });

  it('is set by the lead of the team, and by nobody else', async () => {
    for (const who of [facilitator, company])
      expect(await refusalOf(set(who, 'registration', 2, 3))).toBe('access.not_allowed');
    expect(await refusalOf(company.client.paper.showValidity.query())).toBe('access.not_allowed');
    expect(await refusalOf(set(lead, 'vigilance', 7, 6))).toBe('paper.validity_over_text');
    expect(await refusalOf(set(lead, 'registration', 3, 3))).toBe('paper.validity_same');
    expect(await refusalOf(set(lead, 'registration', 2, 4))).toBe('paper.validity_changed');
    expect(await refusalOf(set(lead, 'registration', 0, 3))).toBe('shared.fields_to_correct');
    expect(await monthsOf(lead, 'registration')).toBe(3);
  });

  it('concerns papers received from then on, even those asked before, and rewrites nothing that is there', async () => {
    await facilitator.client.paper.ask.mutate({
      employerId,
      items: [{ kind: 'registration' }, { kind: 'vigilance', validMonths: 2 }],
    });
    expect((await rowOf(company, 'registration'))?.validMonths).toBe(3);
    expect(await bring('registration')).toBe('2026-06-10');

    await set(lead, 'registration', 1, 3);
    await set(lead, 'vigilance', 5, 6);
    expect((await rowOf(facilitator, 'registration'))?.piece?.validUntil).toBe('2026-06-10');
    expect((await rowOf(company, 'registration'))?.validMonths).toBe(1);
    expect(await bring('registration')).toBe('2026-04-10');
    // Months of its own were asked for this line: they stay.
    expect((await rowOf(company, 'vigilance'))?.validMonths).toBe(2);
    expect(await bring('vigilance')).toBe('2026-05-10');
  });

  it('is what a paper asked afterwards counts, where nothing else is said', async () => {
    const other = await makeOrganisation(product, 'employer', 'Peinture du Val');
    const asked = { employerId: other, items: [{ kind: 'registration' as const }, { kind: 'insurance' as const }] };
    await facilitator.client.paper.ask.mutate(asked);
    const list = await facilitator.client.paper.listAsked.query({ employerId: other });
    expect(Object.fromEntries(list.rows.map((row) => [row.kind, row.validMonths]))).toEqual({
      ...{ registration: 1, insurance: null },
    });
    expect(list.months).toMatchObject({ registration: 1, vigilance: 5, tax_certificate: 12 });
    expect((await company.client.paper.listAsked.query({})).months).toEqual({});
  });

  it('keeps who changed it, when, from and to, the last first, and leaves a trace in the journal', async () => {
    await set(lead, 'registration', 3, 1);
    const { changes } = await facilitator.client.paper.showValidity.query();
    expect(changes.map(({ kind, from, months }) => [kind, from, months])).toEqual([
      ['registration', 1, 3],
      ['vigilance', 6, 5],
      ['registration', 3, 1],
    ]);
    for (const { byName, at } of changes)
      expect([byName.length > 2, at]).toEqual([true, expect.stringMatching(/^\d{4}-.*Z$/)]);
    const [count] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from audit_entry where action = 'paper.setValidity'`;
    expect(count?.count).toBe(3);
  });

  it('is a team’s own, and set once by two who do it at once', async () => {
    expect(await monthsOf(otherLead, 'registration')).toBe(3);
    expect((await otherLead.client.paper.showValidity.query()).changes).toEqual([]);
    const both = await Promise.allSettled([set(lead, 'registration', 4, 3), set(lead, 'registration', 5, 3)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is read in as many statements for one change as for many', async () => {
    const counting = countStatements(product, otherLead);
    const read = () => counting.count((procedures) => procedures.paper.showValidity());
    const few = await read();
    await set(otherLead, 'registration', 2, 3);
    await set(otherLead, 'registration', 3, 2);
    expect(await read()).toBe(few);
    await counting.close();
  });
});
