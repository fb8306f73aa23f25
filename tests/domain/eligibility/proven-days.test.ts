import { eligibleOnDay } from '@jonction/domain/eligibility/eligible-on-day';
import { provenAround, provenDays } from '@jonction/domain/eligibility/proven-days';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const first = '2024-01-01';
const day = fc.integer({ min: 0, max: 1200 }).map((count) => addDays(first, count));
const code = fc.constantFrom('A', 'B');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const evidence = fc
  .record({ category: code, issuedOn: day, length: maybe(fc.integer({ min: -3, max: 500 })) })
  .map(({ category, issuedOn, length }) => ({
    category,
    issuedOn,
    validTo: length === null ? null : addDays(issuedOn, length),
  }));
const category = fc.record({
  code,
  freshMonths: maybe(fc.integer({ min: 0, max: 12 })),
  ageFrom: maybe(fc.constantFrom(18, 26, 50)),
  ageUnder: maybe(fc.constantFrom(19, 26, 51)),
});
// Those whose birthdays fall within the days looked at, 29 February among them.
const birthDate = maybe(
  fc.constantFrom('1998-02-28', '1998-06-15', '2000-02-29', '2006-03-01', '1975-12-31', '2007-01-01'),
);

describe('provenDays', () => {
  it('says day after day what eligibleOnDay answers', () => {
    fc.assert(
      fc.property(
        fc.array(evidence, { maxLength: 5 }),
        fc.uniqueArray(category, { maxLength: 2, selector: ({ code: key }) => key }),
        birthDate,
        day,
        (evidences, categories, born, asked) => {
          const ranges = provenDays(evidences, categories, born);
          const covering = ranges.filter(({ from, to }) => from <= asked && (to === null || to >= asked));
          const answer = eligibleOnDay({ day: asked, birthDate: born, categories, evidences });
          expect(covering.map((range) => range.category)).toEqual(answer.categories);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('joins papers that follow on, and leaves a gap where there is one', () => {
    const rsa = { code: 'RSA', freshMonths: 3 };
    const evidences = ['2026-01-10', '2026-04-11', '2026-09-01'].map((issuedOn) => ({ category: 'RSA', issuedOn }));
    expect(provenDays(evidences, [rsa], null)).toEqual([
      { category: 'RSA', from: '2026-01-10', to: '2026-07-11' },
      { category: 'RSA', from: '2026-09-01', to: '2026-12-01' },
    ]);
  });
});

describe('provenAround', () => {
  const ranges = [
    { from: '2026-01-01', to: '2026-03-31' },
    { from: '2026-03-15', to: '2026-06-30' },
    { from: '2026-09-01', to: null },
  ];

  it('tells until when without a gap, whatever proves it', () => {
    expect(provenAround(ranges, '2026-02-01')).toEqual({ to: '2026-06-30' });
    expect(provenAround(ranges, '2026-07-01')).toBeNull();
    expect(provenAround(ranges, '2026-09-01')).toEqual({ to: null });
  });
});
