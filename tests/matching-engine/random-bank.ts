import type { MatchOffer, Proximity } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { skillWeights } from '@jonction/domain/matching/skill-weight';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';

export const today = '2026-05-04';
export const skillNames = Array.from({ length: 24 }, (_, index) => `skill_${index}`);
/** What each of them weighs, in a bank of five hundred. */
export const skills = skillWeights(500, new Map(skillNames.map((name, index) => [name, 7 * index])));
const codes = ['F1101', 'F1102', 'F1703', 'F1704', 'K2204', 'K2303', 'N1103', 'N1105', 'G1602', 'A1203'];
// More than the 32 that have a bit of their own, and more categories than the 16 of an entry.
const licenceNames = Array.from({ length: 40 }, (_, index) => `licence_${index}`);
const categoryNames = Array.from({ length: 20 }, (_, index) => `category_${index}`);
const offerIds = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'];
const contractors = ['contractor_1', 'contractor_2'];

export const proximity: Proximity = Object.fromEntries(
  codes.map((code, index) => [
    code,
    { close: [codes[(index + 3) % 10] ?? ''], next: [codes[(index + 7) % 10] ?? '', codes[(index + 3) % 10] ?? ''] },
  ]),
);

const perhaps = <Value>(arbitrary: fc.Arbitrary<Value>, unknownOneIn = 6) =>
  fc.option(arbitrary, { nil: null, freq: unknownOneIn - 1 });
const days = (from: number, to: number) => fc.integer({ min: from, max: to }).map((count) => addDays(today, count));

/** Few places, some metres apart, beside a wide region: a radius then often ends just where somebody lives. */
const coordinate = (around: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((step) => around + step / 5000),
    fc.integer({ min: 0, max: 10_000 }).map((step) => around - 0.5 + step / 10_000),
    fc.integer({ min: -60, max: 60 }),
  );

const hours = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 15 }), fc.boolean(), fc.boolean())
  .map(([min, width, withMin, withMax]) => ({ min: withMin ? min : null, max: withMax ? min + width : null }));

const radius = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 900 }),
  fc.integer({ min: 1, max: 500 }).map((km) => 1000 * km),
);

export const profileArbitrary: fc.Arbitrary<Profile> = fc.record({
  id: fc.uuid({ version: 7 }),
  consent: fc.constantFrom(true, true, true, true, true, false, null),
  visible: fc.constantFrom(true, true, true, true, true, true, false),
  status: fc.constantFrom('available', 'available', 'available', 'available', 'placed'),
  availableFrom: perhaps(days(-60, 60)),
  licences: perhaps(fc.subarray(licenceNames)),
  eligible: fc.array(
    fc.record({
      category: fc.constantFrom(...categoryNames),
      from: perhaps(days(-200, 40), 3),
      to: perhaps(days(-30, 200)),
    }),
    {
      maxLength: 4,
    },
  ),
  lat: perhaps(coordinate(48.8), 12),
  lon: perhaps(coordinate(2.3), 12),
  radiusMetres: perhaps(radius, 9),
  french: perhaps(fc.integer({ min: 0, max: 6 })),
  weeklyHours: perhaps(hours, 3),
  positionings: fc.subarray(offerIds, { maxLength: 1 }),
  optedOut: fc.oneof(
    { weight: 5, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray(contractors) },
  ),
  romes: fc.array(fc.record({ code: fc.constantFrom(...codes), months: perhaps(fc.integer({ min: 0, max: 90 })) }), {
    maxLength: 5,
  }),
  skills: fc.subarray(skillNames, { maxLength: 8 }),
  lastContact: perhaps(days(-220, 5)),
  waitingSince: perhaps(days(-420, 5)),
  // Few days: ties are frequent, and settled by the id.
  createdOn: perhaps(days(-3, 0)),
});

export const profilesArbitrary = fc
  .array(profileArbitrary, { minLength: 1, maxLength: 200, size: 'max' })
  .map((people) => [...new Map(people.map((profile) => [profile.id, profile])).values()]);

export const offerArbitrary: fc.Arbitrary<MatchOffer> = fc.record({
  id: fc.constantFrom(...offerIds, '01900000-0000-7000-8000-00000000000c'),
  contractor: perhaps(fc.constantFrom(...contractors)),
  rome: fc.constantFrom(...codes),
  months: perhaps(fc.constantFrom(0, 6, 24, 36)),
  skills: fc.subarray(skillNames, { maxLength: 6 }),
  licences: fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...licenceNames, 'licence_of_nobody'], { maxLength: 2 }) },
  ),
  categories: fc.subarray(categoryNames, { minLength: 8 }),
  french: perhaps(fc.integer({ min: 0, max: 3 })),
  lat: perhaps(coordinate(48.8), 12),
  lon: perhaps(coordinate(2.3), 12),
  start: days(0, 60),
  slackDays: perhaps(fc.constantFrom(0, 15)),
  weeklyHours: perhaps(hours),
});

/** Somebody new, somebody who leaves, somebody who changes all but her place and occupations, or all. */
export const changesArbitrary = fc.array(
  fc.record({
    kind: fc.constantFrom('arrives' as const, 'leaves' as const, 'stays' as const, 'stays' as const, 'moves' as const),
    place: fc.nat({ max: 1000 }),
    profile: profileArbitrary,
  }),
  { maxLength: 60, size: 'max' },
);

/**
 * Some thousands of one occupation or two, alike in all but their place: many blocks, and scores that are often equal. They
 * live in hamlets, so that a block holds a hamlet and an offer lies between two.
 */
export const crowdArbitrary = fc
  .array(
    fc.record({
      id: fc.uuid({ version: 7 }),
      hamlet: fc.nat({ max: 30 }),
      step: fc.nat({ max: 20 }),
      radiusMetres: fc.constantFrom(200, 1000, 1000, 5000),
      waited: fc.constantFrom(100, 100, 200),
      skill: fc.constantFrom(...skillNames.slice(0, 4)),
      codes: fc.constantFrom(['K2204'], ['K2204'], ['K2303'], ['K2303', 'K2204']),
    }),
    { minLength: 2500, maxLength: 2500, size: 'max' },
  )
  .map((people) =>
    people.map(
      ({ id, hamlet, step, radiusMetres, waited, skill, codes: held }): Profile => ({
        ...{ id, consent: true, visible: true, status: 'available', radiusMetres, skills: [skill] },
        ...{ eligible: [{ category: 'category_1' }], romes: held.map((code) => ({ code, months: 12 })) },
        ...{ lat: 48.5 + hamlet / 50 + step / 8000, lon: 2.1 + (hamlet % 7) / 50 + step / 9000 },
        ...{ lastContact: today, waitingSince: addDays(today, -waited), createdOn: today },
      }),
    ),
  );

export const crowdedOfferArbitrary: fc.Arbitrary<MatchOffer> = fc
  .record({
    hamlet: fc.nat({ max: 30 }),
    step: fc.integer({ min: -30, max: 60 }),
    skills: fc.subarray(skillNames.slice(0, 4)),
  })
  .map(({ hamlet, step, skills }) => ({
    ...{ id: '01900000-0000-7000-8000-00000000000c', rome: 'K2204', categories: ['category_1'], start: today, skills },
    ...{ lat: 48.5 + hamlet / 50 + step / 8000, lon: 2.1 + (hamlet % 7) / 50 + step / 9000 },
  }));
