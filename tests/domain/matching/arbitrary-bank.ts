import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { dayFromNumber, dayNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { proximity, today } from './bank.ts';

const codes = ['K2204', 'K2202', 'K1304', 'I1203', 'K2201', 'F1703', 'F1701', 'N1103'];
const skills = ['monobrosse', 'vitrerie', 'coffrage', 'tonte', 'haccp'];
const licences = ['B', 'C', 'caces_r489_3', 'sst'];
const categories = ['DELD', 'RSA', 'QPV', 'TH'];

/** A day from `before` days before today to `after` days after. */
function dayAround(before: number, after: number): fc.Arbitrary<string> {
  return fc.integer({ min: -before, max: after }).map((offset) => dayFromNumber(dayNumber(today) + offset));
}

/** Most facts known, some not: both `null` and absent are met. */
function maybe<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null | undefined> {
  return fc.oneof({ weight: 8, arbitrary }, { weight: 1, arbitrary: fc.constant(null) }, fc.constant(undefined));
}

const weekly = fc
  .tuple(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 0, max: 39 }))
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

/** Few distinct values, so that ties, equal distances and equal days are common. */
export const arbitraryProfile: fc.Arbitrary<Profile> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  consent: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  visible: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  status: fc.oneof({ weight: 8, arbitrary: fc.constant('available') }, fc.constant('placed')),
  availableFrom: maybe(dayAround(60, 40)),
  licences: maybe(fc.subarray(licences)),
  eligible: fc.array(fc.record({ category: fc.constantFrom(...categories), to: maybe(dayAround(30, 60)) }), {
    maxLength: 4,
  }),
  lat: maybe(fc.double({ min: 48.6, max: 49.1, noNaN: true })),
  lon: maybe(fc.double({ min: 2.1, max: 2.6, noNaN: true })),
  radiusMetres: maybe(fc.constantFrom(0, 5000, 15_000, 25_000, 60_000)),
  french: maybe(fc.integer({ min: 0, max: 6 })),
  weeklyHours: maybe(weekly),
  positionings: fc.subarray(['O1', 'O2']),
  optedOut: fc.subarray(['E1', 'E2'], { maxLength: 1 }),
  romes: fc.array(fc.record({ code: fc.constantFrom(...codes), months: fc.integer({ min: 0, max: 60 }) }), {
    maxLength: 3,
  }),
  skills: fc.subarray(skills),
  lastContact: maybe(dayAround(220, 3)),
  waitingSince: maybe(dayAround(500, 10)),
  createdOn: fc.oneof(dayAround(900, 0), fc.constant('2025-01-01')),
});

export const arbitraryOffer: fc.Arbitrary<MatchOffer> = fc.record({
  id: fc.constant('O1'),
  contractor: fc.constant('E1'),
  rome: fc.constantFrom('K2204', 'F1703', 'N1103'),
  months: fc.constantFrom(0, 6, 24, 41),
  skills: fc.subarray(skills),
  licences: fc.subarray(licences, { maxLength: 1 }),
  categories: fc.subarray(categories),
  french: fc.integer({ min: 0, max: 4 }),
  lat: fc.double({ min: 48.7, max: 49, noNaN: true }),
  lon: fc.double({ min: 2.2, max: 2.5, noNaN: true }),
  start: dayAround(0, 40),
  slackDays: fc.constantFrom(0, 7),
  weeklyHours: weekly,
});

/** A bank of people with distinct ids, and an offer. */
export const arbitraryBank = fc
  .record({
    offer: arbitraryOffer,
    profiles: fc.uniqueArray(arbitraryProfile, { selector: ({ id }) => id, maxLength: 30 }),
    limit: fc.constantFrom(0, 1, 5, 100),
  })
  .map((bank) => ({ ...bank, today, proximity }));
