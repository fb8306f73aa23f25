import { remindPapers } from '@jonction/api/paper/remind-morning';
import { stateOf } from '@jonction/domain/paper/asked';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { upload, uploaded } from '../../support/upload.ts';

const today = '2026-03-16';
let product: Product;
let structureId: string;
let employerId: string;
let facilitator: Person;
let company: Person;
let otherCompany: Person;
let otherTeam: Person;

beforeAll(async () => {
  product = await startProduct({ today });
  structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  facilitator = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
  const mont = await makeOrganisation(product, 'structure', 'Clauses du Mont');
  otherTeam = await makePerson(product, 'facilitator', { organisationId: mont, structureId: mont });
  const peinture = await makeOrganisation(product, 'employer', 'Peinture du Val');
  otherCompany = await makePerson(product, 'employer', { organisationId: peinture, structureId });
});
afterAll(() => product.close());

// A company of its own for each test: what is asked of one is asked once.
beforeEach(async () => {
  employerId = await makeOrganisation(product, 'employer', 'Toitures du Val');
  company = await makePerson(product, 'employer', { organisationId: employerId, structureId });
});

type Kind = 'vigilance' | 'insurance' | 'registration' | 'siae_agreement' | 'work_contract' | 'other';
const log = pino({ level: 'silent' });
const ask = (items: { kind: Kind; label?: string; validMonths?: number }[], given: { dueOn?: string } = {}) =>
  facilitator.client.paper.ask.mutate({ employerId, items, ...given });
const listOf = async (who: Person, of: string = employerId) =>
  (await who.client.paper.listAsked.query({ employerId: of })).rows;
const statesOf = async (who: Person) => (await listOf(who)).map(({ kind, state }) => [kind, state]);
const jpeg = (name = 'photo.jpg') => ({
  name,
  bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 60 }, () => 7)]),
});
const lineOf = async (kind: string) => (await listOf(facilitator)).find((row) => row.kind === kind)?.id ?? '';
const letters = () => product.system.client<{ body: string; day: string }[]>`
  select m.body_text as body, r.sent_at::date::text as day from paper_reminder r join message m on m.id = r.message_id
  where r.employer_id = ${employerId} order by r.sent_at, r.id`;
const tokenOf = async () => /\/pieces\/(\S+)/.exec((await letters()).at(-1)?.body ?? '')?.[1] ?? '';
/** A paper brought by somebody for a line. */
async function bring(who: Person, kind: Kind, dates: { issuedOn?: string; validUntil?: string } = {}) {
  const fileId = await uploaded(product, who, 'paper', jpeg());
  return who.client.paper.bring.mutate({ itemId: await lineOf(kind), fileId, ...dates });
}

describe('paper.ask', () => {
  it('writes a list to the company, and a letter leaves at once with the page that takes them', async () => {
    const done = await ask([{ kind: 'vigilance', validMonths: 6 }, { kind: 'insurance' }], { dueOn: '2026-03-31' });
    expect(done).toMatchObject({ asked: 2, address: `${company.membershipId}@exemple.test` });
    expect(await statesOf(company)).toEqual([
      ['vigilance', 'asked'],
      ['insurance', 'asked'],
    ]);
    const [letter] = await letters();
    expect(letter?.body).toContain('Attestation de vigilance (Urssaf) : demandé');
    expect(letter?.body).toContain(`${publicUrl}/pieces/`);
  });

  it('does not write twice within three days to one address: the list stands without a letter', async () => {
    await ask([{ kind: 'vigilance', validMonths: 6 }]);
    expect((await ask([{ kind: 'insurance' }])).address).toBeNull();
    expect(await letters()).toHaveLength(1);
    expect(await statesOf(company)).toHaveLength(2);
  });

  it('refuses what is asked already, an empty list, another paper without a name, and what is no company', async () => {
    await ask([{ kind: 'vigilance', validMonths: 6 }]);
    expect(await refusalOf(ask([{ kind: 'vigilance', validMonths: 3 }]))).toBe('paper.asked_already');
    expect(await refusalOf(ask([{ kind: 'insurance' }, { kind: 'insurance' }]))).toBe('paper.asked_already');
    expect(await refusalOf(ask([]))).toBe('shared.fields_to_correct');
    expect(await refusalOf(ask([{ kind: 'other' }]))).toBe('paper.label_missing');
    const call = facilitator.client.paper.ask.mutate({ employerId: structureId, items: [{ kind: 'insurance' }] });
    expect(await refusalOf(call)).toBe('organisation.not_found');
    expect(await refusalOf(company.client.paper.ask.mutate({ employerId, items: [{ kind: 'insurance' }] }))).toBe(
      'access.not_allowed',
    );
    // Two others are two papers.
    await ask([
      { kind: 'other', label: 'Plan de prévention' },
      { kind: 'other', label: 'Charte du chantier' },
    ]);
  });
});

