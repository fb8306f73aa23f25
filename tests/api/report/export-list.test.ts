import type { ExportList } from '@jonction/domain/report/export-list';
import { portalTemplates } from '@jonction/domain/report/export-portals';
import { makeOffer } from '@jonction/testing/offer';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let buyer: Person;
const system = { kind: 'system' } as const;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
  const person = { firstName: 'Zora', lastName: 'Zitouni', birthDate: '1990-05-04', postalCode: '75013' };
  await makeWorker(product, at, { ...person, phone: '+33612345678', email: '=cmd@exemple.test' });
  for (const one of [at, other]) {
    await one.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(one.placementId)] });
    const { structureId, employerId } = one;
    await product.system.as(system, (tx) => makeOffer(tx, { structureId, employerId, title: `Agent ${structureId}` }));
  }
  await at.facilitator.client.eligibility.record.mutate({
    ...{ participantId: at.participantId, category: 'RSA', issuedOn: '2020-05-01' },
  });
});
afterAll(() => product.close());

const questions: Record<ExportList, object> = { people: {}, contracts: {}, positionings: {}, hours: {}, offers: {} };

const send = (list: string, asked: object = {}, who: Person | null = at.facilitator) =>
  product.app.fetch(
    new Request(`${publicUrl}/api/exports/list`, {
      method: 'POST',
      headers: { ...who?.headers, 'content-type': 'application/json', origin: publicUrl },
      body: JSON.stringify({ list, question: questions[list as ExportList] ?? {}, ...asked }),
    }),
  );
const named = (...keys: string[]) => keys.map((key) => ({ key, header: null }));

async function opened(list: ExportList, asked: object = {}, who = at.facilitator) {
  const response = await send(list, asked, who);
  expect(response.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((one) => {
    rows.push((one.values as unknown[]).slice(1));
  });
  return { rows, name: response.headers.get('content-disposition'), about: book.worksheets[1]?.getCell('A2').value };
}

const lastAudit = async () => {
  const [line] = await product.system.client<
    { facts: Record<string, unknown>; purpose: string | null; user_id: string }[]
  >`
    select facts, purpose, user_id from audit_entry where action = 'report.exportList' order by id desc limit 1`;
  return line;
};

describe('a list as a file', () => {
  it('holds the columns chosen, in their order, under the names given to them', async () => {
    const columns = [{ key: 'firstName', header: 'PRENOM' }, ...named('lastName', 'birthDate')];
    const { rows, name, about } = await opened('people', { columns, question: { sort: 'name' } });
    expect(name).toMatch(/filename="cvtheque-2020-05-18\.xlsx"/);
    expect(rows[0]).toEqual(['PRENOM', 'Nom', 'Date de naissance']);
    expect(rows.slice(1).map(([first, last]) => `${first} ${last}`)).toEqual(['Aïcha Benali', 'Zora Zitouni']);
    expect(rows[2]?.[2]).toEqual(new Date('1990-05-04T00:00:00Z'));
    expect(String(about)).toMatch(/^2.lignes au moment/);
  });

  it('keeps to the filters of its page', async () => {
    const { rows } = await opened('people', { columns: named('lastName'), question: { eligible: true } });
    expect(rows.slice(1)).toEqual([['Benali']]);
    const hours = await opened('hours', {
      columns: named('worker', 'month', 'declared'),
      question: { month: '2020-03' },
    });
    expect(hours.rows.slice(1)).toEqual([['Aïcha Benali', '03/2020', 151.67]]);
    expect((await opened('hours', { question: { month: '2019-03' } })).rows.length).toBe(1);
  });

  it.each(Object.keys(questions) as ExportList[])(
    'of %s gives a team its own rows, another none of them',
    async (list) => {
      const secret = {
        people: 'Zitouni',
        contracts: 'Nettoyage du Val',
        positionings: 'Zitouni',
        hours: 'Nettoyage du Val',
      };
      const mine = secret[list as keyof typeof secret] ?? at.structureId;
      const ours = JSON.stringify((await opened(list)).rows);
      if (list !== 'positionings') expect(ours).toContain(mine);
      expect(JSON.stringify((await opened(list, {}, other.facilitator)).rows)).not.toContain(mine);
    },
  );

  it('is closed to whoever is not of the team, and to questions that no page asks', async () => {
    expect((await send('people', {}, buyer)).status).toBe(404);
    expect((await send('people', {}, at.employer)).status).toBe(404);
    expect((await send('people', {}, null)).status).toBe(404);
    expect((await send('users')).status).toBe(404);
    expect((await send('hours', { question: { month: 'mars' } })).status).toBe(404);
    expect((await send('people', { format: 'pdf' })).status).toBe(404);
  });

  it('is written in the journal before it leaves: list, columns, how many rows', async () => {
    await opened('contracts', { columns: named('number', 'buyer') });
    expect(await lastAudit()).toMatchObject({
      user_id: at.facilitator.userId,
      purpose: null,
      facts: { list: 'contracts', format: 'xlsx', rows: 2, columns: 'number buyer', sensitive: null },
    });
  });

  it('opens the vault only for a reason, which is kept with the reading', async () => {
    const columns = named('lastName', 'category', 'evidenceIssuedOn');
    const refused = await send('people', { columns });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'report.export_purpose_missing', fields: { purpose: /dites/ } });
    const { rows } = await opened('people', { columns, purpose: 'control', question: { sort: 'name' } });
    expect(rows[1]).toEqual(['Benali', 'bénéficiaire du RSA ou ayant droit', new Date('2020-05-01T00:00:00Z')]);
    expect(rows[2]).toEqual(['Zitouni']);
    expect(await lastAudit()).toMatchObject({ purpose: 'control', facts: { sensitive: 'category evidenceIssuedOn' } });
  });

  it('comes as text that no spreadsheet takes for a formula', async () => {
    const response = await send('people', {
      format: 'csv',
      columns: named('lastName', 'phone', 'email'),
      question: { sort: 'name' },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-store');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('Nom;Téléphone;Courriel');
    expect(lines[2]).toBe("Zitouni;'+33612345678;'=cmd@exemple.test");
  });

  it('has a row for each lot where the lot is asked', async () => {
    await product.system.client`insert into lot (contract_id, buyer_id, key, number, object)
      values (${at.made.contractId}, ${at.made.buyerId}, '9', '9', 'Vitres')`;
    const columns = named('number', 'lot', 'object', 'dueHours');
    expect((await opened('contracts', { columns })).rows.length).toBe(4);
    expect((await opened('contracts', { columns: named('number', 'dueHours') })).rows.length).toBe(3);
    await product.system.client`delete from lot where key = '9'`;
  });

  const readToItsEnd = async () => {
    const response = await send('hours');
    await response.arrayBuffer();
    return response.status;
  };

  it('serves three readers at once, and another as soon as one goes away', async () => {
    const bodies = await Promise.all([1, 2, 3].map(async () => (await send('hours')).body));
    const refused = await send('hours');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'report.export_busy' });
    await Promise.all(bodies.map((body) => body?.cancel()));
    await expect.poll(readToItsEnd).toBe(200);
  });

  it('serves no more than three of those who come at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send('hours')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 422, 422]);
    await Promise.all(answers.map((answer) => answer.body?.cancel()));
    await expect.poll(readToItsEnd).toBe(200);
  });
});

