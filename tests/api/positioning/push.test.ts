import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let first: string;
let second: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-01' });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
});
beforeEach(async () => {
  first = await makeCandidate(product, here.structureId);
  second = await makeCandidate(product, here.structureId);
});
afterAll(() => product.close());

const recipient = { recipientEmail: 'Recrutement@Entreprise.test', recipientName: 'Mme Roche' };
const key = () => crypto.randomUUID();

async function pushed(ids: string[], idempotencyKey = key()) {
  return here.facilitator.client.positioning.push.mutate({
    offerId: here.offerId,
    participantIds: ids,
    idempotencyKey,
    ...recipient,
  });
}

async function linkOf(pushId: string): Promise<Record<string, string>> {
  const [letter] = await product.system.client<{ body_text: string }[]>`
    select body_text from message where about_id = ${pushId} order by id desc limit 1`;
  return { 'x-jonction-link': /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '' };
}

describe('positioning.preparePush', () => {
  it('says what stands in the way of each person before anything leaves', async () => {
    const silent = await makeCandidate(product, here.structureId, { consents: false });
    const placed = await makeCandidate(product, here.structureId, { status: 'placed' });
    const prepared = await here.facilitator.client.positioning.preparePush.query({
      offerId: here.offerId,
      participantIds: [first, silent, placed],
    });
    expect(prepared.people.map(({ obstacles }) => obstacles)).toEqual([[], ['no_consent'], ['not_available']]);
    expect(prepared).toMatchObject({
      employer: { id: here.employerId },
      recipientEmail: 'recrutement@entreprise.test',
    });
  });

  it('does not know the people of another structure', async () => {
    const prepared = await elsewhere.facilitator.client.positioning.preparePush.query({
      offerId: elsewhere.offerId,
      participantIds: [first],
    });
    expect(prepared.people).toEqual([]);
  });

  it('refuses an employer', async () => {
    const call = here.employer.client.positioning.preparePush.query({ offerId: here.offerId, participantIds: [first] });
    expect(await refusalOf(call)).toBe('access.not_allowed');
  });
});

describe('positioning.push', () => {
  it('sends one letter without a name in it, and a link that opens just these CVs', async () => {
    const { pushId, sent } = await pushed([first, second]);
    expect(sent).toBe(2);
    const letters = await product.system.client<{ to_address: string; body_text: string }[]>`
      select to_address, body_text from message where about_id = ${pushId}`;
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to_address).toBe('recrutement@entreprise.test');
    const people = await product.system.client<
      { last_name: string }[]
    >`select last_name from participant where id in (${first}, ${second})`;
    for (const { last_name } of people) expect(letters[0]?.body_text).not.toContain(last_name);
    const received = await product.client(await linkOf(pushId)).positioning.openLink.mutate();
    expect(received).toHaveLength(2);
    expect(received[0]).toMatchObject({ status: 'seen', eligibleUntil: '2026-12-31' });
    expect(JSON.stringify(received)).not.toMatch(/RSA|birth|category/i);
  });

  it('tells the company of an eligibility without a last day, and never why', async () => {
    const lasting = await makeCandidate(product, here.structureId);
    await product.system.client`update eligibility_code set proven_to = null where participant_id = ${lasting}`;
    const { pushId } = await pushed([lasting]);
    const received = await product.client(await linkOf(pushId)).positioning.openLink.mutate();
    expect(received).toMatchObject([{ eligibleUntil: null, eligibleForGood: true }]);
    expect(JSON.stringify(received)).not.toMatch(/RQTH|RSA|category/i);
  });

  it('is the same push when the button is pressed twice', async () => {
    const again = key();
    const one = await pushed([first], again);
    const two = await pushed([first], again);
    expect(two.pushId).toBe(one.pushId);
    const [row] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from positioning where participant_id = ${first}`;
    expect(row?.count).toBe(1);
  });

  it('sends nothing at all when one person has not agreed', async () => {
    const silent = await makeCandidate(product, here.structureId, { consents: false });
    expect(await refusalOf(pushed([first, silent]))).toBe('positioning.cannot_push');
    const [row] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from positioning where participant_id in (${first}, ${silent})`;
    expect(row?.count).toBe(0);
  });

  it('pushes a profile to three companies without any offer, each with its own status', async () => {
    const pushes: string[] = [];
    for (const name of ['Nord', 'Est', 'Sud']) {
      const [employer] = await product.system.client<{ id: string }[]>`
        insert into organisation (kind, name) values ('employer', ${`Travaux ${name}`}) returning id`;
      const { pushId } = await here.facilitator.client.positioning.push.mutate({
        employerId: employer?.id ?? '',
        participantIds: [first],
        idempotencyKey: key(),
        ...recipient,
      });
      pushes.push(pushId);
    }
    await product.client(await linkOf(pushes[0] ?? '')).positioning.openLink.mutate();
    const { rows } = await here.facilitator.client.positioning.list.query({ participantId: first });
    expect(rows.map(({ status }) => status).sort()).toEqual(['seen', 'sent', 'sent']);
  });

  it('refuses somebody of another structure as if she did not exist', async () => {
    const call = elsewhere.facilitator.client.positioning.push.mutate({
      offerId: elsewhere.offerId,
      participantIds: [first],
      idempotencyKey: key(),
      ...recipient,
    });
    expect(await refusalOf(call)).toBe('participant.not_found');
  });

  it('refuses an offer of another structure as if it did not exist', async () => {
    const call = elsewhere.facilitator.client.positioning.push.mutate({
      offerId: here.offerId,
      participantIds: [first],
      idempotencyKey: key(),
      ...recipient,
    });
    expect(await refusalOf(call)).toBe('offer.not_found');
  });
});

