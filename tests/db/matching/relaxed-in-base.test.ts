import { type ActorSettings, type Database, openDatabase } from '@jonction/db/client';
import { rankInBase } from '@jonction/db/matching/rank-in-base';
import { newId } from '@jonction/db/new-id';
import { defaultWeights } from '@jonction/domain/matching/criterion';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { liftedBy, relaxedOffers } from '@jonction/domain/matching/relax';
import { skillWeights } from '@jonction/domain/matching/skill-weight';
import { Bank } from '@jonction/matching-engine/bank';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerArbitrary, profileArbitrary, proximity, today } from '../../matching-engine/random-bank.ts';
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

const skills = skillWeights(0, new Map());
const facilitatorOf = (structureId: string): ActorSettings => ({ kind: 'user', role: 'facilitator', structureId });
const rank = (structureId: string, offer: MatchOffer, widen = false) =>
  application.as(facilitatorOf(structureId), (tx) =>
    rankInBase(tx, { structureId, offer, today, proximity, weights: defaultWeights, skills, limit: 500, widen }),
  );

const offer: MatchOffer = {
  ...{ id: newId(), rome: 'K2204', start: today, lat: 48.83, lon: 2.36, categories: ['category_1'] },
};
const somebody: Omit<Profile, 'id'> = {
  ...{ createdOn: '2026-01-01', visible: true, consent: true, status: 'available', availableFrom: null, licences: [] },
  ...{ eligible: [{ category: 'category_1', from: '2025-01-01', to: null }], weeklyHours: null, french: null },
  ...{ romes: [{ code: 'K2204', months: 12 }], skills: [], positionings: [], optedOut: [] },
  ...{ lastContact: null, waitingSince: null },
  // A degree of latitude north of the offer: 111,195 metres.
  ...{ lat: 49.83, lon: 2.36, radiusMetres: 50_000 },
};
const person = (name: string, traits: Partial<Profile>): [string, Profile] => [
  name,
  { ...somebody, ...traits, id: newId() },
];

describe('ten kilometres more, asked of the base', () => {
  it('win whoever lives within them of her radius, to the metre, and nobody else', async () => {
    const people = new Map([
      person('here', { lat: 48.83 }),
      person('at her radius', { radiusMetres: 111_195 }),
      person('a metre short', { radiusMetres: 111_194 }),
      person('ten kilometres short', { radiusMetres: 101_195 }),
      person('a metre more', { radiusMetres: 101_194 }),
      person('no place', { lat: null, lon: null }),
      person('no radius', { radiusMetres: null }),
    ]);
    const { structureId } = await layBank(system.client, [...people.values()], []);
    const names = async (beyondMetres?: number) => {
      const { best, total, excluded } = await rank(structureId, {
        ...offer,
        ...(beyondMetres === undefined ? {} : { beyondMetres }),
      });
      const found = [...people].filter(([, { id }]) => best.some((one) => one.id === id)).map(([name]) => name);
      expect(total).toBe(found.length);
      expect(total + (excluded.distance ?? 0)).toBe(people.size);
      return found;
    };
    const near = ['here', 'at her radius', 'no place', 'no radius'];
    expect(await names()).toEqual(near);
    expect(await names(0)).toEqual(near);
    expect((await names(10_000)).toSorted()).toEqual([...near, 'a metre short', 'ten kilometres short'].toSorted());
    expect((await names(10_001)).length).toBe(people.size);
  });

  it('change no score of whoever was ranked already', async () => {
    const people = [person('one', { lat: 48.9 }), person('other', { lat: 48.84 })].map(([, one]) => one);
    const { structureId } = await layBank(system.client, people, []);
    const [before, after] = [
      await rank(structureId, offer),
      await rank(structureId, { ...offer, beyondMetres: 10_000 }),
    ];
    expect(after.best).toEqual(before.best);
    expect(before.best).toHaveLength(2);
  });
});

it('counts in the base what asking less would bring, as the rule and the bank in memory do', async () => {
  const drawn = fc.sample(profileArbitrary, { numRuns: 500, seed: 20_261_123 });
  const own = [...new Map(drawn.map((one) => [one.id, { ...one, positionings: [] }])).values()];
  const offers = fc.sample(fc.tuple(offerArbitrary, fc.constantFrom(0, 400, 10_000)), { numRuns: 10, seed: 7 });
  const { structureId, people } = await layBank(system.client, own, []);
  const profiles = people.filter(({ visible }) => visible);
  const bank = await Bank.of(profiles, today);
  let compared = 0;
  let won = 0;
  for (const [{ contractor, ...drawnOffer }, beyondMetres] of offers) {
    const asked = { ...drawnOffer, id: newId(), contractor: contractorOf(contractor), beyondMetres };
    const question = { today, offer: asked, proximity, weights: defaultWeights, skills, widen: false };
    const before = (await rank(structureId, asked)).total;
    const relaxed = relaxedOffers(asked);
    const { gained } = bank.survey(
      question,
      relaxed.map(({ relaxation, ...less }) => ({
        reason: liftedBy[relaxation.kind],
        asked: { ...question, ...less },
      })),
    );
    for (const [place, { offer: less, widen, relaxation }] of relaxed.entries()) {
      const { total, best } = await rank(structureId, less, widen);
      const rule = rankProfiles({ ...question, offer: less, widen, profiles, limit: 500 });
      expect(best, relaxation.kind).toEqual(rule.ranked.map(({ id, score }) => ({ id, score })));
      expect(total - before, relaxation.kind).toBe(gained[place]);
      compared += 1;
      won += total - before;
    }
  }
  expect(compared).toBeGreaterThan(25);
  expect(won).toBeGreaterThan(5);
});
