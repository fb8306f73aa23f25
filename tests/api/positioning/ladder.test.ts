import type { startJobs } from '@jonction/api/jobs/start';
import { runLadder } from '@jonction/api/positioning/run-ladder';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, startProduct } from '../../support/product.ts';
import { positioningOf, pushCvs } from '../../support/pushing.ts';
import { startRelay, type TestRelay } from '../../support/relay.ts';

let product: Product;
let relay: TestRelay;
let jobs: Awaited<ReturnType<typeof startJobs>>;
let here: Hiring;
let partner: Person;
let person: string;
let address: string;
let pushId: string;

/** The CVs left on Monday 2 March 2026, at nine. */
const sentAt = '2026-03-02T08:00:00Z';
const nights = { nudge: '2026-03-06', lastChance: '2026-03-13', close: '2026-03-20' };

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  relay = await startRelay();
  jobs = await startTestJobs(product, { smtpUrl: relay.url });
  here = await makeHiring(product, 'Clauses du Val');
  await product.system.client`
    update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
  const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
  partner = await makePerson(product, 'partner', { organisationId, structureId: here.structureId });
});
afterAll(async () => {
  await jobs.close();
  await relay.close();
  await product.close();
});
beforeEach(async () => {
  // Each test has an address of its own: others' CVs are answered, so that a night speaks of this one alone.
  await product.system.client`
    update positioning set status = 'refused' where status in ('sent', 'seen', 'interview')`;
  person = await makeCandidate(product, here.structureId);
  address = `${crypto.randomUUID()}@entreprise.test`;
  pushId = await push(person);
});

async function push(participantId: string, to = address): Promise<string> {
  const id = await pushCvs(here, [participantId], { recipientEmail: to });
  await product.system.client`update positioning set sent_at = ${sentAt} where push_id = ${id}`;
  await jobs.settled();
  return id;
}
const night = async (day: string, leaving: unknown = relay) => {
  const log = pino({ level: 'silent' });
  await runLadder({ database: product.system, publicUrl, relay: leaving, log }, new Date(`${day}T07:30:00Z`));
  await jobs.settled();
};
const mails = (to = address) =>
  relay.received.filter((mail) => JSON.stringify(mail.to).includes(to)).map(({ subject }) => subject ?? '');
const rungs = () => product.system.client<{ rung: string; status: string }[]>`
  select r.rung, m.status from reminder r join message m on m.id = r.message_id where r.push_id = ${pushId} order by r.leaves_at`;

describe('the ladder, over a real relay', () => {
  it('nudges, gives a last chance, then closes: the company, the partner and the team are told', async () => {
    await product.system.client`
      update participant set recommended_by_organisation_id = ${partner.organisationId} where id = ${person}`;
    for (const day of Object.values(nights)) await night(day);
    expect(mails()).toEqual([
      expect.stringMatching(/^Un CV pour/),
      expect.stringMatching(/^Un CV attend votre réponse/),
      expect.stringMatching(/^Dernier rappel/),
      expect.stringMatching(/^Un CV n’attend plus de réponse/),
    ]);
    expect(mails(`${partner.membershipId}@exemple.test`)).toHaveLength(1);
    expect(await positioningOf(product, pushId, person)).toMatchObject({ status: 'closed', close_reason: 'silence' });
    const { id } = await positioningOf(product, pushId, person);
    const { events } = await here.facilitator.client.positioning.show.query({ positioningId: id });
    expect(events.at(-1)).toMatchObject({ act: 'close', actor: 'system' });
    const notices = await product.system.client`select kind from positioning_notice where positioning_id = ${id}`;
    expect([...notices]).toEqual([{ kind: 'closed_silence' }]);
  });

  it('proves each letter: the relay has taken it', async () => {
    await night(nights.nudge);
    expect([...(await rungs())]).toEqual([{ rung: 'nudge', status: 'sent' }]);
  });

  it('writes a link of its own that opens, and the first one still opens', async () => {
    await night(nights.nudge);
    const links = relay.received
      .filter((mail) => JSON.stringify(mail.to).includes(address))
      .map((mail) => /\/cv\/([\w-]+)/.exec(mail.text ?? '')?.[1] ?? '');
    expect(new Set(links).size).toBe(2);
    for (const link of links) {
      expect(await product.client({ 'x-jonction-link': link }).positioning.openLink.mutate()).toHaveLength(1);
    }
  });

  it('is the same when a night runs twice, or when two processes run it at once', async () => {
    await night(nights.nudge);
    await night(nights.nudge);
    await Promise.all([night(nights.lastChance), night(nights.lastChance)]);
    expect((await rungs()).map(({ rung }) => rung)).toEqual(['nudge', 'last_chance']);
    expect(mails()).toHaveLength(3);
  });

  it('writes nothing on a Sunday, nor where no relay takes letters', async () => {
    await night('2026-03-08');
    for (const day of Object.values(nights)) await night(day, null);
    expect(mails()).toHaveLength(1);
    expect((await positioningOf(product, pushId, person)).status).toBe('sent');
  });

  it('never writes twice within three days to one address, whatever it is about', async () => {
    const other = await makeCandidate(product, here.structureId);
    const second = await push(other);
    await night('2026-03-06');
    await night('2026-03-09');
    const days = await product.system.client<{ push_id: string; day: string }[]>`
      select push_id, (leaves_at at time zone 'Europe/Paris')::date::text as day from reminder where address = ${address} order by leaves_at`;
    expect([...days]).toEqual([
      { push_id: pushId, day: '2026-03-06' },
      { push_id: second, day: '2026-03-09' },
    ]);
  });

  it('has the base behind it: a hand that writes sooner is refused', async () => {
    await night(nights.nudge);
    const { id } = await positioningOf(product, pushId, person);
    const sooner = product.system.client`
      insert into reminder (structure_id, positioning_id, push_id, letter_id, rung, address, leaves_at)
      values (${here.structureId}, ${id}, ${pushId}, ${crypto.randomUUID()}, 'manual', ${address}, '2026-03-08T07:30:00Z')`;
    await expect(sooner.execute()).rejects.toThrow(/less than three days/);
  });

  it('stops at an address that the relay refuses, says so to the team, and closes nobody for it', async () => {
    relay.gone.add(address);
    await night(nights.nudge);
    expect([...(await rungs())]).toEqual([{ rung: 'nudge', status: 'failed' }]);
    await night(nights.lastChance);
    await night(nights.close);
    expect(await rungs()).toHaveLength(1);
    const { id, status } = await positioningOf(product, pushId, person);
    expect(status).toBe('sent');
    const notices = await product.system.client`select kind from positioning_notice where positioning_id = ${id}`;
    expect([...notices]).toEqual([{ kind: 'dead_address' }]);
  });

  it('waits while the team holds it', async () => {
    const { id } = await positioningOf(product, pushId, person);
    await product.system.client`update positioning set paused_until = '2026-03-16' where id = ${id}`;
    await night(nights.nudge);
    expect(await rungs()).toHaveLength(0);
    await night('2026-03-16');
    expect((await rungs()).map(({ rung }) => rung)).toEqual(['nudge']);
  });

  it('says nothing more once somebody has answered', async () => {
    const { id } = await positioningOf(product, pushId, person);
    await here.facilitator.client.positioning.answer.mutate({
      positioningId: id,
      answer: 'refuse',
      reason: 'schedule',
    });
    for (const day of Object.values(nights)) await night(day);
    expect(mails()).toHaveLength(1);
  });
});
