import { linkHeader } from '@jonction/api/access/find-actor';
import { addDays } from '@jonction/domain/shared/day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row, sickWeek } from '../../support/declaring.ts';
import { layOwnPage } from '../../support/own-page.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { hundredthsOf, nodesOf, readPdf, readRows } from '../../support/printed-files.ts';
import { type Client, type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2020-05-18';
const period = { fromMonth: '2020-03', toMonth: '2020-04' };
/** What stands of the two months: at work, paid leave rejected, sick leave accepted in part, another worker's month. */
const sum = { declared: 22_367, validated: 17_667, exceptional: 500, pending: 1_000, rejected: 3_700 };

let product: Product;
let at: Declaring;
let other: Declaring;
let buyer: Person;
let own: { headers: Record<string, string>; client: Client };

beforeAll(async () => {
  product = await startProduct({ today });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
  const { client } = at.employer;
  const second = await makeWorker(product, at, { firstName: '=Cmd', lastName: 'Diallo' });
  await client.hours.declare.mutate({
    month: '2020-03',
    rows: [
      row(at.placementId),
      row(at.placementId, { kind: 'paid_leave', centihours: 700 }),
      row(second.placementId, { centihours: 2_000 }),
    ],
  });
  await client.hours.declare.mutate({
    month: '2020-04',
    rows: [sickWeek(at.placementId), sickWeek(second.placementId, { centihours: 1_000, evidence: [] })],
  });
  const { rows } = await at.facilitator.client.hours.listLines.query({ month: '2020-04', status: 'pending' });
  await at.facilitator.client.hours.decide.mutate({
    lineIds: rows.filter(({ placementId }) => placementId === at.placementId).map(({ id }) => id),
    accept: true,
    centihours: 500,
    reason: 'Relevé vu en partie',
  });
  const { headers } = await layOwnPage(product, at);
  own = { headers, client: product.client(headers) };
});
afterAll(() => product.close());

async function get(path: string, headers: Record<string, string>) {
  return product.app.fetch(new Request(`http://jonction.test/api/documents/${path}`, { headers }));
}

async function fileOf(documentId: string, form: 'pdf' | 'xlsx', headers: Record<string, string>): Promise<Uint8Array> {
  const response = await get(`${documentId}.${form}`, headers);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function codeOf(documentId: string, headers: Record<string, string>): Promise<string> {
  const { text } = await readPdf(await fileOf(documentId, 'pdf', headers));
  return /Document ([0-9A-Z-]{29})/.exec(text)?.[1] ?? '';
}

const hours = (centihours: number) => `${String(centihours / 100).replace('.', ',')} h`;
const figures = [sum.declared, sum.validated, sum.exceptional, sum.pending, sum.rejected];

describe('report.issueStatement', () => {
  const ask = () => ({ ...period, contractId: at.made.contractId });

  it('gives the same totals in the PDF and in the spreadsheet as the ledger holds, for the team, the buyer and the company', async () => {
    const gauge = await at.facilitator.client.hours.gauge.query({ clauseId: at.made.clauseId });
    expect(gauge).toMatchObject({ declaredCentihours: sum.declared, validatedCentihours: sum.validated });
    for (const who of [at.facilitator, at.lead, buyer, at.employer]) {
      const { documentId } = await who.client.report.issueStatement.mutate(ask());
      const pdf = await readPdf(await fileOf(documentId, 'pdf', who.headers));
      const line = figures.map(hours).join(' ');
      expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain(`Total ${line}`);
      const rows = await readRows(await fileOf(documentId, 'xlsx', who.headers));
      const totals = rows.filter(([first]) => first === 'Total');
      expect(totals.length).toBeGreaterThan(2);
      for (const total of totals) expect(hundredthsOf(total).slice(-5)).toEqual(figures);
    }
  });

  it('is a tagged PDF with title, language and headers in every table', async () => {
    const { documentId } = await at.facilitator.client.report.issueStatement.mutate(ask());
    const pdf = await readPdf(await fileOf(documentId, 'pdf', at.facilitator.headers));
    expect(pdf).toMatchObject({ title: 'Relevé des heures du marché', language: 'fr', uaPart: '1' });
    const tables = nodesOf(pdf.trees, 'Table');
    expect(tables).toHaveLength(4);
    for (const table of tables) expect(nodesOf([table], 'TH').length).toBeGreaterThan(5);
  });

  it('names people to the team and to their company, never to the buyer', async () => {
    const textFor = async (who: Person) => {
      const { documentId } = await who.client.report.issueStatement.mutate(ask());
      return (await readPdf(await fileOf(documentId, 'pdf', who.headers))).text;
    };
    expect(await textFor(at.facilitator)).toContain('Aïcha Benali');
    expect(await textFor(at.employer)).toContain('Aïcha Benali');
    const forBuyer = await textFor(buyer);
    expect(forBuyer).not.toMatch(/Aïcha|Benali|Diallo|\bE-\d/);
    expect(forBuyer).toContain('telles que connues au 18 mai 2020');
    expect(forBuyer).toMatch(/publiée le/);
  });

  it('gives a buyer no more than its own kind of paper, whatever it asks', async () => {
    const { documentId } = await buyer.client.report.issueStatement.mutate({
      ...ask(),
      audience: 'team',
      employerId: at.employerId,
    });
    const { rows } = await buyer.client.report.listDocuments.query({ contractId: at.made.contractId });
    expect(rows.find(({ id }) => id === documentId)).toMatchObject({ audience: 'buyer', employerName: null });
  });

  it('tells a company its own part only', async () => {
    const elsewhere = await makePerson(product, 'employer', {
      organisationId: other.employerId,
      structureId: at.structureId,
    });
    const { placementId } = await makeWorker(product, { ...at, employerId: other.employerId }, { lastName: 'Zola' });
    await elsewhere.client.hours.declare.mutate({
      month: '2020-05',
      rows: [row(placementId, { from: '2020-05-01', to: '2020-05-15', centihours: 1_111 })],
    });
    const may = { fromMonth: '2020-05', toMonth: '2020-05', contractId: at.made.contractId };
    const totalOf = async (who: Person, given = {}) => {
      const { documentId } = await who.client.report.issueStatement.mutate({ ...may, ...given });
      const rows = await readRows(await fileOf(documentId, 'xlsx', who.headers));
      return hundredthsOf(rows.findLast(([first]) => first === 'Total'))[0];
    };
    expect(await totalOf(elsewhere)).toBe(1_111);
    expect(await totalOf(at.facilitator)).toBe(1_111);
    expect(await totalOf(at.facilitator, { audience: 'employer', employerId: other.employerId })).toBe(1_111);
    const { documentId } = await at.employer.client.report.issueStatement.mutate(may);
    const { text } = await readPdf(await fileOf(documentId, 'pdf', at.employer.headers));
    expect(text).toContain('Aucune heure déclarée sur ces mois.');
    expect(text).not.toContain('Zola');
  });

  it('answers as known on a day gone by, and refuses a day to come', async () => {
    const { issueStatement } = at.facilitator.client.report;
    const { documentId } = await issueStatement.mutate({ ...ask(), knownOn: addDays(today, -1) });
    const { text } = await readPdf(await fileOf(documentId, 'pdf', at.facilitator.headers));
    expect(text).toContain('17 mai 2020');
    expect(text).toContain('Heures déclarées : 0 h');
    expect(await refusalOf(issueStatement.mutate({ ...ask(), knownOn: addDays(today, 1) }))).toBe(
      'report.known_in_future',
    );
  });

  it('says the hours due as known on its day: nothing before they were written, then what they were, then what they are', async () => {
    const { structureId, made } = at;
    const { contractId, buyerId, clauseId } = made;
    await product.system.client`
      insert into clause_version (clause_id, version, structure_id, contract_id, buyer_id, target_inputs, due_hours, cause, recorded_at)
      select ${clauseId}, 90 + n, ${structureId}, ${contractId}, ${buyerId}, '{"mode":"fixed","hours":1}', 100 * n, 'written', day
      from (values (1, '2020-05-02 23:30+02'::timestamptz), (2, '2020-05-10 00:30+02')) as known (n, day)`;
    const dueOn = async (knownOn: string) => {
      const { documentId } = await at.facilitator.client.report.issueStatement.mutate({ ...ask(), knownOn });
      const rows = await readRows(await fileOf(documentId, 'xlsx', at.facilitator.headers));
      const head = rows.findIndex((row) => row.includes('Dues'));
      return rows[head + 1]?.[rows[head]?.indexOf('Dues') ?? -1];
    };
    expect(await dueOn('2020-05-01')).toBe(0);
    expect(await dueOn('2020-05-02')).toBe(100);
    expect(await dueOn('2020-05-09')).toBe(100);
    expect(await dueOn('2020-05-10')).toBe(200);
  });

  it('is kept as a file under its name, the spreadsheet as the PDF', async () => {
    const { documentId } = await at.facilitator.client.report.issueStatement.mutate({
      ...ask(),
      knownOn: addDays(today, -3),
    });
    const nameOf = async (form: 'pdf' | 'xlsx') => {
      const { headers } = await get(`${documentId}.${form}`, at.facilitator.headers);
      return headers.get('content-disposition') ?? '';
    };
    const name = /^attachment; filename="releve-marche-\d+-2020-03-2020-04-connu-au-2020-05-15\.(pdf|xlsx)"$/;
    for (const form of ['pdf', 'xlsx'] as const) expect(name.exec(await nameOf(form))?.[1]).toBe(form);
  });

  it('is the same paper when nothing changed, and keeps who issued it', async () => {
    const { report } = at.facilitator.client;
    const first = await report.issueStatement.mutate(ask());
    expect(await report.issueStatement.mutate(ask())).toEqual(first);
    const { rows } = await report.listDocuments.query({ contractId: at.made.contractId });
    const kept = rows.find(({ id }) => id === first.documentId);
    expect(kept).toMatchObject({ validated: sum.validated, declared: sum.declared, knownOn: today, replaced: false });
    expect(kept?.issuedByName).toMatch(/^(facilitator|lead)/);
  });

  it('refuses months in disorder, a period too long, a company left out or unknown here', async () => {
    const { issueStatement } = at.facilitator.client.report;
    expect(await refusalOf(issueStatement.mutate({ ...ask(), toMonth: '2020-02' }))).toBe('shared.fields_to_correct');
    expect(await refusalOf(issueStatement.mutate({ ...ask(), fromMonth: '2001-01' }))).toBe('shared.fields_to_correct');
    expect(await refusalOf(issueStatement.mutate({ ...ask(), audience: 'employer' }))).toBe('report.employer_missing');
    const stranger = { ...ask(), audience: 'employer', employerId: at.made.buyerId } as const;
    expect(await refusalOf(issueStatement.mutate(stranger))).toBe('report.employer_not_found');
  });

  it('finds no contract of others', async () => {
    const strangerBuyer = await makePerson(product, 'buyer', {
      organisationId: other.made.buyerId,
      structureId: other.structureId,
    });
    for (const who of [other.facilitator, strangerBuyer, other.employer]) {
      expect(await refusalOf(who.client.report.issueStatement.mutate(ask()))).toBe('report.contract_not_found');
    }
    expect(await refusalOf(own.client.report.issueStatement.mutate(ask()))).toBe('access.not_allowed');
  });
});

describe('report.issueCertificate', () => {
  const ask = () => ({ ...period, contractId: at.made.contractId });

  it('certifies executed hours to the buyer, who downloads it, without a name', async () => {
    const { documentId } = await at.facilitator.client.report.issueCertificate.mutate(ask());
    const pdf = await readPdf(await fileOf(documentId, 'pdf', buyer.headers));
    expect(pdf.title).toBe('Certificat d’heures d’insertion exécutées');
    expect(pdf.text).not.toMatch(/Aïcha|Benali|Diallo/);
    const rows = await readRows(await fileOf(documentId, 'xlsx', buyer.headers));
    expect(hundredthsOf(rows.findLast(([first]) => first === 'Total'))).toEqual(figures);
  });

  it('certifies nothing where nothing was validated', async () => {
    const may = { ...ask(), fromMonth: '2020-01', toMonth: '2020-01' };
    expect(await refusalOf(at.lead.client.report.issueCertificate.mutate(may))).toBe('report.nothing_executed');
  });

  it('is the team’s to issue', async () => {
    for (const who of [buyer, at.employer]) {
      expect(await refusalOf(who.client.report.issueCertificate.mutate(ask()))).toBe('access.not_allowed');
    }
    expect(await refusalOf(other.facilitator.client.report.issueCertificate.mutate(ask()))).toBe(
      'report.contract_not_found',
    );
  });
});

describe('report.issueAttestation', () => {
  it('says what a company did on all its contracts, for its next bids', async () => {
    const { documentId } = await at.employer.client.report.issueAttestation.mutate(period);
    const pdf = await readPdf(await fileOf(documentId, 'pdf', at.employer.headers));
    expect(pdf.text).toContain('Propreté du Val');
    expect(pdf.text).not.toMatch(/Aïcha|Benali|Diallo/);
    const rows = await readRows(await fileOf(documentId, 'xlsx', at.employer.headers));
    for (const total of rows.filter(([first]) => first === 'Total')) expect(hundredthsOf(total)).toEqual(figures);
    const byTeam = await at.facilitator.client.report.issueAttestation.mutate({ ...period, employerId: at.employerId });
    expect(byTeam.documentId).toBe(documentId);
  });

  it('is for a company that worked here, and only of hours done', async () => {
    const { issueAttestation } = at.facilitator.client.report;
    expect(await refusalOf(issueAttestation.mutate(period))).toBe('report.employer_missing');
    expect(await refusalOf(issueAttestation.mutate({ ...period, employerId: at.made.buyerId }))).toBe(
      'report.employer_not_found',
    );
    const before = { fromMonth: '2020-01', toMonth: '2020-02', employerId: at.employerId };
    expect(await refusalOf(issueAttestation.mutate(before))).toBe('report.nothing_executed');
    expect(await refusalOf(buyer.client.report.issueAttestation.mutate(period))).toBe('access.not_allowed');
  });
});

describe('report.issueRecord', () => {
  it('gives a person her own hours from her page, and the team the same paper', async () => {
    const { documentId } = await own.client.report.issueRecord.mutate(period);
    const pdf = await readPdf(await fileOf(documentId, 'pdf', own.headers));
    expect(pdf.title).toBe('Relevé d’heures d’insertion');
    expect(pdf.text).toContain('Aïcha Benali');
    expect(pdf.text).not.toContain('Diallo');
    const rows = await readRows(await fileOf(documentId, 'xlsx', own.headers));
    const total = hundredthsOf(rows.findLast(([first]) => first === 'Total'));
    expect(total).toEqual([19_367, 15_667, 500, 0, 3_700]);
    const { participantId } = at;
    const byTeam = await at.facilitator.client.report.issueRecord.mutate({ ...period, participantId });
    expect(byTeam.documentId).toBe(documentId);
  });

  it('gives her nobody else’s, whatever is asked', async () => {
    const { documentId } = await own.client.report.issueRecord.mutate({
      ...period,
      participantId: other.participantId,
    });
    const { rows } = await own.client.report.listDocuments.query({});
    expect(rows.map(({ kind, issuedByName }) => [kind, issuedByName])).toEqual([['record', null]]);
    expect(rows[0]?.id).toBe(documentId);
  });

  it('finds no person of another structure', async () => {
    const ask = { ...period, participantId: other.participantId };
    expect(await refusalOf(at.facilitator.client.report.issueRecord.mutate(ask))).toBe('report.participant_not_found');
    expect(await refusalOf(at.facilitator.client.report.issueRecord.mutate(period))).toBe(
      'report.participant_not_found',
    );
    expect(await refusalOf(at.employer.client.report.issueRecord.mutate(ask))).toBe('access.not_allowed');
  });
});

describe('a file of an issued paper', () => {
  it('is not found by anybody whom it is not for', async () => {
    const { documentId } = await at.facilitator.client.report.issueStatement.mutate({
      ...period,
      contractId: at.made.contractId,
    });
    for (const headers of [buyer.headers, at.employer.headers, own.headers, other.facilitator.headers, {}]) {
      expect((await get(`${documentId}.pdf`, headers)).status).toBe(404);
      expect((await get(`${documentId}.xlsx`, headers)).status).toBe(404);
    }
    expect((await get(`${documentId}.exe`, at.facilitator.headers)).status).toBe(404);
    expect((await get('nothing.pdf', at.facilitator.headers)).status).toBe(404);
    expect((await get(`${documentId}.pdf`, { [linkHeader]: 'nothing' })).status).toBe(404);
  });

  it('is logged when it is read, and never runs in our origin', async () => {
    const { documentId } = await at.employer.client.report.issueAttestation.mutate(period);
    const response = await get(`${documentId}.pdf`, at.employer.headers);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="attestation-/);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const [entry] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from audit_entry where action = 'report.download' and subject_id = ${documentId}`;
    expect(entry?.count).toBeGreaterThan(0);
  });
});

describe('report.verifyDocument', () => {
  const verify = (code: string) => product.client().report.verifyDocument.query({ code });

  it('says to anybody that a paper is ours, with its figures and dates, and no name', async () => {
    const { documentId } = await at.facilitator.client.report.issueCertificate.mutate({
      ...period,
      contractId: at.made.contractId,
    });
    const code = await codeOf(documentId, at.facilitator.headers);
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'O')]) {
      expect(await verify(typed)).toMatchObject({
        state: 'valid',
        document: { kind: 'certificate', ...period, knownOn: today, replacedOn: null, sum },
      });
    }
  });

  it('says nothing of a person on a record', async () => {
    const { documentId } = await own.client.report.issueRecord.mutate(period);
    const found = await verify(await codeOf(documentId, own.headers));
    expect(found).toMatchObject({ state: 'valid', document: { kind: 'record', contract: null, employerName: null } });
    expect(JSON.stringify(found)).not.toMatch(/Aïcha|Benali|Propreté/);
  });

  it('knows nothing of a code that is not ours, and of figures that were changed behind our back', async () => {
    expect(await verify('AAAAA-BBBBB-CCCCC-DDDDD-EEEEE')).toEqual({ state: 'unknown', document: null });
    expect(await verify('')).toEqual({ state: 'unknown', document: null });
    const { documentId } = await at.lead.client.report.issueCertificate.mutate({
      fromMonth: '2020-03',
      toMonth: '2020-03',
      contractId: at.made.contractId,
    });
    const code = await codeOf(documentId, at.lead.headers);
    expect((await verify(code)).state).toBe('valid');
    await product.system.client.begin(async (sql) => {
      await sql`alter table issued_document disable trigger issued_document_append_only`;
      const changed = await sql`
        update issued_document set facts = jsonb_set(facts, '{structure,name}', '"Autre"') where id = ${documentId} returning id`;
      expect(changed).toHaveLength(1);
      await sql`alter table issued_document enable trigger issued_document_append_only`;
    });
    expect(await verify(code)).toEqual({ state: 'unknown', document: null });
  });

  it('says when a later paper took its place', async () => {
    const april = { fromMonth: '2020-04', toMonth: '2020-04', contractId: at.made.contractId };
    const first = await at.facilitator.client.report.issueCertificate.mutate(april);
    const code = await codeOf(first.documentId, at.facilitator.headers);
    await at.employer.client.hours.declare.mutate({
      month: '2020-04',
      rows: [row(at.placementId, { from: '2020-04-20', to: '2020-04-24', centihours: 1_000 })],
    });
    expect((await verify(code)).state).toBe('valid');
    const second = await at.facilitator.client.report.issueCertificate.mutate(april);
    expect(second.documentId).not.toBe(first.documentId);
    const replaced = await verify(code);
    expect(replaced.state).toBe('replaced');
    expect(replaced.document?.sum.validated).toBe(500);
    expect((await verify(await codeOf(second.documentId, at.facilitator.headers))).state).toBe('valid');
  });

  it('writes nothing, and tires whoever tries codes', async () => {
    const rows = () =>
      product.system.client`select (select count(*) from audit_entry) a, (select count(*) from issued_document) d`;
    const before = await rows();
    const client = product.client({ 'x-forwarded-for': '192.0.2.77' });
    for (let tries = 0; tries < 30; tries++) await client.report.verifyDocument.query({ code: `essai ${tries}` });
    expect(await rows()).toEqual(before);
    await expect(client.report.verifyDocument.query({ code: 'essai' })).rejects.toThrow();
    expect((await verify('essai')).state).toBe('unknown');
  });
});

