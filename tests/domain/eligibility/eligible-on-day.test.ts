import {
  type AcceptedCategory,
  ageOn,
  type EligibilityQuestion,
  type Evidence,
  eligibilityQuestionSchema,
  eligibleOnDay,
  provenUntil,
} from '@jonction/domain/eligibility/eligible-on-day';
import { addDays, eachDay } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const set: AcceptedCategory[] = [
  { code: 'DELD', freshMonths: 3 },
  { code: 'RSA', freshMonths: 3 },
  { code: 'SENIOR', freshMonths: 3, ageFrom: 50 },
  { code: 'JEUNE_SQ', freshMonths: 3, ageUnder: 26 },
  { code: 'TH' },
  { code: 'QPV', freshMonths: 6 },
];

function provenOn(day: string, evidences: Evidence[], facts: Partial<EligibilityQuestion> = {}): string[] {
  const answer = eligibleOnDay({ day, birthDate: '1980-05-05', categories: set, evidences, ...facts });
  expect(answer.eligible).toBe(answer.categories.length > 0);
  return answer.categories;
}

describe('a proof without an end date', () => {
  it.each([
    { issuedOn: '2025-01-02', day: '2025-01-01', proven: false },
    { issuedOn: '2025-01-02', day: '2025-01-02', proven: true },
    { issuedOn: '2025-01-02', day: '2025-04-02', proven: true },
    { issuedOn: '2025-01-02', day: '2025-04-03', proven: false },
    { issuedOn: '2024-11-30', day: '2025-02-28', proven: true },
    { issuedOn: '2024-11-30', day: '2025-03-01', proven: false },
    { issuedOn: '2023-11-30', day: '2024-02-29', proven: true },
    { issuedOn: '2023-11-30', day: '2024-03-01', proven: false },
    { issuedOn: '2024-11-29', day: '2025-02-28', proven: true },
    { issuedOn: '2024-01-31', day: '2024-04-30', proven: true },
    { issuedOn: '2024-01-31', day: '2024-05-01', proven: false },
    { issuedOn: '2024-02-29', day: '2024-05-29', proven: true },
    { issuedOn: '2024-02-29', day: '2024-05-30', proven: false },
  ])('of $issuedOn, fresh for 3 months, on $day: $proven', ({ issuedOn, day, proven }) => {
    expect(provenOn(day, [{ category: 'RSA', issuedOn }])).toEqual(proven ? ['RSA'] : []);
  });

  it('counts for good where the category knows no freshness', () => {
    expect(provenOn('2060-01-01', [{ category: 'TH', issuedOn: '2019-05-06' }])).toEqual(['TH']);
    expect(provenOn('2019-05-05', [{ category: 'TH', issuedOn: '2019-05-06' }])).toEqual([]);
  });

  it('of no month at all counts on its own day', () => {
    const categories = [{ code: 'X', freshMonths: 0 }];
    const evidences = [{ category: 'X', issuedOn: '2025-01-02' }];
    expect(provenOn('2025-01-02', evidences, { categories })).toEqual(['X']);
    expect(provenOn('2025-01-03', evidences, { categories })).toEqual([]);
  });
});

describe('a proof with an end date', () => {
  const evidences = [{ category: 'RSA', issuedOn: '2024-01-01', validTo: '2025-12-31' }];

  it.each([
    { day: '2023-12-31', proven: false },
    { day: '2024-01-01', proven: true },
    { day: '2025-12-31', proven: true },
    { day: '2026-01-01', proven: false },
  ])('counts on $day: $proven, whatever the freshness of the category', ({ day, proven }) => {
    expect(provenOn(day, evidences)).toEqual(proven ? ['RSA'] : []);
  });

  it('ends at its date even where the freshness would last', () => {
    const short = [{ category: 'QPV', issuedOn: '2025-05-01', validTo: '2025-05-04' }];
    expect(provenOn('2025-05-04', short)).toEqual(['QPV']);
    expect(provenOn('2025-05-05', short)).toEqual([]);
  });

  it('proves nothing where it ended before it was issued', () => {
    expect(provenOn('2025-05-05', [{ category: 'TH', issuedOn: '2025-05-05', validTo: '2025-05-01' }])).toEqual([]);
  });

  it('falls back on the freshness where the end is null', () => {
    const open = [{ category: 'RSA', issuedOn: '2025-01-02', validTo: null }];
    expect(provenOn('2025-04-02', open)).toEqual(['RSA']);
    expect(provenOn('2025-04-03', open)).toEqual([]);
  });
});