describe('paper.listAsked', () => {
  it('shows a company its own list alone, and the team of another structure nothing', async () => {
    await ask([{ kind: 'insurance' }]);
    expect(await listOf(otherCompany)).toEqual([]);
    expect(await listOf(otherTeam)).toEqual([]);
    expect(await listOf(facilitator)).toHaveLength(1);
  });

  it('proposes a list by what the company is', async () => {
    await product.system.client`update organisation set subkind = 'ETTI' where id = ${employerId}`;
    const { checklist } = await facilitator.client.paper.listAsked.query({ employerId });
    expect(checklist).toEqual(['vigilance', 'registration', 'insurance', 'siae_agreement', 'temp_guarantee']);
  });

  it('asks the base as much for one line as for thirty', async () => {
    const { count } = countStatements(product, facilitator);
    await ask([{ kind: 'insurance' }]);
    const one = await count((procedures) => procedures.paper.listAsked({ employerId }));
    await ask(Array.from({ length: 29 }, (_, at) => ({ kind: 'other' as const, label: `Document ${at}` })));
    expect(await count((procedures) => procedures.paper.listAsked({ employerId }))).toBe(one);
  });
});

describe('paper.bring', () => {
  it('puts a paper before the team, with the end that its months give', async () => {
    await ask([{ kind: 'vigilance', validMonths: 6 }]);
    const brought = await bring(company, 'vigilance', { issuedOn: '2026-03-02' });
    expect(brought).toMatchObject({ validUntil: '2026-09-02', unread: true });
    const [row] = await listOf(facilitator);
    expect(row).toMatchObject({ state: 'received', piece: { source: 'account', issuedOn: '2026-03-02' } });
  });

  it('takes what the team received otherwise, and the company can open it', async () => {
    await ask([{ kind: 'work_contract' }]);
    await bring(facilitator, 'work_contract');
    const [row] = await listOf(company);
    expect(row?.piece).toMatchObject({ source: 'team' });
    const opened = (who: Person) =>
      product.app.fetch(new Request(`${publicUrl}/api/downloads/${row?.piece?.fileId}`, { headers: who.headers }));
    expect((await opened(company)).status).toBe(200);
    expect((await opened(otherCompany)).status).toBe(404);
    expect((await opened(otherTeam)).status).toBe(404);
    const [logged] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from audit_entry where action = 'file.download' and subject_id = ${row?.piece?.fileId ?? ''}`;
    expect(logged?.count).toBe(1);
  });

  it('refuses dates that say nothing or are over, at their field', async () => {
    await ask([{ kind: 'vigilance', validMonths: 6 }, { kind: 'insurance' }]);
    expect(await refusalOf(bring(company, 'vigilance'))).toBe('paper.issued_missing');
    expect(await refusalOf(bring(company, 'vigilance', { issuedOn: '2026-03-17' }))).toBe('paper.issued_in_future');
    expect(await refusalOf(bring(company, 'vigilance', { issuedOn: '2025-06-01' }))).toBe('paper.already_expired');
    expect(await refusalOf(bring(company, 'insurance'))).toBe('paper.until_missing');
  });

  it('refuses a file of somebody else, and a line of another company', async () => {
    await ask([{ kind: 'work_contract' }]);
    const itemId = await lineOf('work_contract');
    const theirs = await uploaded(product, facilitator, 'paper', jpeg());
    expect(await refusalOf(company.client.paper.bring.mutate({ itemId, fileId: theirs }))).toBe('file.not_found');
    const foreign = await uploaded(product, otherCompany, 'paper', jpeg());
    expect(await refusalOf(otherCompany.client.paper.bring.mutate({ itemId, fileId: foreign }))).toBe(
      'paper.not_found',
    );
  });

  it('refuses before keeping it a file whose name holds a social security number', async () => {
    expect(await upload(product, company, 'paper', jpeg('paie 2 69 05 49 588 157 80.jpg'))).toMatchObject({
      code: 'upload.nir_in_name',
    });
  });
});

describe('paper.decide', () => {
  const decide = async (accept: boolean, reason?: string) =>
    facilitator.client.paper.decide.mutate({ itemId: await lineOf('vigilance'), accept, reason });

  it('accepts, and the paper counts until its end', async () => {
    await ask([{ kind: 'vigilance', validMonths: 6 }]);
    await bring(company, 'vigilance', { issuedOn: '2026-03-02' });
    await decide(true);
    expect(await statesOf(company)).toEqual([['vigilance', 'accepted']]);
    expect(await refusalOf(decide(false, 'trop tard'))).toBe('paper.nothing_to_decide');
  });

  it('refuses with a reason that the company reads, and takes a better one', async () => {
    await ask([{ kind: 'vigilance', validMonths: 6 }]);
    await bring(company, 'vigilance', { issuedOn: '2026-03-02' });
    expect(await refusalOf(decide(false))).toBe('paper.reason_missing');
    await decide(false, 'La deuxième page manque.');
    const [row] = await listOf(company);
    expect(row).toMatchObject({ state: 'refused', piece: { reason: 'La deuxième page manque.' } });
    await bring(company, 'vigilance', { issuedOn: '2026-03-03' });
    expect(await statesOf(company)).toEqual([['vigilance', 'received']]);
  });

  it('is the team’s, of this structure', async () => {
    await ask([{ kind: 'vigilance', validMonths: 6 }]);
    await bring(company, 'vigilance', { issuedOn: '2026-03-02' });
    const given = { itemId: await lineOf('vigilance'), accept: true };
    expect(await refusalOf(company.client.paper.decide.mutate(given))).toBe('access.not_allowed');
    expect(await refusalOf(otherTeam.client.paper.decide.mutate(given))).toBe('paper.not_found');
  });
});

describe('paper.cancel', () => {
  it('takes a line off the list, once, and leaves it free to be asked again', async () => {
    await ask([{ kind: 'insurance' }]);
    const itemId = await lineOf('insurance');
    expect(await refusalOf(otherTeam.client.paper.cancel.mutate({ itemId }))).toBe('paper.not_found');
    expect(await refusalOf(company.client.paper.cancel.mutate({ itemId }))).toBe('access.not_allowed');
    await facilitator.client.paper.cancel.mutate({ itemId });
    expect(await listOf(company)).toEqual([]);
    expect(await refusalOf(facilitator.client.paper.cancel.mutate({ itemId }))).toBe('paper.cancelled');
    const fileId = await uploaded(product, company, 'paper', jpeg());
    expect(await refusalOf(company.client.paper.bring.mutate({ itemId, fileId }))).toBe('paper.cancelled');
    await ask([{ kind: 'insurance' }]);
  });
});

describe('paper.overview', () => {
  it('gives the companies by what is wanted and what waits to be checked, to the team alone', async () => {
    await ask([{ kind: 'insurance' }, { kind: 'work_contract' }]);
    await bring(company, 'work_contract');
    const { rows, received, wanted } = await facilitator.client.paper.overview.query({ pageSize: 100 });
    expect(rows.find((row) => row.employerId === employerId)).toMatchObject({
      wanted: 1,
      received: 1,
      states: { asked: 1, received: 1 },
    });
    expect(received).toBeGreaterThan(0);
    expect(wanted).toBeGreaterThan(0);
    const { rows: checked } = await facilitator.client.paper.overview.query({ only: 'received', pageSize: 100 });
    expect(checked.every((row) => row.received > 0)).toBe(true);
    expect((await otherTeam.client.paper.overview.query({})).rows).toEqual([]);
    expect(await refusalOf(company.client.paper.overview.query({}))).toBe('access.not_allowed');
  });

  it('asks the base as much for one company as for many', async () => {
    const { count } = countStatements(product, facilitator);
    const before = await count((procedures) => procedures.paper.overview({}));
    await ask([{ kind: 'insurance' }]);
    expect(await count((procedures) => procedures.paper.overview({}))).toBe(before);
  });
});

describe('paper.remind', () => {
  it('writes by hand, not twice within three days, and not when nothing is awaited', async () => {
    expect(await refusalOf(facilitator.client.paper.remind.mutate({ employerId }))).toBe('paper.not_found');
    await ask([{ kind: 'insurance' }]);
    expect(await refusalOf(facilitator.client.paper.remind.mutate({ employerId }))).toBe('hours.remind_guard');
    await product.system
      .client`update paper_reminder set sent_at = now() - interval '400 days', expires_at = now() + interval '1 day' where employer_id = ${employerId}`;
    await facilitator.client.paper.remind.mutate({ employerId });
    expect(await letters()).toHaveLength(2);
    expect(await refusalOf(otherTeam.client.paper.remind.mutate({ employerId }))).toBe('paper.not_found');
    expect(await refusalOf(company.client.paper.remind.mutate({ employerId }))).toBe('access.not_allowed');
  });
});

describe('a morning', () => {
  const morning = (day: string) =>
    remindPapers({ database: product.system, publicUrl, relay: {}, log }, new Date(`${day}T06:42:00Z`));

  it('tells a paper a month before its end, once, and nothing where no relay takes letters', async () => {
    await ask([{ kind: 'insurance' }]);
    await bring(company, 'insurance', { validUntil: '2027-05-20' });
    await facilitator.client.paper.decide.mutate({ itemId: await lineOf('insurance'), accept: true });
    await morning('2027-04-19');
    expect(await letters()).toHaveLength(1);
    await remindPapers({ database: product.system, publicUrl, relay: null, log }, new Date('2027-04-20T06:42:00Z'));
    expect(await letters()).toHaveLength(1);
    await morning('2027-04-20');
    await morning('2027-04-20');
    const sent = await letters();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toMatch(/expire bientôt, 20\smai\s2027/);
  });
});

describe('the link of a letter', () => {
  const nobody = () => product.client();
  const uploadByLink = async (token: string) => {
    const form = new FormData();
    form.set('file', new File([jpeg().bytes], 'photo.jpg'));
    const response = await product.app.fetch(
      new Request(`${publicUrl}/api/uploads/paper`, {
        method: 'POST',
        headers: { 'x-jonction-paper': token, origin: publicUrl },
        body: form,
      }),
    );
    return (await response.json()) as { fileId?: string; code?: string };
  };

  it('says who writes before the button, and what is asked behind it', async () => {
    await ask([{ kind: 'insurance' }]);
    const token = await tokenOf();
    expect(await nobody().paper.describeLink.query({ token })).toEqual({
      structureName: 'Clauses du Val',
      structurePhone: null,
      employerName: 'Toitures du Val',
    });
    const { rows } = await nobody().paper.openLink.mutate({ token });
    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([['insurance', 'asked']]);
  });

  it('takes a paper without an account, and the team sees that it came by the link', async () => {
    await ask([{ kind: 'insurance' }]);
    const token = await tokenOf();
    const { fileId = '' } = await uploadByLink(token);
    const itemId = await lineOf('insurance');
    await nobody().paper.bringByLink.mutate({ token, itemId, fileId, validUntil: '2027-01-31' });
    const [row] = await listOf(facilitator);
    expect(row).toMatchObject({
      state: 'received',
      piece: { source: 'link', broughtByName: null, validUntil: '2027-01-31' },
    });
  });

  it('opens no other company, takes no file of an account, and dies', async () => {
    await ask([{ kind: 'insurance' }]);
    const token = await tokenOf();
    const itemId = await lineOf('insurance');
    const theirs = await uploaded(product, company, 'paper', jpeg());
    const byLink = (given: { itemId: string; fileId: string }) =>
      nobody().paper.bringByLink.mutate({ token, validUntil: '2027-01-31', ...given });
    expect(await refusalOf(byLink({ itemId, fileId: theirs }))).toBe('file.not_found');
    const { fileId = '' } = await uploadByLink(token);
    const elsewhere = await makeOrganisation(product, 'employer', 'Plâtrerie du Val');
    const { requestId } = await facilitator.client.paper.ask.mutate({
      employerId: elsewhere,
      items: [{ kind: 'insurance' }],
    });
    const [other] = await product.system.client<
      { id: string }[]
    >`select id from paper_item where request_id = ${requestId}`;
    expect(await refusalOf(byLink({ itemId: other?.id ?? '', fileId }))).toBe('paper.not_found');
    await product.system.client`update paper_reminder set revoked_at = now() where employer_id = ${employerId}`;
    expect(await refusalOf(byLink({ itemId, fileId }))).toBe('paper.link_not_found');
    expect(await refusalOf(nobody().paper.openLink.mutate({ token }))).toBe('paper.link_not_found');
    expect(await refusalOf(nobody().paper.describeLink.query({ token }))).toBe('paper.link_not_found');
    expect((await uploadByLink(token)).code).toBe('paper.link_not_found');
  });
});

describe('where a paper stands', () => {
  it('is folded by the base as by the rule', async () => {
    const ends = ['2026-03-15', '2026-03-16', '2026-04-15', '2026-04-16'];
    await ask(
      ends.map((label) => ({ kind: 'other' as const, label })),
      { dueOn: '2026-03-15' },
    );
    for (const row of await listOf(facilitator)) {
      const fileId = await uploaded(product, facilitator, 'paper', jpeg());
      await facilitator.client.paper.bring.mutate({ itemId: row.id, fileId, validUntil: '2026-12-31' });
      await facilitator.client.paper.decide.mutate({ itemId: row.id, accept: true });
      await product.system.client`alter table paper_piece disable trigger paper_piece_decided_once`;
      await product.system.client`update paper_piece set valid_until = ${row.label} where item_id = ${row.id}`;
      await product.system.client`alter table paper_piece enable trigger paper_piece_decided_once`;
    }
    const rows = await listOf(facilitator);
    expect(rows).toHaveLength(4);
    for (const { state, label } of rows) {
      const piece = { decision: 'accepted' as const, validUntil: label };
      expect(state, label ?? '').toBe(stateOf({ cancelled: false, dueOn: '2026-03-15', piece }, today));
    }
  });
});
