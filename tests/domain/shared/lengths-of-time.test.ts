import { addDays } from '@jonction/domain/shared/day';
import { formatAge, formatQuarter, formatSpan, withCapital } from '@jonction/domain/shared/typography';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';

describe('a length of time', () => {
  // Months of 30.4375 days and years of 365.25, rounded down: worked out by hand.
  it.each([
    [0, '0~j', '0~days'],
    [1, '1~j', '1~day'],
    [2, '2~j', '2~days'],
    [59, '59~j', '59~days'],
    [60, '1~mois', '1~month'],
    [61, '2~mois', '2~months'],
    [91, '2~mois', '2~months'],
    [92, '3~mois', '3~months'],
    [365, '11~mois', '11~months'],
    [366, '12~mois', '12~months'],
    [729, '23~mois', '23~months'],
    [730, '1~an', '1~year'],
    [731, '2~ans', '2~years'],
    [1095, '2~ans', '2~years'],
    [1096, '3~ans', '3~years'],
    [36_525, '100~ans', '100~years'],
  ])('of %i days is %s, or %s', (days, french, english) => {
    expect(seen(formatSpan(days))).toBe(french);
    expect(seen(formatSpan(days, 'en'))).toBe(english);
  });

  it('never grows shorter as days pass, in each of its units', () => {
    const units = ['j', 'mois', 'an', 'ans'];
    fc.assert(
      fc.property(fc.nat(5000), (days) => {
        const [count = '', unit = ''] = seen(formatSpan(days)).split('~');
        const [next = '', nextUnit = ''] = seen(formatSpan(days + 1)).split('~');
        expect(units.indexOf(nextUnit)).toBeGreaterThanOrEqual(units.indexOf(unit));
        if (unit === nextUnit) expect(Number(next)).toBeGreaterThanOrEqual(Number(count));
      }),
    );
  });
});

describe('an age', () => {
  const today = '2026-05-12';

  it.each([
    [0, 'aujourd’hui', 'today'],
    [1, 'hier', 'yesterday'],
    [-1, 'demain', 'tomorrow'],
    [2, 'il y a 2~j', '2~days ago'],
    [-2, 'dans 2~j', 'in 2~days'],
    [60, 'il y a 1~mois', '1~month ago'],
    [-60, 'dans 1~mois', 'in 1~month'],
    [730, 'il y a 1~an', '1~year ago'],
    [-730, 'dans 1~an', 'in 1~year'],
    [800, 'il y a 2~ans', '2~years ago'],
  ])('of %i days reads %s, or %s', (days, french, english) => {
    expect(seen(formatAge(addDays(today, -days), today))).toBe(french);
    expect(seen(formatAge(addDays(today, -days), today, 'en'))).toBe(english);
  });

  it('past and to come are told apart, whatever the distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4000 }), (days) => {
        expect(formatAge(addDays(today, -days), today)).toMatch(/^il y a /);
        expect(formatAge(addDays(today, days), today)).toMatch(/^dans /);
      }),
    );
  });
});

it.each([
  ['2026-T1', '1er~trimestre~2026', 'Q1~2026'],
  ['2026-T2', '2e~trimestre~2026', 'Q2~2026'],
  ['2025-T4', '4e~trimestre~2025', 'Q4~2025'],
])('writes the quarter %s as %s, or %s', (quarter, french, english) => {
  expect(seen(formatQuarter(quarter))).toBe(french);
  expect(seen(formatQuarter(quarter, 'en'))).toBe(english);
});

it.each([
  ['état du marché', 'État du marché'],
  ['œuvre', 'Œuvre'],
  ['CV envoyé', 'CV envoyé'],
  ['', ''],
])('begins a line with a capital: %s', (text, expected) => {
  expect(withCapital(text)).toBe(expected);
});