describe('the link of a company', () => {
  it('shows who writes and nobody else, and changes nothing, until its button is pressed', async () => {
    const { pushId } = await pushed([first]);
    const link = product.client(await linkOf(pushId));
    const described = await link.positioning.describeLink.query();
    expect(described).toMatchObject({ cvs: 1, offerTitle: 'Agent de propreté' });
    const [row] = await product.system.client<
      { status: string }[]
    >`select status from positioning where push_id = ${pushId}`;
    expect(row?.status).toBe('sent');
    const openings = await product.system.client`select 1 from cv_opening where participant_id = ${first}`;
    expect(openings).toHaveLength(0);
  });

  it('answers each CV: a meeting on a date, a hire, a refusal with a reason', async () => {
    const third = await makeCandidate(product, here.structureId);
    const { pushId } = await pushed([first, second, third]);
    const link = product.client(await linkOf(pushId));
    const [a, b, c] = await link.positioning.openLink.mutate();
    await link.positioning.answer.mutate({
      positioningId: a?.positioningId ?? '',
      answer: 'meet',
      interviewAt: '2026-04-02T14:30',
    });
    await link.positioning.answer.mutate({ positioningId: b?.positioningId ?? '', answer: 'hire' });
    await link.positioning.answer.mutate({
      positioningId: c?.positioningId ?? '',
      answer: 'refuse',
      reason: 'distance',
    });
    const { rows } = await here.facilitator.client.positioning.list.query({ offerId: here.offerId });
    const mine = rows.filter(({ pushId: of }) => of === pushId);
    expect(mine.map(({ status }) => status).sort()).toEqual(['hired', 'interview', 'refused']);
    expect(mine.find(({ status }) => status === 'interview')?.interviewAt).toBe('2026-04-02T12:30:00.000Z');
    const story = await here.facilitator.client.positioning.show.query({ positioningId: a?.positioningId ?? '' });
    expect(story.events.map(({ toStatus }) => toStatus)).toEqual(['sent', 'seen', 'interview']);
  });

  it('asks for a date with a meeting and a reason with a refusal, at their fields', async () => {
    const { pushId } = await pushed([first]);
    const link = product.client(await linkOf(pushId));
    const [received] = await link.positioning.openLink.mutate();
    const positioningId = received?.positioningId ?? '';
    for (const [answer, field] of [
      ['meet', 'interviewAt'],
      ['refuse', 'reason'],
    ] as const) {
      const error: unknown = await link.positioning.answer
        .mutate({ positioningId, answer })
        .catch((thrown: unknown) => thrown);
      expect(Object.keys((error as { data: { fields: Record<string, string> } }).data.fields)).toEqual([field]);
    }
  });

  it('closes at once when consent is withdrawn, and says withdrawn without a why', async () => {
    const { pushId } = await pushed([first, second]);
    const link = product.client(await linkOf(pushId));
    const [opened] = await link.positioning.openLink.mutate();
    await here.facilitator.client.positioning.withdraw.mutate({ positioningId: opened?.positioningId ?? '' });
    const again = await link.positioning.openLink.mutate();
    expect(again.find(({ positioningId }) => positioningId === opened?.positioningId)).toMatchObject({
      status: 'withdrawn',
      card: null,
      eligibleUntil: null,
    });
    const call = link.positioning.answer.mutate({ positioningId: opened?.positioningId ?? '', answer: 'hire' });
    expect(await refusalOf(call)).toBe('positioning.withdrawn');
  });

  it('cannot answer for a CV of another push', async () => {
    const { pushId } = await pushed([first]);
    const { pushId: other } = await pushed([second]);
    const [theirs] = await product.client(await linkOf(other)).positioning.openLink.mutate();
    const call = product
      .client(await linkOf(pushId))
      .positioning.answer.mutate({ positioningId: theirs?.positioningId ?? '', answer: 'hire' });
    expect(await refusalOf(call)).toBe('positioning.not_found');
  });

  it('dies when a new one is sent, and an expired one opens nothing', async () => {
    const { pushId } = await pushed([first]);
    const old = await linkOf(pushId);
    await here.facilitator.client.positioning.renewLink.mutate({ pushId });
    expect(await refusalOf(product.client(old).positioning.openLink.mutate())).toBe('access.sign_in_needed');
    const fresh = await linkOf(pushId);
    expect(await product.client(fresh).positioning.openLink.mutate()).toHaveLength(1);
    await product.system.client`update push_link set expires_at = now() - interval '1 day' where push_id = ${pushId}`;
    expect(await refusalOf(product.client(fresh).positioning.openLink.mutate())).toBe('access.sign_in_needed');
  });
});

