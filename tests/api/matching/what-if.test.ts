import { defaultWeights, type Weights } from '@jonction/domain/matching/criterion';
import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { lastAudit } from './putting-forward.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let lead: Person;
let offerId: string;
const people: Record<string, string> = {};

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-01' });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  const { structureId, employerId } = here;
  lead = await makePerson(product, 'lead', { organisationId: structureId, structureId });
  const make = (traits: Parameters<typeof makeCandidate>[2] = {}) =>
    makeCandidate(product, structureId, { licences: ['caces_r489'], ...traits });
  people.near = await make({ skills: ['monobrosse'], waitingSince: '2026-02-25' });
  people.waiting = await make({ latitude: 48.9, longitude: 2.4, waitingSince: '2025-03-01' });
  for (const name of ['without', 'alsoWithout']) people[name] = await make({ licences: [] });
  people.bothLacking = await make({ licences: [], frenchLevel: 1 });
  people.speaksLittle = await make({ frenchLevel: 1 });
  people.far = await make({ latitude: 48.8283, longitude: 2.5926, radiusMetres: 15_000 });
  people.hours = await make({ weeklyHoursMin: 35, weeklyHoursMax: 35 });
  people.later = await make({ availableFrom: '2026-05-10' });
  people.cook = await make({ occupations: [{ code: 'G1602', months: 3 }] });
  ({ id: offerId } = await product.system.as(system, (tx) =>
    makeOffer(tx, {
      structureId,
      employerId,
      licences: ['caces_r489'],
      frenchLevel: 2,
      skills: [{ skill: 'monobrosse', label: 'la monobrosse' }],
    }),
  ));
});
afterAll(() => product.close());

const whatIf = () => here.facilitator.client.matching.whatIf.query({ offerId });

describe('matching.whatIf', () => {
  it('counts for each thing asked how many it alone keeps out', async () => {
    const { total, requirements } = await whatIf();
    expect(total).toBe(2);
    expect(Object.fromEntries(requirements.map(({ kind, gained }) => [kind, gained]))).toEqual({
      // Whoever lacks both the licence and the French is brought in by neither alone.
      licence: 2,
      french: 1,
      slack: 1,
      distance: 1,
      hours: 1,
      occupation: 1,
    });
    expect(requirements.find(({ kind }) => kind === 'licence')?.words).toMatch(/^\+2 sans CACES/);
  });

  it('gives the count that the ranking gives once the offer asks that much less', async () => {
    const { total, requirements } = await whatIf();
    const { structureId, employerId } = here;
    const ranked = async (traits: object) => {
      const { id } = await product.system.as(system, (tx) =>
        makeOffer(tx, { structureId, employerId, licences: ['caces_r489'], frenchLevel: 2, ...traits }),
      );
      return (await here.facilitator.client.matching.rank.query({ offerId: id })).total;
    };
    const gained = (kind: string) => requirements.find((row) => row.kind === kind)?.gained ?? 0;
    expect(await ranked({ licences: [] })).toBe(total + gained('licence'));
    expect(await ranked({ frenchLevel: 1 })).toBe(total + gained('french'));
    expect(await ranked({ slackDays: 15 })).toBe(total + gained('slack'));
  });

  it('says of a skill how many of the ranked lack it, since it leaves nobody out', async () => {
    expect((await whatIf()).skills).toEqual([{ skill: 'monobrosse', label: 'la monobrosse', lacking: 1 }]);
  });

  it('agrees with what the ranking says beside its list', async () => {
    const { relaxations } = await here.facilitator.client.matching.rank.query({ offerId });
    const { requirements } = await whatIf();
    const all = requirements.map(({ words, gained }) => ({ words, gained }));
    for (const relaxation of relaxations) expect(all).toContainEqual(relaxation);
  });
});

