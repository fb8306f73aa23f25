import { textOfDocx } from '@jonction/documents/cv/docx';
import { makeCv } from '@jonction/testing/cv';
import { makeParticipant } from '@jonction/testing/participant';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicUrl, refusalOf } from '../../support/product.ts';
import { today } from '../contract/world.ts';
import { startWorld, type World } from './world.ts';

const system = { kind: 'system' } as const;
let world: World;

beforeAll(async () => {
  world = await startWorld();
  const { structureId } = world;
  await world.product.system.as(system, async (tx) => {
    const make = (traits: object) =>
      makeParticipant(tx, { structureId, occupations: [{ code: 'K2204' }], availableFrom: '2024-01-01', ...traits });
    const proven = await make({});
    await makeCv(tx, { participantId: proven.id, structureId, confirmedOn: today });
    const unproven = await make({ occupations: [{ code: 'K2204' }, { code: 'K2303' }] });
    await makeCv(tx, { participantId: unproven.id, structureId, confirmedOn: today });
    await make({});
    await make({ availableFrom: null });
    await make({ postalCode: null });
    // Of no use here: elsewhere, not yet free, no longer looking, of another trade.
    await make({ postalCode: '69003' });
    await make({ availableFrom: '2025-01-01' });
    await make({ status: 'placed' });
    await make({ occupations: [{ code: 'F1704' }] });
    await tx.execute(`insert into eligibility_code (participant_id, structure_id, code, proven_from)
      select '${proven.id}', '${structureId}', 'k', '2024-01-01'`);
  });
});
afterAll(() => world.product.close());

describe('programme.countPeople', () => {
  it('counts each available person once, under the first thing that is not known of her, and names nobody', async () => {
    const { programme } = world.facilitator.client;
    const counted = await programme.countPeople.query({ occupations: ['K2204', 'K2303'], area: '75' });
    expect(counted).toMatchObject({
      on: today,
      all: { sure: 1, unprovenEligibility: 1, staleCv: 1, unknownDay: 1, unknownPlace: 1, atLeast: 1, atMost: 5 },
      occupations: [
        { code: 'K2204', label: 'Nettoyage de locaux', atMost: 5 },
        { code: 'K2303', atLeast: 0, atMost: 1 },
      ],
    });
    expect(JSON.stringify(counted)).not.toMatch(/Armand|lastName|participant/);
  });

  it('counts who lives anywhere where no area is said, and nobody for no occupation', async () => {
    const { programme } = world.facilitator.client;
    const anywhere = await programme.countPeople.query({ occupations: ['K2204'], area: null });
    expect(anywhere.all).toMatchObject({ unknownPlace: 0, atMost: 6 });
    expect((await programme.countPeople.query({ occupations: [], area: '75' })).all).toMatchObject({
      certainty: 'nobody',
    });
  });

  it('counts nobody of another team, and is not for buyers', async () => {
    const question = { occupations: ['K2204'], area: null };
    expect((await world.stranger.client.programme.countPeople.query(question)).all.atMost).toBe(0);
    expect(await refusalOf(world.buyer.client.programme.countPeople.query(question))).toBe('access.not_allowed');
  });
});

describe('programme.size', () => {
  const labour = {
    ...{ mode: 'labour_share' as const, amountCents: 100_000_000, labourShareBps: 5000 },
    ...{ hourlyCostCents: 3000, effortBps: 500 },
  };

  it('keeps the hours with what they come from, and tells the buyer no figure of people under five', async () => {
    const plannedId = await world.planned();
    const { programme } = world.facilitator.client;
    const sized = await programme.size.mutate({ plannedId, target: labour, occupations: ['K2204'], area: '75' });
    expect(sized.dueHours).toBe(833);
    await programme.act.mutate({ plannedId, act: 'study', on: today, why: null });
    await programme.act.mutate({ plannedId, act: 'answer', on: today, why: null });
    const { planned } = await world.buyer.client.programme.show.query({ plannedId });
    expect(planned).toMatchObject({ dueHours: 833, target: labour, area: '75' });
    expect(planned.people).toEqual({
      on: today,
      area: '75',
      occupations: ['Nettoyage de locaux'],
      atLeast: null,
      atMost: 5,
    });
  });

  it('is the team’s own: refused to the buyer by both walls, to another team, and once the notice is out', async () => {
    const plannedId = await world.planned();
    const sizing = { plannedId, target: labour, occupations: [], area: null };
    expect(await refusalOf(world.buyer.client.programme.size.mutate(sizing))).toBe('access.not_allowed');
    expect(await refusalOf(world.stranger.client.programme.size.mutate(sizing))).toBe('programme.not_found');
    const { programme } = world.facilitator.client;
    expect(await refusalOf(programme.size.mutate({ ...sizing, occupations: ['A0000'] }))).toBe(
      'participant.occupation_unknown',
    );
    await programme.act.mutate({ plannedId, act: 'study', on: today, why: null });
    await programme.act.mutate({ plannedId, act: 'tender', on: today, why: null });
    expect(await refusalOf(programme.size.mutate(sizing))).toBe('programme.no_longer_studied');
  });
});