describe('report.listDocuments', () => {
  it('takes as many statements for many papers as for one', async () => {
    const { contractId } = at.made;
    const counting = countStatements(product, at.facilitator);
    const few = await counting.count(({ report }) => report.listDocuments({ contractId, pageSize: 1 }));
    const many = await counting.count(({ report }) => report.listDocuments({ contractId, pageSize: 200 }));
    await counting.close();
    const { total } = await at.facilitator.client.report.listDocuments.query({ contractId });
    expect(total).toBeGreaterThan(4);
    expect([few, many]).toEqual([3, 3]);
  });

  it('gives page after page, the latest first, and nothing of others', async () => {
    const { listDocuments } = at.facilitator.client.report;
    const whole = await listDocuments.query({ pageSize: 200 });
    const second = await listDocuments.query({ page: 2, pageSize: 1 });
    expect(second).toMatchObject({ total: whole.total, rows: [{ id: whole.rows[1]?.id }] });
    expect((await other.facilitator.client.report.listDocuments.query({})).total).toBe(0);
    expect((await other.facilitator.client.report.listDocuments.query({ contractId: at.made.contractId })).total).toBe(
      0,
    );
    expect((await buyer.client.report.listDocuments.query({})).rows.every(({ audience }) => audience === 'buyer')).toBe(
      true,
    );
  });
});