describe('matching.tryWeights', () => {
  const onlyWaiting: Weights = {
    ...defaultWeights,
    occupation: 0,
    experience: 0,
    skills: 0,
    distance: 0,
    freshness: 0,
    waiting: 1000,
  };
  const tryThem = (weights: Weights) => here.facilitator.client.matching.tryWeights.query({ offerId, weights });

  it('shows who moves, and changes nothing', async () => {
    const before = await here.facilitator.client.matching.rank.query({ offerId });
    expect(before.ranked.map(({ participantId }) => participantId)).toEqual([people.near, people.waiting]);
    const { people: moved, tried, weights, rulesVersion } = await tryThem(onlyWaiting);
    expect(moved.map(({ participantId, before: was, after }) => [participantId, was, after])).toEqual([
      [people.waiting, 2, 1],
      [people.near, 1, 2],
    ]);
    expect({ tried, weights, rulesVersion }).toEqual({ tried: onlyWaiting, weights: defaultWeights, rulesVersion: 0 });
    expect(await here.facilitator.client.matching.rank.query({ offerId })).toEqual(before);
    const rows = await product.system.client`select 1 from ranking_rules where structure_id = ${here.structureId}`;
    expect(rows.length).toBe(0);
  });

  it('moves nobody with the same weights', async () => {
    const { people: moved } = await tryThem(defaultWeights);
    expect(moved.every(({ before, after }) => before === after)).toBe(true);
  });

  it('refuses weights that do not add up', async () => {
    expect(await refusalOf(tryThem({ ...defaultWeights, waiting: 0 }))).toBe('shared.fields_to_correct');
  });
});

describe('matching.setRules', () => {
  const other: Weights = { ...defaultWeights, occupation: 300, waiting: 150 };
  const decide = (person: Person, after: number, reason = 'l’attente pèse trop peu') =>
    person.client.matching.setRules.mutate({ after, weights: other, forgottenEvery: 4, reason });

  it('is the team lead’s: a facilitator may try, not decide', async () => {
    expect(await refusalOf(decide(here.facilitator, 0))).toBe('access.not_allowed');
    const { current } = await here.facilitator.client.matching.rules.query();
    expect(current).toMatchObject({ version: 0, weights: defaultWeights, forgottenEvery: 5 });
  });

  it('asks why', async () => {
    expect(await refusalOf(decide(lead, 0, ' '))).toBe('shared.fields_to_correct');
  });

  it('makes a version that every result names from then on, written in the journal', async () => {
    expect(await decide(lead, 0)).toEqual({ version: 1 });
    const { rulesVersion, weights } = await here.facilitator.client.matching.rank.query({ offerId });
    expect({ rulesVersion, weights }).toEqual({ rulesVersion: 1, weights: other });
    const { current, history } = await here.facilitator.client.matching.rules.query();
    expect(current).toMatchObject({ version: 1, forgottenEvery: 4, reason: 'l’attente pèse trop peu' });
    expect(history.map(({ version }) => version)).toEqual([1, 0]);
    expect(await lastAudit(product, 'matching.setRules')).toMatchObject({
      subject_id: here.structureId,
      facts: { version: 1, occupation: 300, waiting: 150, forgottenEvery: 4 },
    });
  });

  it('refuses a decision taken on rules that changed meanwhile, and rewrites none', async () => {
    expect(await refusalOf(decide(lead, 0))).toBe('matching.rules_changed');
    const [one, two] = await Promise.allSettled([decide(lead, 1), decide(lead, 1)]);
    expect([one?.status, two?.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect((await lead.client.matching.rules.query()).history.map(({ version }) => version)).toEqual([2, 1, 0]);
    await expect(
      product.system
        .client`update ranking_rules set reason = 'autre' where structure_id = ${here.structureId}`.execute(),
    ).resolves.toHaveLength(0);
  });

  it('changes nothing for another structure', async () => {
    const { current } = await elsewhere.facilitator.client.matching.rules.query();
    expect(current.version).toBe(0);
    const { rulesVersion } = await elsewhere.facilitator.client.matching.rank.query({ offerId: elsewhere.offerId });
    expect(rulesVersion).toBe(0);
  });

  it.each(['whatIf', 'tryWeights'] as const)('keeps %s to the team of the offer', async (name) => {
    const ask = (person: Person) =>
      name === 'whatIf'
        ? person.client.matching.whatIf.query({ offerId })
        : person.client.matching.tryWeights.query({ offerId, weights: defaultWeights });
    expect(await refusalOf(ask(elsewhere.facilitator))).toBe('offer.not_found');
    expect(await refusalOf(ask(here.employer))).toBe('access.not_allowed');
  });
});