describe('an employer with an account', () => {
  it('sees what it was sent, opens one CV (logged), and answers', async () => {
    await pushed([first]);
    const list = await here.employer.client.positioning.listReceived.query();
    const mine = list.find(({ status }) => status === 'sent');
    const opened = await here.employer.client.positioning.showReceived.mutate({
      positioningId: mine?.positioningId ?? '',
    });
    expect(opened.card?.title).toBe('Agente de propreté');
    const openings = await product.system
      .client`select 1 from cv_opening where positioning_id = ${mine?.positioningId ?? ''}`;
    expect(openings).toHaveLength(1);
    await here.employer.client.positioning.answer.mutate({ positioningId: mine?.positioningId ?? '', answer: 'hire' });
  });

  it("does not see another company's CVs", async () => {
    const { pushId } = await pushed([first]);
    const [row] = await product.system.client<{ id: string }[]>`select id from positioning where push_id = ${pushId}`;
    expect(await elsewhere.employer.client.positioning.listReceived.query()).toEqual([]);
    const positioningId = row?.id ?? '';
    expect(await refusalOf(elsewhere.employer.client.positioning.showReceived.mutate({ positioningId }))).toBe(
      'positioning.not_found',
    );
    expect(
      await refusalOf(elsewhere.employer.client.positioning.answer.mutate({ positioningId, answer: 'hire' })),
    ).toBe('positioning.not_found');
    for (const call of [
      elsewhere.facilitator.client.positioning.show.query({ positioningId }),
      elsewhere.facilitator.client.positioning.withdraw.mutate({ positioningId }),
    ]) {
      expect(await refusalOf(call)).toBe('positioning.not_found');
    }
    expect(await refusalOf(elsewhere.facilitator.client.positioning.renewLink.mutate({ pushId }))).toBe(
      'positioning.push_not_found',
    );
  });
});