describe('what comes back by the import', () => {
  const columnsOf = (code: string) => portalTemplates.find((template) => template.code === code)?.columns ?? [];

  it('finds everybody again, and nothing wrong in what we wrote ourselves', async () => {
    // Consents of people made by the test bear the day of the clock, which is after that of the product.
    const columns = columnsOf('people_import').filter(({ key }) => key !== 'consentOn');
    const response = await send('people', { columns, purpose: 'record' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const fileId = await uploaded(product, at.facilitator, 'participants', { name: 'gens.xlsx', bytes });
    const { participant } = at.facilitator.client;
    const { runId } = await participant.previewImport.mutate({ fileId });
    const shown = await participant.showImport.query({ runId });
    expect(shown.columns.missing).toEqual([]);
    expect(shown.rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(shown.counts).toMatchObject({ ready: 2, wrong: 0 });
  });

  it('reads the hours again as lines that nothing changes', async () => {
    const response = await send('hours', { columns: columnsOf('hours_import') });
    const bytes = Buffer.from(await response.arrayBuffer());
    const fileId = await uploaded(product, at.employer, 'hours', { name: 'heures.xlsx', bytes });
    const result = await at.employer.client.hours.importSheet.mutate({ fileId });
    expect(result).toMatchObject({ read: 1, created: 0, updated: 0, unchanged: 1, rejected: [] });
  });
});

describe('a set of columns', () => {
  const set = { list: 'offers', name: 'Suivi', shared: false, columns: named('title', 'number') } as const;
  const report = (who: Person) => who.client.report;

  it('is kept under its name, one for each, and takes the place of the one before', async () => {
    const first = await report(at.facilitator).saveExportTemplate.mutate(set);
    const again = await report(at.facilitator).saveExportTemplate.mutate({ ...set, columns: named('rome') });
    expect(again.templateId).toBe(first.templateId);
    const kept = await report(at.facilitator).listExportTemplates.query({ list: 'offers' });
    expect(kept).toMatchObject([{ name: 'Suivi', own: true, columns: named('rome') }]);
    expect(await report(at.facilitator).listExportTemplates.query({ list: 'hours' })).toEqual([]);
  });

  it('is a colleague’s to use when shared, nobody’s elsewhere, and hers alone to take away', async () => {
    const { templateId } = await report(at.facilitator).saveExportTemplate.mutate({
      ...set,
      name: 'Équipe',
      shared: true,
    });
    const seen = await report(at.lead).listExportTemplates.query({ list: 'offers' });
    expect(seen).toMatchObject([{ name: 'Équipe', own: false }]);
    expect(await report(other.lead).listExportTemplates.query({ list: 'offers' })).toEqual([]);
    for (const who of [at.lead, other.lead])
      expect(await refusalOf(report(who).dropExportTemplate.mutate({ templateId }))).toBe(
        'report.export_template_not_found',
      );
    await report(at.facilitator).dropExportTemplate.mutate({ templateId });
    expect(await report(at.lead).listExportTemplates.query({ list: 'offers' })).toEqual([]);
  });

  it('is refused without a name or a column, and to whoever is not of the team', async () => {
    const { saveExportTemplate } = report(at.facilitator);
    expect(await refusalOf(saveExportTemplate.mutate({ ...set, name: ' ' }))).toBe('shared.fields_to_correct');
    expect(await refusalOf(saveExportTemplate.mutate({ ...set, columns: [] }))).toBe('shared.fields_to_correct');
    expect(await refusalOf(report(buyer).saveExportTemplate.mutate(set))).toBe('access.not_allowed');
    expect(await refusalOf(report(at.employer).listExportTemplates.query({ list: 'offers' }))).toBe(
      'access.not_allowed',
    );
  });
});
