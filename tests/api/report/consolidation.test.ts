import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;

beforeAll(async () => {
  product = await startProduct({ today: '2020-06-08' });
  at = await makeDeclaring(product, 'du Réseau');
  other = await makeDeclaring(product, 'd’à côté');
  const { placementId } = await makeWorker(
    product,
    at,
    { sex: 'man', birthDate: '2001-01-31' },
    { executionMode: 'lending_etti' },
  );
  const declare = (month: string, rows: Parameters<typeof row>[]) =>
    at.employer.client.hours.declare.mutate({ month, rows: rows.map(([id, given]) => row(id, given)) });
  await declare('2020-03', [
    [at.placementId, { centihours: 10_000 }],
    [placementId, { centihours: 5_050 }],
  ]);
  await declare('2020-04', [[at.placementId, { from: '2020-04-01', to: '2020-04-30', centihours: 7_000 }]]);
  // Tests lay hires without the groups of their people; the vault keeps some here as a real hire does.
  await product.system.as({ kind: 'system' }, async (tx) => {
    for (const [id, categories] of [
      [at.placementId, ['RSA', 'QPV']],
      [placementId, ['DELD']],
    ] as const) {
      const sealed = await product.app.services.vault.seal(tx, at.structureId, `placement:${id}`, { categories });
      await product.system.client`update placement set sealed_categories = ${sealed} where id = ${id}`;
    }
  });
});
afterAll(() => product.close());

const exported = (query: string, headers = at.lead.headers) =>
  product.app.fetch(new Request(`${publicUrl}/api/exports/consolidation?${query}`, { headers }));

describe('report.showConsolidation', () => {
  it('tells hours, full-time equivalents with their factor, people and companies of the year', async () => {
    const year = await at.lead.client.report.showConsolidation.query({ year: 2020 });
    expect(year.totals).toMatchObject({
      declared: 22_050,
      people: 2,
      newPeople: 2,
      hires: 2,
      employers: 1,
      contracts: 1,
    });
    expect(year.totals.validated).toBe(22_050);
    expect(year.fteHours).toBe(1600);
    expect(year.fteHundredths).toBe(14);
    const cut = (name: string) => year.cuts.find(({ cut }) => cut === name)?.rows;
    expect(cut('mode')).toEqual([
      { code: 'direct_hire', validated: 17_000, people: 1 },
      { code: 'lending_etti', validated: 5_050, people: 1 },
    ]);
    expect(cut('sex')).toContainEqual({ code: 'man', validated: 5_050, people: 1 });
    expect(cut('age')).toContainEqual({ code: 'under26', validated: 5_050, people: 1 });
  });

  it('of another year is empty, and as known earlier too', async () => {
    const { totals } = await at.lead.client.report.showConsolidation.query({ year: 2019 });
    expect(totals.declared).toBe(0);
    const earlier = await at.lead.client.report.showConsolidation.query({ year: 2020, knownOn: '2020-01-31' });
    expect(earlier.totals.declared).toBe(0);
  });

  it('is the lead’s alone, and holds nothing of another team', async () => {
    for (const who of [at.facilitator, at.employer])
      expect(await refusalOf(who.client.report.showConsolidation.query({ year: 2020 }))).toBe('access.not_allowed');
    const { totals } = await other.lead.client.report.showConsolidation.query({ year: 2020 });
    expect(totals.declared).toBe(0);
  });

  it('takes as many statements for a year of hours as for an empty one', async () => {
    const asked = countStatements(product, at.lead, 'lead');
    const none = await asked.count((procedures) => procedures.report.showConsolidation({ year: 2019 }));
    expect(await asked.count((procedures) => procedures.report.showConsolidation({ year: 2020 }))).toBe(none);
  });
});

describe('the file of the year', () => {
  async function sheets(): Promise<Record<string, unknown[][]>> {
    const answer = await exported('annee=2020');
    expect(answer.status).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    return Object.fromEntries(
      book.worksheets.map((sheet) => [
        sheet.name,
        sheet.getSheetValues().flatMap((cells) => (Array.isArray(cells) ? [cells.slice(1)] : [])),
      ]),
    );
  }

  it('holds one row per person and contract, and one per contract, whose hours add up to the sums', async () => {
    const { Synthèse: sums, 'Personnes x marchés': people, Marchés: contracts } = await sheets();
    const total = (rows: unknown[][] = []) => rows.find(([first]) => first === 'Total');
    expect(sums).toContainEqual(['Heures validées', undefined, 220.5]);
    expect(total(people)).toContain(220.5);
    expect(total(contracts)).toContain(220.5);
    expect(people?.filter(([year]) => year === '2020')).toHaveLength(2);
    expect(contracts?.filter(([year]) => year === '2020')).toHaveLength(1);
  });

  it('says the groups of each person and names nobody', async () => {
    const { 'Personnes x marchés': people = [] } = await sheets();
    const written = JSON.stringify(people);
    expect(written).toContain('RSA');
    expect(written).not.toMatch(/Aïcha|Benali/);
    expect(written).toContain('oui');
  });

  it('is logged with its purpose, and is the lead’s alone', async () => {
    const [entry] = await product.system.client<{ purpose: string; facts: { year: number } }[]>`
      select purpose, facts from audit_entry where action = 'report.exportConsolidation' order by at desc limit 1`;
    expect(entry).toMatchObject({ purpose: expect.stringContaining('yearly'), facts: { year: 2020 } });
    for (const headers of [at.facilitator.headers, at.employer.headers, {}])
      expect((await exported('annee=2020', headers)).status).toBe(404);
    expect((await exported('annee=hier')).status).toBe(404);
  });
});