describe('the categories of the set', () => {
  it('are answered in their order, each once, not in the order of the proofs', () => {
    const evidences = ['QPV', 'TH', 'RSA', 'RSA', 'DELD'].map((category) => ({ category, issuedOn: '2025-05-01' }));
    expect(provenOn('2025-05-05', evidences)).toEqual(['DELD', 'RSA', 'TH', 'QPV']);
  });

  it('ignore a proof of a category that the clause does not take', () => {
    expect(provenOn('2025-05-05', [{ category: 'REF', issuedOn: '2025-05-01' }])).toEqual([]);
  });

  it('prove nobody when there is none', () => {
    expect(provenOn('2025-05-05', [{ category: 'RSA', issuedOn: '2025-05-01' }], { categories: [] })).toEqual([]);
    expect(provenOn('2025-05-05', [])).toEqual([]);
  });

  it('need one proof that counts among several of the same category', () => {
    const evidences = [
      { category: 'RSA', issuedOn: '2020-01-01' },
      { category: 'RSA', issuedOn: '2025-05-01' },
      { category: 'RSA', issuedOn: '2026-01-01' },
    ];
    expect(provenOn('2025-05-05', evidences)).toEqual(['RSA']);
  });

  it('are named once where a set writes a code twice with different ages', () => {
    const categories = [
      { code: 'AGE', ageUnder: 26 },
      { code: 'AGE', ageFrom: 50 },
      { code: 'AGE', ageFrom: 18 },
    ];
    const evidences = [{ category: 'AGE', issuedOn: '2020-01-01' }];
    expect(provenOn('2025-05-05', evidences, { categories, birthDate: '2004-01-01' })).toEqual(['AGE']);
    expect(provenOn('2025-05-05', evidences, { categories, birthDate: '1960-01-01' })).toEqual(['AGE']);
  });
});

