import { countReasons } from '@jonction/domain/matching/exclusion';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { liftedBy, mostGained, relaxationsOf, relaxedOffers } from '@jonction/domain/matching/relax';
import { Bank } from '@jonction/matching-engine/bank';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  changesArbitrary,
  crowdArbitrary,
  crowdedOfferArbitrary,
  offerArbitrary,
  profilesArbitrary,
  proximity,
  skills,
  today,
} from './random-bank.ts';

/** Rule, plain loop and posting lists on the same people; returns how many places were compared. */
function compare(
  bank: Bank,
  people: readonly Profile[],
  offer: MatchOffer,
  day: string,
  limit: number,
  widen: boolean,
) {
  const ruled = rankProfiles({ today: day, offer, profiles: people, proximity, skills, limit, widen });
  const asked = { today: day, offer, proximity, skills, widen };
  const expected = ruled.ranked.map(({ id, score }) => ({ id, score }));
  const counted = bank.count(asked, limit);
  expect(bank.best(asked, limit)).toEqual(expected);
  expect(counted.best).toEqual(expected);
  expect(counted.excluded).toEqual(countReasons(ruled.excluded));
  expect(counted.total + ruled.excluded.length).toBe(people.length);
  return people.length;
}

it('answers many offers at once as the rule answers each, whatever they ask', async () => {
  await fc.assert(
    fc.asyncProperty(
      profilesArbitrary,
      // More than are read together, so that lists are read again for the rest.
      fc.array(offerArbitrary, { minLength: 40, maxLength: 70 }),
      fc.constantFrom(1, 5, 20, 1000),
      fc.nat({ max: 9 }),
      async (people, offers, limit, widened) => {
        const bank = await Bank.of(people, today);
        const asked = offers.map((offer, at) => ({ today, offer, proximity, skills, widen: at === widened }));
        for (const fromRows of [0, undefined])
          expect(bank.bestOfMany(asked, limit, fromRows)).toEqual(
            asked.map((question) =>
              rankProfiles({ ...question, profiles: people, limit }).ranked.map(({ id, score }) => ({ id, score })),
            ),
          );
      },
    ),
    { numRuns: 30, seed: 20_260_507 },
  );
});

it('ranks people further than they accept as the rule does, when a question says so', async () => {
  await fc.assert(
    fc.asyncProperty(
      profilesArbitrary,
      offerArbitrary,
      fc.integer({ min: 1, max: 90_000 }),
      async (people, offer, beyondMetres) => {
        const bank = await Bank.of(people, today);
        compare(bank, people, { ...offer, beyondMetres }, today, 20, false);
      },
    ),
    { numRuns: 60, seed: 20_260_508 },
  );
});

it('ranks some people among themselves as the rule does, and counts what asking less would bring', async () => {
  await fc.assert(
    fc.asyncProperty(profilesArbitrary, offerArbitrary, fc.nat({ max: 4 }), async (people, offer, keep) => {
      const bank = await Bank.of(people, today);
      const some = people.filter((_, at) => at % 5 !== keep);
      const asked = { today, offer, proximity, skills };
      const stranger = '00000000-0000-7000-8000-00000000ffff';
      expect(bank.bestAmong(asked, [...some.map(({ id }) => id), stranger], 20)).toEqual(
        rankProfiles({ ...asked, profiles: some, limit: 20 }).ranked.map(({ id, score }) => ({ id, score })),
      );
      const relaxed = relaxedOffers(offer);
      const surveyed = bank.survey(
        asked,
        relaxed.map(({ relaxation, offer: less, widen }) => ({
          reason: liftedBy[relaxation.kind],
          asked: { ...asked, offer: less, widen },
        })),
      );
      const { ranked, excluded } = rankProfiles({ ...asked, profiles: people });
      expect(surveyed.total).toBe(ranked.length);
      expect(surveyed.excluded).toEqual(countReasons(excluded));
      expect(
        mostGained(relaxed.map(({ relaxation }, at) => ({ relaxation, gained: surveyed.gained[at] ?? 0 }))),
      ).toEqual(relaxationsOf({ ...asked, profiles: people }));
      expect(surveyed.lacking).toEqual(
        [...new Set(offer.skills)].map((skill) => ranked.filter(({ missing }) => missing.includes(skill)).length),
      );
    }),
    { numRuns: 150, seed: 20_260_509 },
  );
});

