import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { makeOrganisation, makePerson } from '../../support/people.ts';
import { type Client, type Product, refusalOf, startProduct } from '../../support/product.ts';
import { linkClient, positioningOf, pushCvs, refusalRead } from '../../support/pushing.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let person: string;
let pushId: string;
let id: string;
let link: Client;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Clauses du Val');
  there = await makeHiring(product, 'Clauses du Mont');
  await product.system.client`
    update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
});
afterAll(() => product.close());
beforeEach(async () => {
  person = await makeCandidate(product, here.structureId);
  pushId = await pushCvs(here, [person]);
  ({ id } = await positioningOf(product, pushId, person));
  link = await linkClient(product, pushId);
});

const sheet = {
  at: '2026-03-12T09:30',
  address: '12, rue des Ateliers; 93200 Saint-Denis',
  hours: '6 h - 13 h',
  contactName: 'Mme Roche',
  contactPhone: '01 44 55 66 77',
  tutor: 'M. Petit',
  equipment: 'Chaussures fermées',
};
const team = () => here.facilitator.client.positioning;
const meet = (at = '2026-03-12T09:30') =>
  link.positioning.answer.mutate({ positioningId: id, answer: 'meet', interviewAt: at });
const shown = () => team().show.query({ positioningId: id });

describe('a meeting that a company asks for', () => {
  it('waits for the team: nobody calls it set before the sheet is whole', async () => {
    await meet();
    expect(await shown()).toMatchObject({
      status: 'interview',
      interview: { at: '2026-03-12T08:30:00.000Z', confirmed: false },
    });
    const { tutor, ...rest } = sheet;
    const refused = await refusalRead(team().saveSheet.mutate({ positioningId: id, ...rest, confirm: true }));
    expect(refused.code).toBe('positioning.sheet_incomplete');
    expect(refused.sentence).toMatch(/complétez la fiche\s: tuteur ou tutrice\./u);
    expect((await shown()).status).toBe('interview');
    expect(tutor).toBe('M. Petit');
  });

  it('keeps a sheet that is not whole yet, without confirming', async () => {
    await meet();
    await team().saveSheet.mutate({ positioningId: id, at: sheet.at, address: sheet.address });
    expect(await shown()).toMatchObject({ status: 'interview', interview: { address: sheet.address, tutor: null } });
  });

  it('is set once the sheet is whole, by the team, and the company is told without a name in the mail', async () => {
    await meet();
    expect(await team().saveSheet.mutate({ positioningId: id, ...sheet, confirm: true })).toEqual({
      status: 'meeting_set',
      confirmed: true,
    });
    expect((await shown()).events.at(-1)).toMatchObject({ act: 'set', actor: 'facilitator', toStatus: 'meeting_set' });
    const [letter] = await product.system.client<{ body_text: string; subject: string }[]>`
      select subject, body_text from message where template = 'interview-set' and about_id = ${id}`;
    expect(letter?.subject).toMatch(/^Rendez-vous confirmé le 12/);
    const [row] = await product.system.client<
      { last_name: string }[]
    >`select last_name from participant where id = ${person}`;
    expect(letter?.body_text).not.toContain(row?.last_name);
  });

  it('is to be confirmed again when its date changes, and the sheet is still there', async () => {
    await meet();
    await team().saveSheet.mutate({ positioningId: id, ...sheet, confirm: true });
    await meet('2026-03-16T14:00');
    expect(await shown()).toMatchObject({
      status: 'interview',
      interview: { at: '2026-03-16T13:00:00.000Z', confirmed: false, tutor: 'M. Petit' },
    });
  });

  it('stays set when the team corrects its sheet, and cannot lose a line of it', async () => {
    await meet();
    await team().saveSheet.mutate({ positioningId: id, ...sheet, confirm: true });
    await team().saveSheet.mutate({ positioningId: id, ...sheet, equipment: 'Casque' });
    expect(await shown()).toMatchObject({ status: 'meeting_set', interview: { equipment: 'Casque', confirmed: true } });
    const emptied = team().saveSheet.mutate({ positioningId: id, ...sheet, equipment: '' });
    expect(await refusalOf(emptied)).toBe('positioning.sheet_incomplete');
  });

  it('cannot be confirmed on a day gone by, nor where nobody asked for it', async () => {
    expect(await refusalOf(team().saveSheet.mutate({ positioningId: id, ...sheet, confirm: true }))).toBe(
      'positioning.interview_not_found',
    );
    await meet();
    const past = team().saveSheet.mutate({ positioningId: id, ...sheet, at: '2026-02-27T09:30', confirm: true });
    expect(await refusalOf(past)).toBe('positioning.interview_past');
  });

  it('is the team’s to confirm: not the company’s, nor another structure’s', async () => {
    await meet();
    expect(await refusalOf(link.positioning.saveSheet.mutate({ positioningId: id, ...sheet }))).toBe(
      'access.not_allowed',
    );
    const other = there.facilitator.client.positioning;
    expect(await refusalOf(other.saveSheet.mutate({ positioningId: id, ...sheet }))).toBe('positioning.not_found');
    expect(await refusalOf(other.calendar.query({ positioningId: id }))).toBe('positioning.not_found');
    expect(await refusalOf(other.noteOutcome.mutate({ positioningId: id, outcome: 'did_not' }))).toBe(
      'positioning.not_found',
    );
  });
});

describe('the calendar file of a meeting', () => {
  it('is read by the team and by the company, grows with each change, and escapes what was typed', async () => {
    await meet();
    const proposed = await link.positioning.calendar.query({ positioningId: id });
    expect(proposed.text).toContain('STATUS:TENTATIVE\r\n');
    await team().saveSheet.mutate({ positioningId: id, ...sheet, confirm: true });
    for (const client of [link, here.employer.client, here.facilitator.client]) {
      const { fileName, text } = await client.positioning.calendar.query({ positioningId: id });
      expect(fileName).toBe('entretien-2026-03-12.ics');
      expect(text).toContain('DTSTART:20260312T083000Z\r\nDTEND:20260312T091500Z');
      expect(text).toContain('LOCATION:12\\, rue des Ateliers\\; 93200 Saint-Denis');
      expect(text).toContain('SEQUENCE:1\r\n');
    }
  });

  it('names nobody once the CV was taken back', async () => {
    await meet();
    await team().withdraw.mutate({ positioningId: id });
    const [row] = await product.system.client<
      { last_name: string }[]
    >`select last_name from participant where id = ${person}`;
    const { text } = await link.positioning.calendar.query({ positioningId: id });
    expect(text).not.toContain(row?.last_name);
  });
});

describe('what became of a meeting', () => {
  it('is said by the company or typed by the team, and never reaches the partner', async () => {
    const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
    const partner = await makePerson(product, 'partner', { organisationId, structureId: here.structureId });
    await product.system
      .client`update participant set recommended_by_organisation_id = ${organisationId} where id = ${person}`;
    await meet();
    await team().saveSheet.mutate({ positioningId: id, ...sheet, confirm: true });
    await product.system.client`update interview set at = '2026-03-02T08:30:00Z' where positioning_id = ${id}`;
    await link.positioning.noteOutcome.mutate({ positioningId: id, outcome: 'did_not', feedback: 'Personne à 9 h 30' });
    expect((await shown()).interview).toMatchObject({ outcome: 'did_not', feedback: 'Personne à 9 h 30' });
    const actor = { kind: 'user', role: 'partner', organisationId, structureId: here.structureId } as const;
    const rows = await product.app.services.database.as(actor, (tx) => tx.execute('select id from interview'));
    expect(rows.length).toBe(0);
    expect(JSON.stringify(await partner.client.participant.showMine.query({ participantId: person }))).not.toContain(
      'Personne à 9',
    );
  });

  it('is not told before its day, but for a meeting put off', async () => {
    await meet();
    for (const outcome of ['took_place', 'did_not'] as const) {
      const call = link.positioning.noteOutcome.mutate({ positioningId: id, outcome });
      expect(await refusalOf(call)).toBe('positioning.interview_to_come');
    }
    expect((await shown()).interview).toMatchObject({ outcome: null });
    await link.positioning.noteOutcome.mutate({ positioningId: id, outcome: 'postponed' });
    expect((await shown()).interview).toMatchObject({ outcome: 'postponed' });
  });

  it('leaves room for another date: a new meeting waits beside the one that was', async () => {
    await meet();
    await team().noteOutcome.mutate({ positioningId: id, outcome: 'postponed' });
    await meet('2026-03-20T10:00');
    expect((await shown()).interview).toMatchObject({ at: '2026-03-20T09:00:00.000Z', outcome: null });
    const [row] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from interview where positioning_id = ${id}`;
    expect(row?.count).toBe(2);
  });
});
