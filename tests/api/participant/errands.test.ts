import { remindPeople } from '@jonction/api/participant/reach/remind-people';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, makePlaces } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { linkClient, positioningOf, pushCvs } from '../../support/pushing.ts';
import { startRelay } from '../../support/relay.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let serial = 0;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  await makePlaces(product);
  here = await makeHiring(product, 'Val');
  there = await makeHiring(product, 'Mont');
  await product.system.client`
    update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
});
afterAll(() => product.close());
beforeEach(() => {
  product.app.services.mailLeaves = true;
});

type Traits = Parameters<typeof makeCandidate>[2];
const team = () => here.facilitator.client;
const somebody = (traits: Traits = {}) =>
  makeCandidate(product, here.structureId, {
    firstName: 'Awa',
    lastName: `Diop${serial++}`,
    phone: '+33612345678',
    email: 'awa@exemple.test',
    ...traits,
  });
const propose = (participantId: string) =>
  team().participant.proposeOffer.mutate({ participantId, offerId: here.offerId });
const toReach = async (participantId: string) =>
  (await team().participant.listErrands.query({ pageSize: 200 })).rows.find(
    (row) => row.participantId === participantId,
  );
const mailsTo = async (participantId: string) =>
  product.system.client<{ template: string; subject: string; body_text: string; to_address: string }[]>`
    select template, subject, body_text, to_address from message
    where about_kind = 'participant' and about_id = ${participantId} order by id`;
const posted = (participantId: string) => product.system.client`
  insert into participant_postal (participant_id, structure_id, lines)
  values (${participantId}, ${here.structureId}, ${'3 rue des Lilas\n75013 Paris'})`;

const sheet = {
  at: '2026-03-12T09:30',
  address: '12, rue des Ateliers; 93200 Saint-Denis',
  hours: '6 h - 13 h',
  contactName: 'Mme Roche',
  contactPhone: '01 44 55 66 77',
  tutor: 'M. Petit',
  equipment: 'Chaussures fermées',
};

/** A meeting that the team has confirmed. */
async function meetingOf(participantId: string, at = sheet.at): Promise<string> {
  const pushId = await pushCvs(here, [participantId]);
  const { id } = await positioningOf(product, pushId, participantId);
  const link = await linkClient(product, pushId);
  await link.positioning.answer.mutate({ positioningId: id, answer: 'meet', interviewAt: at });
  await team().positioning.saveSheet.mutate({ positioningId: id, ...sheet, at, confirm: true });
  return id;
}

describe('what there is to tell somebody', () => {
  it('leaves by mail to whoever chose mail, or nothing, and is told', async () => {
    const person = await somebody();
    await propose(person);
    expect(await mailsTo(person)).toMatchObject([{ template: 'person-offer', to_address: 'awa@exemple.test' }]);
    expect(await toReach(person)).toBeUndefined();
    expect((await team().participant.showReach.query({ participantId: person })).told).toMatchObject([
      { kind: 'offer', channel: 'mail' },
    ]);
  });

  it('is a call to make for a person who said "call me", and no mail leaves', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    expect(await mailsTo(person)).toEqual([]);
    expect(await toReach(person)).toMatchObject({
      phone: '+33612345678',
      reach: { channel: 'phone', because: null },
      errands: [{ kind: 'offer', body: expect.stringContaining('Oui ou non') }],
    });
    const { items } = await team().report.today.query();
    expect(items.find(({ kind, id }) => kind === 'reach' && id === person)).toMatchObject({
      channel: 'phone',
      count: 1,
    });
  });

  it('is a letter to print and post for a person whose channel is "letter"', async () => {
    const person = await somebody({ preferredChannel: 'letter', ownerId: here.facilitator.userId });
    await posted(person);
    await propose(person);
    expect((await toReach(person))?.reach).toEqual({ channel: 'letter', because: null });
    const letter = await team().participant.showLetter.query({ participantId: person });
    expect(letter).toMatchObject({
      firstName: 'Awa',
      lines: ['3 rue des Lilas', '75013 Paris'],
      subject: 'Un travail à vous proposer',
      structureName: 'Val',
      day: '2026-03-02',
    });
    expect(new Set(letter.paragraphs).size).toBe(letter.paragraphs.length);
    // Reading it posts nothing.
    expect(await toReach(person)).toBeDefined();
    await team().participant.settleErrands.mutate({ participantId: person, outcome: 'sent' });
    expect(await toReach(person)).toBeUndefined();
    const [contact] = await team().contact.list.query({ participantId: person });
    expect(contact).toMatchObject({ channel: 'letter', outcome: 'sent' });
    expect(await refusalOf(team().participant.showLetter.query({ participantId: person }))).toBe(
      'participant.errand_not_letter',
    );
  });

  it('is a text to send, or goes through her trusted person, whose name the list does not tell', async () => {
    const text = await somebody({ preferredChannel: 'sms' });
    const through = await somebody({ preferredChannel: 'third' });
    await team().participant.saveThird.mutate({
      participantId: through,
      name: 'Fatou Confiance',
      relation: 'family',
      phone: '06 11 22 33 44',
      agreedOn: '2026-03-01',
      agreedWay: 'spoken',
    });
    for (const person of [text, through]) await propose(person);
    const list = await team().participant.listErrands.query({ pageSize: 200 });
    expect([(await toReach(text))?.reach.channel, (await toReach(through))?.reach.channel]).toEqual(['sms', 'third']);
    expect(JSON.stringify(list)).not.toContain('Confiance');
    const texts = await team().participant.listErrands.query({ channel: 'sms', pageSize: 200 });
    expect(texts.rows.every(({ reach }) => reach.channel === 'sms')).toBe(true);
    expect(texts.total).toBe(list.counts.find(({ channel }) => channel === 'sms')?.count);
  });

  it('is said by voice alone to somebody whose messages others read, and no letter is printed', async () => {
    const person = await somebody({ preferredChannel: 'letter', safeContactOnly: true });
    await posted(person);
    await propose(person);
    expect(await mailsTo(person)).toEqual([]);
    expect((await toReach(person))?.reach).toEqual({ channel: 'phone', because: 'safe_contact' });
    expect(await refusalOf(team().participant.showLetter.query({ participantId: person }))).toBe(
      'participant.errand_not_letter',
    );
  });

  it('goes with her when she changes her mind before it is said', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    await posted(person);
    await product.system.client`update participant set preferred_channel = 'letter' where id = ${person}`;
    expect((await toReach(person))?.reach.channel).toBe('letter');
  });

  it('is a try as long as nobody was reached, and stays to be said', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    const settle = (outcome: 'voicemail' | 'reached' | 'sent') =>
      team().participant.settleErrands.mutate({ participantId: person, outcome });
    expect(await settle('voicemail')).toEqual({ told: false, errands: 1 });
    expect((await toReach(person))?.errands).toMatchObject([{ tries: 1 }]);
    expect(await refusalOf(settle('sent'))).toBe('participant.errand_not_so');
    expect(await settle('reached')).toEqual({ told: true, errands: 1 });
    expect(await refusalOf(settle('reached'))).toBe('participant.errand_none');
    const contacts = await team().contact.list.query({ participantId: person });
    expect(contacts.map(({ outcome }) => outcome)).toEqual(['reached', 'voicemail']);
  });

  it('is over when it says nothing any more: the offer closed, or she answered', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    const { proposalId } = await propose(person);
    await product.system.client`update offer_proposal set answer = 'yes', answered_at = now() where id = ${proposalId}`;
    expect(await toReach(person)).toBeUndefined();
  });

  it('is of her own team alone', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    const elsewhere = there.facilitator.client.participant;
    expect((await elsewhere.listErrands.query({})).rows).toEqual([]);
    const settled = elsewhere.settleErrands.mutate({ participantId: person, outcome: 'reached' });
    expect(await refusalOf(settled)).toBe('participant.not_found');
    expect(await refusalOf(elsewhere.showLetter.query({ participantId: person }))).toBe('participant.not_found');
    expect(await refusalOf(here.employer.client.participant.listErrands.query({}))).toBe('access.not_allowed');
  });
});

describe('a meeting that the team confirms', () => {
  it('is told to her by her own way, with all that she needs to go', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await meetingOf(person);
    expect((await toReach(person))?.errands).toMatchObject([
      { kind: 'meeting', body: expect.stringMatching(/Propreté Val[\s\S]*Ateliers[\s\S]*Mme Roche[\s\S]*Chaussures/) },
    ]);
  });

  it('is told again when it moves, and not when nothing that she is told changes', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    const positioningId = await meetingOf(person);
    await team().participant.settleErrands.mutate({ participantId: person, outcome: 'reached' });
    await team().positioning.saveSheet.mutate({ positioningId, ...sheet, tutor: 'M. Grand' });
    expect(await toReach(person)).toBeUndefined();
    await team().positioning.saveSheet.mutate({ positioningId, ...sheet, at: '2026-03-13T14:00' });
    expect((await toReach(person))?.errands[0]?.body).toMatch(/13\smars/);
  });

  it('is a call where a letter would come too late', async () => {
    const person = await somebody({ preferredChannel: 'letter' });
    await posted(person);
    await meetingOf(person, '2026-03-04T09:30');
    expect((await toReach(person))?.reach).toEqual({ channel: 'phone', because: 'too_late' });
  });
});

describe('what says nothing any more', () => {
  it('is an offer that closed, and a meeting that is gone by or given up', async () => {
    const [asked, gone, given] = [
      await somebody({ preferredChannel: 'phone' }),
      await somebody({ preferredChannel: 'phone' }),
      await somebody({ preferredChannel: 'phone' }),
    ];
    await propose(asked);
    const [first, second] = [await meetingOf(gone), await meetingOf(given)];
    for (const person of [asked, gone, given]) expect(await toReach(person)).toBeDefined();
    await product.system.client`update positioning set interview_at = '2026-03-01T09:00:00Z' where id = ${first}`;
    await product.system.client`update positioning set status = 'withdrawn' where id = ${second}`;
    await product.system.client`update offer set status = 'closed' where id = ${here.offerId}`;
    try {
      for (const person of [asked, gone, given]) expect(await toReach(person)).toBeUndefined();
      const settled = team().participant.settleErrands.mutate({ participantId: asked, outcome: 'reached' });
      expect(await refusalOf(settled)).toBe('participant.errand_none');
    } finally {
      await product.system.client`update offer set status = 'open' where id = ${here.offerId}`;
    }
  });

  it('is a lead that was over a month ago, and not one of yesterday', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    const over = (on: string) => product.system.client`
      insert into participant_errand (structure_id, participant_id, kind, about_id, subject, body, created_at)
      values (${here.structureId}, ${person}, 'closed', ${crypto.randomUUID()}, 'Piste terminée', 'Le poste est pourvu.', ${`${on}T09:00:00Z`})`;
    await over('2026-01-31');
    expect(await toReach(person)).toBeUndefined();
    await over('2026-02-01');
    expect((await toReach(person))?.errands).toMatchObject([{ kind: 'closed', subject: 'Piste terminée' }]);
  });
});

describe('what was told', () => {
  it('is counted at each try, and kept with whose voice and which way once it is said', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    for (const outcome of ['no_answer', 'wrong_number', 'postponed'] as const) {
      await team().participant.settleErrands.mutate({ participantId: person, outcome, note: `Essai ${outcome}` });
    }
    expect((await toReach(person))?.errands).toMatchObject([{ tries: 3, lastTryOn: expect.any(String) }]);
    await team().participant.settleErrands.mutate({ participantId: person, outcome: 'reached' });
    const { waiting, told } = await team().participant.showReach.query({ participantId: person });
    expect(waiting).toEqual([]);
    expect(told).toMatchObject([{ kind: 'offer', channel: 'phone', byName: expect.stringMatching(/\p{L}/u) }]);
    const notes = (await team().contact.list.query({ participantId: person })).map(({ note }) => note);
    expect(notes).toContain('Essai wrong_number');
  });

  it('is told once, of two who call at the same moment', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    const call = () => team().participant.settleErrands.mutate({ participantId: person, outcome: 'reached' });
    const both = await Promise.allSettled([call(), call()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await team().contact.list.query({ participantId: person })).toHaveLength(1);
  });

  it('leaves what came since to be told', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    await team().participant.settleErrands.mutate({ participantId: person, outcome: 'reached' });
    await meetingOf(person);
    expect((await toReach(person))?.errands.map(({ kind }) => kind)).toEqual(['meeting']);
  });
});

describe('the reminders of a morning', () => {
  const morning = (day: string, relay: unknown = {}) =>
    remindPeople({ database: product.system, relay, log: pino({ level: 'silent' }) }, new Date(`${day}T07:00:00Z`));
  const toldOn = (participantId: string, day: string) => product.system.client`
    update participant_errand set done_at = ${`${day}T09:00:00Z`}, done_channel = 'phone' where participant_id = ${participantId}`;
  const kindsOf = async (participantId: string) =>
    (
      await product.system.client<{ kind: string }[]>`
        select kind from participant_errand where participant_id = ${participantId} order by kind`
    ).map(({ kind }) => kind);

  it('say a meeting once more on its eve, once, and by her own way', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await meetingOf(person);
    await toldOn(person, '2026-03-03');
    await morning('2026-03-10');
    expect(await kindsOf(person)).toEqual(['meeting']);
    await morning('2026-03-11');
    await morning('2026-03-11');
    expect(await kindsOf(person)).toEqual(['meeting', 'meeting_reminder']);
    expect(await mailsTo(person)).toEqual([]);
  });

  it('say an offer once more after five working days without an answer, if it was said at all', async () => {
    const [told, untold] = [
      await somebody({ preferredChannel: 'phone' }),
      await somebody({ preferredChannel: 'phone' }),
    ];
    for (const person of [told, untold]) {
      const { proposalId } = await propose(person);
      await product.system
        .client`update offer_proposal set proposed_at = '2026-03-02T09:00:00Z' where id = ${proposalId}`;
    }
    await toldOn(told, '2026-03-02');
    await morning('2026-03-06');
    expect(await kindsOf(told)).toEqual(['offer']);
    await morning('2026-03-09');
    expect([await kindsOf(told), await kindsOf(untold)]).toEqual([['offer', 'offer_reminder'], ['offer']]);
  });

  it('write nobody on a day off', async () => {
    const person = await somebody({ preferredChannel: 'phone' });
    await propose(person);
    await product.system.client`update participant set preferred_channel = 'mail' where id = ${person}`;
    await morning('2026-03-07');
    expect(await mailsTo(person)).toEqual([]);
    await morning('2026-03-09');
    expect(await mailsTo(person)).toHaveLength(1);
    await morning('2026-03-09');
    expect(await mailsTo(person)).toHaveLength(1);
  });
});

describe('a mail to her that comes back', () => {
  it('is a call to make from then on', async () => {
    const relay = await startRelay();
    relay.gone.add('partie@exemple.test');
    const jobs = await startTestJobs(product, { smtpUrl: relay.url });
    try {
      const person = await somebody({ email: 'partie@exemple.test' });
      await propose(person);
      await jobs.settled();
      expect((await toReach(person))?.reach).toEqual({ channel: 'phone', because: 'returned' });
    } finally {
      await jobs.close();
      await relay.close();
    }
  });
});