it('ranks as the rule does, whoever is in the bank and whatever is unknown (100,000 people compared and more)', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      profilesArbitrary,
      fc.array(offerArbitrary, { minLength: 8, maxLength: 8 }),
      fc.constantFrom(1, 3, 20, 1000),
      async (people, offers, limit) => {
        const bank = await Bank.of(people, today);
        for (const offer of offers) {
          compared += compare(bank, people, offer, today, limit, false);
          compared += compare(bank, people, offer, today, limit, true);
        }
      },
    ),
    { numRuns: 120, seed: 20_260_504 },
  );
  expect(compared).toBeGreaterThan(100_000);
});

it('ranks as the rule does after any changes, and the day after', async () => {
  await fc.assert(
    fc.asyncProperty(
      profilesArbitrary,
      changesArbitrary,
      fc.array(offerArbitrary, { minLength: 3, maxLength: 3 }),
      async (people, changes, offers) => {
        const known = new Map(people.map((profile) => [profile.id, profile]));
        const bank = await Bank.of(people, today);
        for (const { place, profile, kind } of changes) {
          const other = [...known.values()][place % Math.max(1, known.size)];
          if (kind === 'leaves' && other) {
            bank.remove(other.id);
            known.delete(other.id);
            continue;
          }
          // Half of the changes keep the occupations and the place: these are rewritten where they are.
          const changed =
            kind === 'arrives' || !other
              ? profile
              : {
                  ...profile,
                  id: other.id,
                  ...(kind === 'stays' && { lat: other.lat, lon: other.lon, romes: other.romes }),
                };
          bank.put(changed);
          known.set(changed.id, changed);
        }
        for (const offer of offers) {
          compare(bank, [...known.values()], offer, today, 20, false);
          compare(bank, [...known.values()], offer, '2026-05-05', 20, false);
        }
      },
    ),
    { numRuns: 120, seed: 20_260_505 },
  );
});

it('skips nobody who belongs among the best of a crowd, ties included', async () => {
  await fc.assert(
    fc.asyncProperty(
      crowdArbitrary,
      fc.array(crowdedOfferArbitrary, { minLength: 25, maxLength: 25 }),
      fc.constantFrom(1, 5, 20),
      async (people, offers, limit) => {
        const bank = await Bank.of(people, today);
        for (const offer of offers) compare(bank, people, offer, today, limit, false);
        const { blocks, blocksOpened } = bank.effort;
        expect(blocksOpened).toBeLessThan(blocks);
      },
    ),
    { numRuns: 8, seed: 20_260_506, endOnFailure: true },
  );
});

it('forgets whoever left, and takes her back when she returns', async () => {
  const [someone] = fc.sample(profilesArbitrary, { numRuns: 1, seed: 3 })[0] ?? [];
  if (!someone) throw new Error('an empty bank was drawn');
  const person: Profile = { ...someone, consent: true, visible: true, status: 'available' };
  const bank = await Bank.of([person], today);
  const rows = () => bank.count({ today, offer: openOffer, proximity, skills }, 10);
  const before = rows();
  bank.remove(person.id);
  expect(rows()).toEqual({ best: [], total: 0, excluded: {} });
  bank.remove(person.id);
  bank.put(person);
  expect(rows()).toEqual(before);
});

it('refuses an id that is not a UUID in lower case', async () => {
  await expect(Bank.of([{ id: 'ABC' }], today)).rejects.toThrow(RangeError);
});

const openOffer: MatchOffer = { id: '00000000-0000-7000-8000-000000000001', rome: 'K2204', start: today };
