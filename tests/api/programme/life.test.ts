import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { refusalOf } from '../../support/product.ts';
import { today } from '../contract/world.ts';
import { facts, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

const act = (
  plannedId: string,
  done: 'study' | 'answer' | 'no_clause' | 'tender' | 'award' | 'drop',
  why: string | null = null,
) => ({
  ...{ plannedId, act: done, on: today, why },
});
const fixed = { target: { mode: 'fixed' as const, hours: 400 }, occupations: [], area: null };

describe('programme.plan', () => {
  it('is sent by a buyer, for itself whatever it names, and starts the four weeks of the team', async () => {
    const plannedId = await world.planned({ buyerId: world.facilitator.organisationId });
    const { planned, acts } = await world.facilitator.client.programme.show.query({ plannedId });
    expect(planned).toMatchObject({
      ...{ buyerId: world.buyerId, buyerName: 'Ville de Montval', status: 'planned', receivedOn: today },
      waiting: { on: 'team', dueOn: '2024-07-10', daysLeft: 28, late: false },
      obligation: { answer: 'not_mandatory', why: ['before_law'] },
    });
    expect(acts).toMatchObject([{ act: 'added', byName: 'Paul Renard', byRole: 'buyer', toStatus: 'planned' }]);
  });

  it('is typed by a facilitator for a buyer of the register, whose kind is remembered', async () => {
    const { client } = world.facilitator;
    const typed = { ...facts, object: 'Voirie', buyerKind: null };
    expect(await refusalOf(client.programme.plan.mutate(typed))).toBe('programme.buyer_missing');
    expect(await refusalOf(client.programme.plan.mutate({ ...typed, buyerId: world.holderId }))).toBe(
      'contract.buyer_not_found',
    );
    await world.planned();
    const { plannedId } = await client.programme.plan.mutate({ ...typed, buyerId: world.buyerId });
    const { planned } = await client.programme.show.query({ plannedId });
    expect(planned.buyerKind).toBe('other');
  });

  it('is refused twice in one year, by its reference or else by what it buys, and taken for the next year', async () => {
    const { programme } = world.buyer.client;
    await programme.plan.mutate({ ...facts, reference: 'R-1' });
    expect(await refusalOf(programme.plan.mutate({ ...facts, object: 'Autre', reference: ' r-1 ' }))).toBe(
      'programme.known_already',
    );
    await programme.plan.mutate({ ...facts, object: 'Espaces verts' });
    expect(await refusalOf(programme.plan.mutate({ ...facts, object: 'ESPACES  verts' }))).toBe(
      'programme.known_already',
    );
    await programme.plan.mutate({ ...facts, object: 'Espaces verts', year: 2026 });
  });
});

describe('programme.act', () => {
  it('goes from the programme to the award, each step logged, each by who may', async () => {
    const plannedId = await world.planned();
    const [team, buyer] = [world.facilitator.client.programme, world.buyer.client.programme];
    expect(await refusalOf(buyer.act.mutate(act(plannedId, 'study')))).toBe('programme.act_not_allowed');
    expect(await refusalOf(team.act.mutate(act(plannedId, 'tender')))).toBe('programme.act_not_now');
    await team.act.mutate(act(plannedId, 'study'));
    expect((await team.show.query({ plannedId })).planned).toMatchObject({
      status: 'study',
      ownerName: 'Inès Marchand',
    });
    expect(await refusalOf(team.act.mutate(act(plannedId, 'answer')))).toBe('programme.hours_missing');
    await team.size.mutate({ plannedId, ...fixed });
    // Until the team answers, the buyer reads no hours.
    expect((await buyer.show.query({ plannedId })).planned).toMatchObject({ dueHours: null, target: null });
    await team.act.mutate(act(plannedId, 'answer'));
    expect((await buyer.show.query({ plannedId })).planned).toMatchObject({
      ...{ dueHours: 400, answeredOn: today, waiting: { on: 'buyer', late: false } },
    });
    expect(await refusalOf(buyer.act.mutate({ ...act(plannedId, 'tender'), on: '2024-06-13' }))).toBe(
      'programme.act_in_future',
    );
    await buyer.act.mutate(act(plannedId, 'tender'));
    expect((await buyer.act.mutate(act(plannedId, 'award'))).status).toBe('awarded');
    const { acts, allowed } = await team.show.query({ plannedId });
    expect(acts.map((one) => [one.act, one.byRole])).toEqual([
      ['award', 'buyer'],
      ['tender', 'buyer'],
      ['answer', 'facilitator'],
      ['sized', 'facilitator'],
      ['study', 'facilitator'],
      ['added', 'buyer'],
    ]);
    expect(allowed).toEqual(['notify']);
    expect((await buyer.show.query({ plannedId })).acts.map((one) => one.act)).not.toContain('sized');
  });

  it('ends without a clause for a reason that is written, and is an answer', async () => {
    const plannedId = await world.planned();
    const { programme } = world.facilitator.client;
    await programme.act.mutate(act(plannedId, 'study'));
    expect(await refusalOf(programme.act.mutate(act(plannedId, 'no_clause')))).toBe('programme.why_missing');
    await programme.act.mutate(act(plannedId, 'no_clause', 'Deux semaines seulement'));
    const { planned, acts } = await world.buyer.client.programme.show.query({ plannedId });
    expect(planned).toMatchObject({ status: 'no_clause', answeredOn: today, waiting: { on: 'nobody' } });
    expect(acts[0]).toMatchObject({ act: 'no_clause', why: 'Deux semaines seulement' });
  });

  it('is not there for another team, another buyer, or who works on contracts', async () => {
    const plannedId = await world.planned();
    for (const person of [world.stranger, world.otherBuyer]) {
      const { programme } = person.client;
      expect(await refusalOf(programme.show.query({ plannedId }))).toBe('programme.not_found');
      expect(await refusalOf(programme.act.mutate(act(plannedId, 'drop', 'Non')))).toBe('programme.not_found');
      expect((await programme.list.query({})).rows).toEqual([]);
    }
    for (const person of [world.employer, world.partner, world.administrator]) {
      expect(await refusalOf(person.client.programme.list.query({}))).toBe('access.not_allowed');
      expect(await refusalOf(person.client.programme.show.query({ plannedId }))).toBe('access.not_allowed');
    }
  });
});

describe('programme.correct', () => {
  it('changes what is bought until the notice is published, and keeps what it was', async () => {
    const plannedId = await world.planned();
    const { programme } = world.buyer.client;
    const { buyerId: _, ...bought } = facts;
    const changed = { ...bought, plannedId, reference: 'R-9', amountCents: 1 };
    await programme.correct.mutate({ ...changed, version: 1 });
    expect(await refusalOf(programme.correct.mutate({ ...changed, version: 1 }))).toBe('shared.changed_meanwhile');
    const { acts, planned } = await programme.show.query({ plannedId });
    expect(acts[0]).toMatchObject({ act: 'corrected', facts: { amountCents: 120_000_000 } });
    expect(planned).toMatchObject({ reference: 'R-9', amountCents: 1, version: 2 });
    const other = await world.planned();
    expect(await refusalOf(programme.correct.mutate({ ...changed, plannedId: other, version: 1 }))).toBe(
      'programme.known_already',
    );
    await programme.act.mutate(act(plannedId, 'drop', 'Budget reporté'));
    expect(await refusalOf(programme.correct.mutate({ ...changed, version: 3 }))).toBe('programme.no_longer_studied');
  });
});

describe('programme.exempt', () => {
  const exemption = { reason: 'no_link' as const, words: 'Achat de licences, sans aucune exécution sur place.' };

  it('writes why a buyer does without, takes it back, and forgets neither', async () => {
    const plannedId = await world.planned();
    const { programme } = world.buyer.client;
    await programme.exempt.mutate({ plannedId, exemption });
    expect((await programme.show.query({ plannedId })).planned.exemption).toEqual(exemption);
    await programme.exempt.mutate({ plannedId, exemption: null });
    const { planned, acts } = await world.facilitator.client.programme.show.query({ plannedId });
    expect(planned.exemption).toBeNull();
    expect(acts.slice(0, 2)).toMatchObject([
      { act: 'exemption_withdrawn', why: exemption.words, facts: { reason: 'no_link' } },
      { act: 'exempted', why: exemption.words, facts: { reason: 'no_link' }, byRole: 'buyer' },
    ]);
  });

  it('refuses short works for a service', async () => {
    const plannedId = await world.planned();
    const short = { plannedId, exemption: { ...exemption, reason: 'short_works' as const } };
    expect(await refusalOf(world.buyer.client.programme.exempt.mutate(short))).toBe('programme.exemption_only_works');
  });
});

describe('programme.follow', () => {
  it('says who follows and what is next: the team’s own, which the buyer does not read', async () => {
    const plannedId = await world.planned();
    const next = { plannedId, ownerId: world.facilitator.userId, nextAction: 'Appeler', nextActionOn: '2024-06-20' };
    await world.facilitator.client.programme.follow.mutate(next);
    const { planned } = await world.facilitator.client.programme.show.query({ plannedId });
    expect(planned).toMatchObject({ nextAction: 'Appeler', nextActionOn: '2024-06-20', ownerName: 'Inès Marchand' });
    const read = await world.buyer.client.programme.show.query({ plannedId });
    expect(read.planned).toMatchObject({ nextAction: null, nextActionOn: null });
    const outsider = { ...next, ownerId: world.stranger.userId };
    expect(await refusalOf(world.facilitator.client.programme.follow.mutate(outsider))).toBe(
      'programme.owner_not_found',
    );
    expect(await refusalOf(world.buyer.client.programme.follow.mutate(next))).toBe('access.not_allowed');
    expect(await refusalOf(world.stranger.client.programme.follow.mutate(next))).toBe('programme.not_found');
  });
});

describe('programme.list', () => {
  it('puts the late first, says who waits on whom as the rule does, and asks as many statements for many', async () => {
    const [late, soon] = [await world.planned({ year: 2030 }), await world.planned({ year: 2030 })];
    await world.product.system.client`update planned_contract set received_on = '2024-05-01' where id = ${late}`;
    const { programme } = world.facilitator.client;
    const list = await programme.list.query({ year: 2030 });
    expect(list.rows.map(({ id, waiting }) => [id, waiting.late])).toEqual([
      [late, true],
      [soon, false],
    ]);
    expect(list.counts).toEqual({ late: 1, team: 1, buyer: 0, nobody: 0 });
    expect((await programme.list.query({ year: 2030, waits: 'late' })).rows.map(({ id }) => id)).toEqual([late]);
    const whole = await programme.list.query({ pageSize: 200 });
    for (const waits of ['late', 'team', 'buyer', 'nobody'] as const) {
      const some = await programme.list.query({ waits, pageSize: 200 });
      const told = whole.rows.filter(({ waiting }) => (waiting.late ? 'late' : waiting.on) === waits);
      expect(some.rows.map(({ id }) => id)).toEqual(told.map(({ id }) => id));
      expect(some.total).toBe(told.length);
    }
    const counting = countStatements(world.product, world.facilitator);
    const few = await counting.count((caller) => caller.programme.list({ year: 2030 }));
    const many = await counting.count((caller) => caller.programme.list({ pageSize: 200 }));
    await counting.close();
    expect(many).toBe(few);
  });

  it('is searched by words without accents, by buyer, state and year; mine are those I follow', async () => {
    const plannedId = await world.planned({ year: 2031, object: 'Crèche des Érables' });
    const { programme } = world.facilitator.client;
    const found = async (question: Parameters<typeof programme.list.query>[0]) =>
      (await programme.list.query({ year: 2031, ...question })).rows.map(({ id }) => id);
    expect(await found({ text: 'creche erables' })).toEqual([plannedId]);
    expect(await found({ text: 'montval' })).toEqual([plannedId]);
    expect(await found({ text: 'rien' })).toEqual([]);
    expect(await found({ status: 'planned', buyerId: world.buyerId })).toEqual([plannedId]);
    expect(await found({ status: 'tender' })).toEqual([]);
    expect(await found({ mine: true })).toEqual([]);
    await programme.act.mutate(act(plannedId, 'study'));
    expect(await found({ mine: true })).toEqual([plannedId]);
    expect((await programme.list.query({})).years).toContain(2031);
  });
});