describe('age', () => {
  it.each([
    { birthDate: '1999-05-05', day: '2025-05-04', age: 25 },
    { birthDate: '1999-05-05', day: '2025-05-05', age: 26 },
    { birthDate: '1999-05-05', day: '2025-05-06', age: 26 },
    { birthDate: '1976-02-29', day: '2026-02-28', age: 49 },
    { birthDate: '1976-02-29', day: '2026-03-01', age: 50 },
    { birthDate: '1976-02-29', day: '2028-02-28', age: 51 },
    { birthDate: '1976-02-29', day: '2028-02-29', age: 52 },
    { birthDate: '2000-12-31', day: '2001-01-01', age: 0 },
    { birthDate: '2000-01-01', day: '2000-01-01', age: 0 },
    { birthDate: '2000-03-01', day: '2024-02-29', age: 23 },
  ])('of somebody born on $birthDate is $age on $day', ({ birthDate, day, age }) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });

  it.each([
    { birthDate: '1999-05-06', proven: ['JEUNE_SQ'] },
    { birthDate: '1999-05-05', proven: [] },
    { birthDate: '1975-05-06', proven: [] },
    { birthDate: '1975-05-05', proven: ['SENIOR'] },
    { birthDate: '1950-01-01', proven: ['SENIOR'] },
    { birthDate: null, proven: [] },
    { birthDate: undefined, proven: [] },
  ])('opens on 5 May 2025 to who is born on $birthDate: $proven', ({ birthDate, proven }) => {
    const evidences = [
      { category: 'SENIOR', issuedOn: '2025-05-01' },
      { category: 'JEUNE_SQ', issuedOn: '2025-05-01' },
    ];
    expect(provenOn('2025-05-05', evidences, { birthDate })).toEqual(proven);
  });

  it('does not matter to a category without one, even where the birth date is unknown', () => {
    expect(provenOn('2025-05-05', [{ category: 'RSA', issuedOn: '2025-05-01' }], { birthDate: null })).toEqual(['RSA']);
  });

  it('binds from both ends where both are given', () => {
    const categories = [{ code: 'MID', ageFrom: 26, ageUnder: 50 }];
    const evidences = [{ category: 'MID', issuedOn: '2020-01-01' }];
    const at = (birthDate: string) => provenOn('2025-05-05', evidences, { categories, birthDate }).length;
    expect([at('1999-05-06'), at('1999-05-05'), at('1975-05-06'), at('1975-05-05')]).toEqual([0, 1, 1, 0]);
  });

  it('of 0 is an age like another', () => {
    const evidences = [{ category: 'ANY', issuedOn: '2020-01-01' }];
    expect(provenOn('2025-05-05', evidences, { categories: [{ code: 'ANY', ageFrom: 0 }] })).toEqual(['ANY']);
    expect(provenOn('2025-05-05', evidences, { categories: [{ code: 'ANY', ageUnder: 0 }] })).toEqual([]);
    expect(provenOn('2025-05-05', evidences, { categories: [{ code: 'ANY', ageFrom: 0 }], birthDate: null })).toEqual(
      [],
    );
  });

  it('grows by one a year, on one day of each year', () => {
    const birth = fc.nat(20_000).map((offset) => addDays('1950-01-01', offset));
    fc.assert(
      fc.property(birth, fc.integer({ min: 2005, max: 2040 }), (birthDate, year) => {
        const ages = eachDay(`${year}-01-01`, `${year}-12-31`).map((day) => ageOn(birthDate, day));
        const turns = ages.filter((age, index) => index > 0 && age !== ages[index - 1]);
        expect(new Set(ages).size).toBeLessThanOrEqual(2);
        expect(turns.length).toBeLessThanOrEqual(1);
        expect(ages.at(-1)).toBe(year - Number(birthDate.slice(0, 4)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the last day of a proof', () => {
  it('is its own, else that of its freshness, else none', () => {
    const evidence = { category: 'X', issuedOn: '2024-10-31' };
    expect(provenUntil({ ...evidence, validTo: '2030-01-01' }, { code: 'X', freshMonths: 1 })).toBe('2030-01-01');
    expect(provenUntil(evidence, { code: 'X', freshMonths: 4 })).toBe('2025-02-28');
    expect(provenUntil(evidence, { code: 'X' })).toBeNull();
  });

  it('is the last day on which the person is eligible by it, for any proof', () => {
    const day = fc.nat(1500).map((offset) => addDays('2023-01-01', offset));
    fc.assert(
      fc.property(day, fc.option(day), fc.option(fc.nat(24)), (issuedOn, validTo, freshMonths) => {
        const category = { code: 'X', freshMonths };
        const evidences = [{ category: 'X', issuedOn, validTo }];
        const until = provenUntil({ category: 'X', issuedOn, validTo }, category);
        const on = (at: string) => provenOn(at, evidences, { categories: [category] }).length === 1;
        expect(on(addDays(issuedOn, -1))).toBe(false);
        if (until === null) expect(on(addDays(issuedOn, 30_000))).toBe(true);
        else {
          expect(on(until)).toBe(until >= issuedOn);
          expect(on(addDays(until, 1))).toBe(false);
        }
      }),
    );
  });
});

describe('the shape of a question', () => {
  const question = { day: '2025-05-05', categories: set, evidences: [] };

  it('needs no birth date', () => {
    expect(eligibilityQuestionSchema.parse(question)).toEqual(question);
  });

  it.each([
    { title: 'a proof without its day of issue', facts: { evidences: [{ category: 'RSA' }] } },
    { title: 'half a month', facts: { categories: [{ code: 'RSA', freshMonths: 1.5 }] } },
    { title: 'a day that does not exist', facts: { day: '2025-02-29' } },
    { title: 'a birth date in another order', facts: { birthDate: '05/05/1980' } },
  ])('refuses $title', ({ facts }) => {
    expect(eligibilityQuestionSchema.safeParse({ ...question, ...facts }).success).toBe(false);
  });
});