describe('programme.writeText', () => {
  const chosen = {
    ...{ modalities: ['direct_hire', 'alternance'], categoryCodes: ['RSA'], reporting: 'monthly' as const, ccag: null },
    penalty: { perHourCents: 6000, perDayCents: null, capBps: null },
  };
  const fetched = (person: { headers: Record<string, string> }, textId: string) =>
    world.product.app.fetch(new Request(`${publicUrl}/api/clause-texts/${textId}.docx`, { headers: person.headers }));

  it('keeps each version as it was, as a Word document that the buyer reads once it is answered', async () => {
    const plannedId = await world.planned();
    const { programme } = world.facilitator.client;
    expect(await refusalOf(programme.writeText.mutate({ ...chosen, plannedId }))).toBe('programme.hours_missing');
    const sizing = { plannedId, occupations: [], area: null };
    await programme.size.mutate({ ...sizing, target: { mode: 'fixed', hours: 480 } });
    const first = await programme.writeText.mutate({ ...chosen, plannedId });
    await programme.size.mutate({ ...sizing, target: { mode: 'fixed', hours: 500 } });
    const second = await programme.writeText.mutate({ ...chosen, plannedId });
    expect([first.number, second.number]).toEqual([1, 2]);
    expect((await fetched(world.buyer, first.textId)).status).toBe(404);
    await programme.act.mutate({ plannedId, act: 'study', on: today, why: null });
    await programme.act.mutate({ plannedId, act: 'answer', on: today, why: null });
    const told = async (textId: string) => {
      const answer = await fetched(world.buyer, textId);
      const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      return (await textOfDocx(new Map(Object.entries(parts)))).replaceAll(/[\u00a0\u202f]/g, ' ');
    };
    expect(await told(first.textId)).toContain('au moins 480 h');
    expect(await told(second.textId)).toContain('au moins 500 h');
    expect(await told(second.textId)).toContain('bénéficiaire du RSA ou ayant droit');
    const { texts } = await world.buyer.client.programme.show.query({ plannedId });
    expect(texts.map(({ number }) => number)).toEqual([2, 1]);
    for (const person of [world.stranger, world.otherBuyer, world.employer]) {
      expect((await fetched(person, first.textId)).status).toBe(404);
    }
  });

  it('refuses a way or a public that it does not know, and is the team’s own', async () => {
    const plannedId = await world.planned();
    const { programme } = world.facilitator.client;
    await programme.size.mutate({ plannedId, occupations: [], area: null, target: { mode: 'fixed', hours: 480 } });
    expect(await refusalOf(programme.writeText.mutate({ ...chosen, plannedId, modalities: ['magic'] }))).toBe(
      'programme.modalities_missing',
    );
    expect(await refusalOf(programme.writeText.mutate({ ...chosen, plannedId, categoryCodes: ['RIEN'] }))).toBe(
      'contract.category_unknown',
    );
    expect(await refusalOf(world.buyer.client.programme.writeText.mutate({ ...chosen, plannedId }))).toBe(
      'access.not_allowed',
    );
    expect(await refusalOf(world.stranger.client.programme.writeText.mutate({ ...chosen, plannedId }))).toBe(
      'programme.not_found',
    );
  });
});

