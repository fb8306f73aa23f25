import { eligibleOnDay } from '@jonction/domain/eligibility/eligible-on-day';
import { eligibilityWindows } from '@jonction/domain/eligibility/window';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBefore, monthsLater, naiveEligibility, naiveWindows } from './naive-eligibility.ts';

const day = fc.nat(2200).map((offset) => addDays('2022-12-30', offset));
/** Ends of months and 29 February, where calendars go wrong. */
const edge = fc.constantFrom(
  '2023-01-31',
  '2023-02-28',
  '2023-11-30',
  '2024-02-28',
  '2024-02-29',
  '2024-08-31',
  '2027-12-31',
);
const anyDay = fc.oneof(day, edge);
const birthDate = fc.oneof(
  fc.nat(25_000).map((offset) => addDays('1945-01-01', offset)),
  fc.constantFrom('1976-02-29', '2000-02-29', '1999-03-01', '1999-02-28'),
);

const codes = ['DELD', 'RSA', 'SENIOR', 'JEUNE', 'TH'];
const category = fc.record({
  code: fc.constantFrom(...codes),
  freshMonths: fc.option(fc.nat(13)),
  ageFrom: fc.option(fc.constantFrom(18, 26, 50), { freq: 4 }),
  ageUnder: fc.option(fc.constantFrom(18, 26, 50), { freq: 4 }),
});
const evidence = fc.record({ category: fc.constantFrom(...codes), issuedOn: anyDay, validTo: fc.option(anyDay) });

describe('a slow second reading', () => {
  it('gives the same eligibility for any person, clause and day', () => {
    const question = fc.record({
      day: anyDay,
      birthDate: fc.option(birthDate),
      categories: fc.array(category, { maxLength: 6 }),
      evidences: fc.array(evidence, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(question, (asked) => {
        expect(eligibleOnDay(asked)).toEqual(naiveEligibility(asked));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same eligibility around every birthday', () => {
    fc.assert(
      fc.property(birthDate, fc.constantFrom(18, 26, 50), fc.integer({ min: -3, max: 3 }), (born, age, shift) => {
        const asked = {
          day: addDays(addMonths(born, 12 * age), shift),
          birthDate: born,
          categories: [
            { code: 'JEUNE', ageUnder: age },
            { code: 'SENIOR', ageFrom: age },
          ],
          evidences: ['JEUNE', 'SENIOR'].map((code) => ({ category: code, issuedOn: '1940-01-01' })),
        };
        const answer = eligibleOnDay(asked);
        expect(answer).toEqual(naiveEligibility(asked));
        // One door or the other, never both and never none.
        expect(answer.categories).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same windows for any hires and settings', () => {
    const kinds = ['fixed_term', 'temporary', 'permanent', 'apprenticeship', 'professionalisation', 'iae'];
    const hires = fc.array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...kinds),
        from: anyDay,
        to: fc.option(anyDay),
        contractEndsOn: fc.option(anyDay),
        passValidTo: fc.option(anyDay),
      }),
      { maxLength: 6 },
    );
    const months = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(hires, months, months, (given, fixedTermMonths, permanentCapMonths) => {
        expect(eligibilityWindows(given, { fixedTermMonths, permanentCapMonths })).toEqual(
          naiveWindows(given, fixedTermMonths, permanentCapMonths),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees on the calendar that both stand on', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(80), (from, count) => {
        expect(addMonths(from, count)).toBe(monthsLater(from, count));
        expect(addDays(from, -1)).toBe(dayBefore(from));
      }),
      { numRuns: 1000 },
    );
  });
});
