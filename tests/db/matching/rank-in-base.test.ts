import { type ActorSettings, type Database, openDatabase } from '@jonction/db/client';
import { rankInBase } from '@jonction/db/matching/rank-in-base';
import { streamBank } from '@jonction/db/matching/stream-bank';
import { newId } from '@jonction/db/new-id';
import { defaultWeights, type Weights } from '@jonction/domain/matching/criterion';
import { countReasons } from '@jonction/domain/matching/exclusion';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { type SkillWeights, skillWeights } from '@jonction/domain/matching/skill-weight';
import { greatCircleMetres } from '@jonction/domain/shared/great-circle';
import { Bank } from '@jonction/matching-engine/bank';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offerArbitrary, profileArbitrary, proximity, skills, today } from '../../matching-engine/random-bank.ts';
import { makeBase, type TestBase } from '../../support/base.ts';
import { contractorOf, layBank } from './lay-bank.ts';

let base: TestBase;
let system: Database;
let application: Database;

beforeAll(async () => {
  base = await makeBase();
  system = openDatabase(base.ownerUrl, { max: 1 });
  application = openDatabase(base.appUrl, { max: 1 });
});
afterAll(async () => {
  await Promise.all([system.close(), application.close()]);
  await base.drop();
});

const facilitatorOf = (structureId: string): ActorSettings => ({ kind: 'user', role: 'facilitator', structureId });
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function readStream(structureId: string): Promise<Profile[]> {
  return application.as(facilitatorOf(structureId), (tx) => Array.fromAsync(streamBank(tx, structureId)));
}

/** Lists have no order in the base. */
function inOrder(people: readonly Profile[]): Profile[] {
  const text = (item: unknown) => JSON.stringify(item);
  const sorted = <Item>(items: readonly Item[] | null | undefined) =>
    items?.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
  return people
    .map((person) => ({
      ...person,
      romes: sorted(person.romes),
      skills: sorted(person.skills),
      eligible: sorted(person.eligible),
    }))
    .sort(byId);
}

const crowd = fc
  .array(profileArbitrary, { minLength: 400, maxLength: 400, size: 'max' })
  .map((people) => [...new Map(people.map((person) => [person.id, person])).values()]);
const weightsArbitrary: fc.Arbitrary<Weights> = fc.constantFrom(defaultWeights, {
  ...{ occupation: 100, experience: 300, skills: 300, distance: 100, freshness: 100, waiting: 100 },
});
const snapshots: SkillWeights[] = [
  skills,
  // A bank that was empty that night weighs nothing.
  skillWeights(0, new Map()),
];

const asked = fc.tuple(offerArbitrary, weightsArbitrary, fc.constantFrom(...snapshots), fc.constantFrom(3, 20, 1000));
const banks = fc.tuple(crowd, fc.array(asked, { minLength: 16, maxLength: 16 }));

// The long run compares a hundred thousand people and more: each comparison asks the base a question.
const rounds = process.env.JONCTION_LONG ? 11 : 2;

it('ranks in the base as the rule and the bank in memory do', async () => {
  let compared = 0;
  let ranked = 0;
  for (const [drawn, questions] of fc.sample(banks, { numRuns: rounds, seed: 20_260_507 })) {
    const offerIds = new Map(questions.map(([offer]) => [offer.id, newId()]));
    const own = drawn.map((person) => ({
      ...person,
      positionings: person.positionings?.flatMap((id) => offerIds.get(id) ?? []) ?? [],
    }));
    const { structureId, people } = await layBank(system.client, own, [...offerIds.values()]);
    const profiles = await readStream(structureId);
    expect(inOrder(profiles)).toEqual(inOrder(people.filter((person) => person.visible)));
    const bank = await Bank.of(profiles, today);
    for (const [{ id, contractor, ...asks }, weights, skills, limit] of questions) {
      const offer: MatchOffer = { ...asks, id: offerIds.get(id) ?? '', contractor: contractorOf(contractor) };
      for (const widen of [false, true]) {
        const question = { today, offer, proximity, weights, skills, widen };
        const rule = rankProfiles({ ...question, profiles, limit });
        const answer = await application.as(facilitatorOf(structureId), (tx) =>
          rankInBase(tx, { structureId, ...question, limit }),
        );
        expect(answer.best).toEqual(rule.ranked.map(({ id: ruled, score }) => ({ id: ruled, score })));
        expect(answer.best).toEqual(bank.best(question, limit));
        expect(answer.excluded).toEqual(countReasons(rule.excluded));
        expect(answer.total + rule.excluded.length).toBe(profiles.length);
        compared += profiles.length;
        ranked += answer.best.length;
      }
    }
  }
  expect(compared).toBeGreaterThan(rounds * 9_500);
  expect(ranked).toBeGreaterThan(rounds * 100);
});

it('ranks nobody whom the actor may not see', async () => {
  const [person] = fc.sample(profileArbitrary, { numRuns: 1, seed: 5 });
  if (!person) throw new Error('nobody was drawn');
  const someone = { ...person, visible: true, positionings: [] };
  const { structureId, otherStructureId } = await layBank(system.client, [someone], []);
  const asked = { offer: { id: newId(), rome: 'K2204', start: today }, today, proximity, weights: defaultWeights };
  const rank = (actor: ActorSettings) =>
    application.as(actor, (tx) =>
      rankInBase(tx, { structureId, ...asked, skills: skillWeights(0, new Map()), limit: 9 }),
    );
  const { excluded } = await rank(facilitatorOf(structureId));
  expect(Object.values(excluded)).toEqual([1]);
  expect(await rank(facilitatorOf(otherStructureId))).toEqual({ best: [], total: 0, excluded: {} });
  expect(await rank({ kind: 'anonymous' })).toEqual({ best: [], total: 0, excluded: {} });
});

it('ranks who lives just within her radius, at no distance of a radius of nothing, and nobody a metre beyond', async () => {
  const place = { lat: 48.8, lon: 2.3 };
  const metres = greatCircleMetres(48.85, 2.35, place.lat, place.lon);
  const [drawn] = fc.sample(profileArbitrary, { numRuns: 1, seed: 5 });
  if (!drawn) throw new Error('nobody was drawn');
  const known: Profile = {
    ...{ ...drawn, consent: true, visible: true, status: 'available', lat: 48.85, lon: 2.35, positionings: [] },
    ...{ availableFrom: null, licences: null, french: null, weeklyHours: null, optedOut: [] },
    ...{ eligible: [{ category: 'category_1' }], romes: [{ code: 'K2204' }] },
  };
  const drawnPeople = [
    { ...known, id: newId(), radiusMetres: metres },
    { ...known, id: newId(), radiusMetres: metres - 1 },
    { ...known, id: newId(), ...place, radiusMetres: 0 },
  ];
  const { structureId } = await layBank(system.client, drawnPeople, []);
  const profiles = await readStream(structureId);
  const offer: MatchOffer = { ...place, id: newId(), rome: 'K2204', start: today, categories: ['category_1'] };
  const question = { today, offer, proximity, weights: defaultWeights, skills: skillWeights(0, new Map()), limit: 9 };
  const answer = await application.as(facilitatorOf(structureId), (tx) => rankInBase(tx, { structureId, ...question }));
  const { ranked } = rankProfiles({ ...question, profiles });
  expect(answer.best).toEqual(ranked.map(({ id, score }) => ({ id, score })));
  expect(answer.best.map(({ id }) => id)).toEqual([drawnPeople[2]?.id, drawnPeople[0]?.id]);
  expect(answer.excluded).toEqual({ distance: 1 });
});
