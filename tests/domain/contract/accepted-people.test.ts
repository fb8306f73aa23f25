import {
  type ClauseInput,
  clauseCategoriesSchema,
  penaltyTermsSchema,
  withCategories,
} from '@jonction/domain/contract/clause';
import { type CategorySet, categorySetOn } from '@jonction/domain/eligibility/category';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const set = (codes: readonly string[]): CategorySet => ({
  ...{ id: 'contract', title: 'Publics du marché', source: 'CCAP', validFrom: null, validTo: null },
  categories: codes.map((code) => ({ code, freshMonths: null, ageFrom: null, ageUnder: null })),
});
const codesOf = (one: CategorySet | null | undefined) => one?.categories.map(({ code }) => code).toSorted() ?? null;
const start = '2026-01-01';
/** Changes of the list, each some days after the one before (or on the same day), as corrections come. */
const changes = fc.array(
  fc.record({
    after: fc.nat(20),
    codes: fc.uniqueArray(fc.constantFrom('RSA', 'DELD', 'QPV', 'TH', 'SENIOR'), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);
type Changes = typeof changes extends fc.Arbitrary<infer Of> ? Of : never;

/** What is written, and beside it the days with what somebody remembers of them: the last list told by that day. */
function written(given: Changes) {
  let sets: CategorySet[] = [];
  let day = start;
  const told: { day: string; codes: string[] }[] = [];
  for (const { after, codes } of given) {
    day = addDays(day, after);
    sets = withCategories(sets, set(codes), day);
    told.push({ day, codes: codes.toSorted() });
  }
  return { sets, told };
}

describe('the people whom a clause accepts, list after list', () => {
  it('on a day are those of the last list told by then, the first list holding before it too', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: -10, max: 170 }), (given, offset) => {
        const { sets, told } = written(given);
        const day = addDays(start, offset);
        const last = told.filter((one) => one.day <= day).at(-1) ?? told[0];
        expect(codesOf(categorySetOn(sets, day))).toEqual(last?.codes);
      }),
    );
  });

  it('never change for the days before a change', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 30 }), fc.nat(200), (given, later, ago) => {
        const { sets, told } = written(given);
        const today = addDays(told.at(-1)?.day ?? start, later);
        const after = withCategories(sets, set(['REF']), today);
        const before = addDays(today, -1 - ago);
        expect(codesOf(categorySetOn(after, before))).toEqual(codesOf(categorySetOn(sets, before)));
        expect(codesOf(categorySetOn(after, today))).toEqual(['REF']);
      }),
    );
  });

  it('are one list a day at most, in the order of their days, the first one open behind', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const { sets } = written(given);
        const days = sets.map(({ validFrom }) => validFrom ?? '');
        expect(days).toEqual(days.toSorted());
        expect(new Set(days).size).toBe(days.length);
        expect(sets[0]?.validFrom).toBeNull();
      }),
    );
  });

  it('written again the same are the same, however often', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 0, max: 30 }), (given, later) => {
        const { sets, told } = written(given);
        const last = told.at(-1);
        const again = withCategories(sets, set(last?.codes.toReversed() ?? []), addDays(last?.day ?? start, later));
        expect(again).toEqual(sets);
      }),
    );
  });

  it('are left as they were by whoever asks: no list given is changed', () => {
    const before = withCategories([], set(['RSA']), start);
    const kept = structuredClone(before);
    withCategories(before, set(['QPV']), addDays(start, 30));
    expect(before).toEqual(kept);
  });

  it('come back whole from the column that keeps them', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const { sets } = written(given);
        expect(clauseCategoriesSchema.parse(JSON.parse(JSON.stringify(sets)))).toEqual(sets);
      }),
    );
  });
});

describe('what a contract says of penalties', () => {
  const terms: NonNullable<ClauseInput['penalty']> = {
    ...{ perHour: { basis: 'fixed', cents: 6_000 }, perDayCents: 7_500, capBps: 1_000, note: null },
  };
  const takes = (changes_: object) => penaltyTermsSchema.safeParse({ ...terms, ...changes_ }).success;

  it('is an amount an hour, by the hour of the SMIC, a day, a cap, each or none', () => {
    expect(takes({})).toBe(true);
    expect(takes({ perHour: { basis: 'smic_multiple', multipleHundredths: 150 } })).toBe(true);
    expect(takes({ perHour: null, perDayCents: null, capBps: null })).toBe(true);
    expect(takes({ perHour: { basis: 'fixed', cents: 0 }, capBps: 10_000 })).toBe(true);
    expect(penaltyTermsSchema.parse({ ...terms, note: ' CCAP art. 9 ' }).note).toBe('CCAP art. 9');
  });

  it.each([
    { name: 'an amount below zero', changed: { perHour: { basis: 'fixed', cents: -1 } } },
    { name: 'a part of a cent', changed: { perDayCents: 0.5 } },
    { name: 'no hour of the SMIC', changed: { perHour: { basis: 'smic_multiple', multipleHundredths: 0 } } },
    { name: 'another basis', changed: { perHour: { basis: 'turnover', cents: 5 } } },
    { name: 'a cap beyond the whole', changed: { capBps: 10_001 } },
    { name: 'a cap below nothing', changed: { capBps: -1 } },
    { name: 'a note of many pages', changed: { note: 'a'.repeat(1001) } },
    { name: 'a note left out', changed: { note: undefined } },
  ])('is refused with $name', ({ changed }) => {
    expect(takes(changed)).toBe(false);
  });
});
