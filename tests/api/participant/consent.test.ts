import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
let employerId: string;
const system = { kind: 'system' } as const;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  employerId = await makeOrganisation(product, 'employer', 'Propreté du Val SARL');
});
afterAll(() => product.close());

async function somebody(consents: boolean, partnerId?: string): Promise<string> {
  const { id } = await product.system.as(system, (tx) =>
    makeParticipant(tx, {
      structureId: here.structureId,
      consents,
      createdOn: '2026-04-01',
      recommendedByOrganisationId: partnerId ?? null,
    }),
  );
  return id;
}

/** What a company was shown of her: one positioning a status, with its disclosure. */
async function putForward(participantId: string, statuses: readonly string[]): Promise<void> {
  for (const status of statuses) {
    const [row] = await product.system.client<{ id: string }[]>`
      insert into positioning (structure_id, participant_id, employer_id, status)
      values (${here.structureId}, ${participantId}, ${employerId}, ${status}) returning id`;
    await product.system.client`insert into disclosure (positioning_id, structure_id, participant_id, employer_id, card)
      values (${row?.id ?? ''}, ${here.structureId}, ${participantId}, ${employerId}, '{}')`;
  }
}

const statusesOf = async (id: string) => {
  const rows = await product.system.client<{ status: string }[]>`
    select status from positioning where participant_id = ${id} order by id`;
  return rows.map(({ status }) => status);
};

describe('participant.giveConsent', () => {
  it('keeps the day, the wording and the way, and lets her be put forward', async () => {
    const participantId = await somebody(false);
    await here.facilitator.client.participant.giveConsent.mutate({ participantId, way: 'spoken', on: '2026-05-02' });
    const { participant, consents } = await here.facilitator.client.participant.show.query({ participantId });
    expect(participant.consents).toBe(true);
    expect(consents).toMatchObject([{ type: 'given', way: 'spoken', on: '2026-05-02', textVersion: '2026-01' }]);
  });

  it('refuses a day to come, a second agreement, and who is not hers to speak for', async () => {
    const participantId = await somebody(false);
    const give = { participantId, way: 'written', on: '2026-05-05' } as const;
    expect(await refusalOf(here.facilitator.client.participant.giveConsent.mutate(give))).toBe(
      'participant.consent_in_future',
    );
    const today = { ...give, on: '2026-05-04' };
    expect(await refusalOf(elsewhere.facilitator.client.participant.giveConsent.mutate(today))).toBe(
      'participant.not_found',
    );
    expect(await refusalOf(here.partner.client.participant.giveConsent.mutate(today))).toBe('participant.not_found');
    await here.facilitator.client.participant.giveConsent.mutate(today);
    expect(await refusalOf(here.lead.client.participant.giveConsent.mutate(today))).toBe('participant.consent_already');
  });
});

describe('participant.withdrawConsent', () => {
  it('deletes what companies saw and withdraws what was open, and nothing else', async () => {
    const participantId = await somebody(true);
    await putForward(participantId, ['proposed', 'sent', 'seen', 'interview', 'hired', 'refused', 'closed']);
    const withdraw = { participantId, way: 'spoken', on: '2026-05-04' } as const;
    expect(await here.facilitator.client.participant.withdrawConsent.mutate(withdraw)).toMatchObject({ withdrawn: 4 });
    expect(await statusesOf(participantId)).toEqual([
      'withdrawn',
      'withdrawn',
      'withdrawn',
      'withdrawn',
      'hired',
      'refused',
      'closed',
    ]);
    const shown = await product.system.client`select 1 from disclosure where participant_id = ${participantId}`;
    expect(shown).toHaveLength(0);
    const events = await product.system.client<{ from_status: string }[]>`
      select from_status from positioning_event e join positioning p on p.id = e.positioning_id
      where p.participant_id = ${participantId} and to_status = 'withdrawn' order by p.id`;
    expect(events.map((event) => event.from_status)).toEqual(['proposed', 'sent', 'seen', 'interview']);
    const told = await product.system
      .client`select 1 from outbox where type = 'consent.withdrawn' and subject_id = ${participantId}`;
    expect(told).toHaveLength(1);
  });

  it('lets the partner to whom she says no record it', async () => {
    const participantId = await somebody(true, here.partnerId);
    await putForward(participantId, ['sent', 'hired']);
    await here.partner.client.participant.withdrawConsent.mutate({ participantId, way: 'written', on: '2026-05-04' });
    expect(await statusesOf(participantId)).toEqual(['withdrawn', 'hired']);
    const shown = await product.system.client`select 1 from disclosure where participant_id = ${participantId}`;
    expect(shown).toHaveLength(0);
    const { participant } = await here.facilitator.client.participant.show.query({ participantId });
    expect(participant.consents).toBe(false);
  });

  it('refuses what was never given, and people of others, whose rows stay as they were', async () => {
    const silent = { participantId: await somebody(false), way: 'spoken', on: '2026-05-04' } as const;
    expect(await refusalOf(here.facilitator.client.participant.withdrawConsent.mutate(silent))).toBe(
      'participant.consent_absent',
    );
    const participantId = await somebody(true);
    await putForward(participantId, ['sent']);
    const call = (who: House['partner']) =>
      refusalOf(who.client.participant.withdrawConsent.mutate({ participantId, way: 'spoken', on: '2026-05-04' }));
    expect(await call(here.partner)).toBe('participant.not_found');
    expect(await call(elsewhere.facilitator)).toBe('participant.not_found');
    expect(await call(here.administrator)).toBe('access.not_allowed');
    expect(await statusesOf(participantId)).toEqual(['sent']);
  });
});