describe('programme.notify', () => {
  async function awarded(): Promise<string> {
    const plannedId = await world.planned();
    const { programme } = world.facilitator.client;
    await programme.size.mutate({ plannedId, target: labourTarget, occupations: [], area: '75013' });
    for (const act of ['study', 'answer', 'tender', 'award'] as const) {
      await programme.act.mutate({ plannedId, act, on: today, why: null });
    }
    return plannedId;
  }
  const labourTarget = { mode: 'fixed' as const, hours: 420 };

  it('makes a contract of the register with its clause written, and each leads to the other', async () => {
    const plannedId = await awarded();
    const { client } = world.facilitator;
    const entry = {
      plannedId,
      reference: '2024-77',
      holderId: world.holderId,
      notifiedOn: today,
      endsOn: '2028-06-11',
    };
    const { contractId } = await client.programme.notify.mutate(entry);
    const shown = await client.contract.show.query({ contractId });
    expect(shown.contract).toMatchObject({
      reference: '2024-77',
      cpv: '90910000',
      amountCents: 120_000_000,
      department: '75',
    });
    expect(shown.standing).toMatchObject({ status: 'notified', endsOn: '2028-06-11' });
    expect(shown.lots[0]?.clauses).toMatchObject([{ dueHours: 420 }]);
    expect(shown.lots[0]?.holders).toMatchObject([{ name: 'Bâtisseurs réunis' }]);
    const { planned } = await client.programme.show.query({ plannedId });
    expect(planned).toMatchObject({ status: 'notified', contractId });
    expect(await client.programme.ofContract.query({ contractId })).toMatchObject({ id: plannedId, year: 2025 });
    expect(await world.stranger.client.programme.ofContract.query({ contractId })).toBeNull();
    expect(await refusalOf(client.programme.notify.mutate(entry))).toBe('programme.already_notified');
    const again = { ...entry, plannedId: await awarded() };
    expect(await refusalOf(client.programme.notify.mutate(again))).toBe('contract.already_in_register');
  });

  it('waits for the award and the day, names a company, and is the team’s to do', async () => {
    const plannedId = await world.planned();
    const { programme } = world.facilitator.client;
    const entry = { plannedId, reference: '2024-78', holderId: null, notifiedOn: today, endsOn: null };
    expect(await refusalOf(programme.notify.mutate(entry))).toBe('programme.act_not_now');
    expect(await refusalOf(world.buyer.client.programme.notify.mutate(entry))).toBe('access.not_allowed');
    expect(await refusalOf(world.stranger.client.programme.notify.mutate(entry))).toBe('programme.not_found');
    const ready = await awarded();
    expect(await refusalOf(programme.notify.mutate({ ...entry, plannedId: ready, notifiedOn: '2024-06-13' }))).toBe(
      'programme.act_in_future',
    );
    expect(await refusalOf(programme.notify.mutate({ ...entry, plannedId: ready, holderId: world.buyerId }))).toBe(
      'contract.holder_not_found',
    );
  });
});

describe('the second wall of the programme', () => {
  it('lets a buyer change neither hours, nor who follows, nor what only the team decides', async () => {
    const plannedId = await world.planned();
    const { membershipId, userId, organisationId, structureId } = world.buyer;
    const buyer = { kind: 'user' as const, role: 'buyer' as const, membershipId, userId, organisationId, structureId };
    const write = (set: string) =>
      world.product.app.services.database.as(buyer, (tx) =>
        tx.execute(`update planned_contract set ${set} where id = '${plannedId}'`),
      );
    await expect(write(`target = '{}', due_hours = 1`)).rejects.toThrow();
    await expect(write(`owner_id = '${userId}'`)).rejects.toThrow();
    await expect(write(`answered_on = '${today}'`)).rejects.toThrow();
    await expect(write(`status = 'no_clause'`)).rejects.toThrow();
    await expect(write(`structure_id = '${world.otherStructureId}'`)).rejects.toThrow();
    await expect(write(`amount_cents = 5`)).resolves.toBeDefined();
  });

  it('keeps the log as it was written', async () => {
    await world.planned();
    const { client } = world.product.system;
    await expect(client`update planned_act set why = 'autre'`.execute()).resolves.toHaveLength(0);
  });
});
