import { type HoursOfDays, hourMarks, hoursByWeek, sumOfMarks, weeksOfMonth } from '@jonction/domain/hours/by-week';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const months = fc
  .record({ year: fc.integer({ min: 2019, max: 2031 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

describe('the weeks of a month', () => {
  it('begin on the first, end on the last, and break on Mondays', () => {
    expect(weeksOfMonth('2020-03')).toEqual([
      { from: '2020-03-01', to: '2020-03-01' },
      { from: '2020-03-02', to: '2020-03-08' },
      { from: '2020-03-09', to: '2020-03-15' },
      { from: '2020-03-16', to: '2020-03-22' },
      { from: '2020-03-23', to: '2020-03-29' },
      { from: '2020-03-30', to: '2020-03-31' },
    ]);
    expect(weeksOfMonth('2021-02')).toHaveLength(4);
    expect(weeksOfMonth('2024-02').at(-1)).toEqual({ from: '2024-02-26', to: '2024-02-29' });
  });

  it('cover each day of any month once', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOfMonth(month);
        for (const [index, { from, to }] of weeks.entries()) {
          expect(from <= to).toBe(true);
          if (index > 0) expect(addDays(weeks[index - 1]?.to ?? '', 1)).toBe(from);
        }
        expect(weeks[0]?.from).toBe(`${month}-01`);
        expect(addDays(weeks.at(-1)?.to ?? '', 1).slice(8)).toBe('01');
      }),
    );
  });
});

describe('hours by week', () => {
  it('add up to what stands in the ledger, mark by mark, whatever the stretches', () => {
    const stretch = (month: string): fc.Arbitrary<HoursOfDays> => {
      const weeks = weeksOfMonth(month);
      const first = `${month}-01`;
      const last = daysBetween(first, weeks.at(-1)?.to ?? first);
      return fc
        .record({
          start: fc.integer({ min: 0, max: last }),
          length: fc.integer({ min: 0, max: last }),
          centihours: fc.integer({ min: 0, max: 30_000 }),
          status: fc.constantFrom('validated' as const, 'pending' as const, 'rejected' as const),
          reason: fc.constantFrom('evidence-missing' as const, 'decision-needed' as const, null),
        })
        .map(({ start, length, ...rest }) => ({
          ...rest,
          from: addDays(first, start),
          to: addDays(first, Math.min(start + length, last)),
        }));
    };
    fc.assert(
      fc.property(
        months.chain((month) => fc.record({ month: fc.constant(month), stretches: fc.array(stretch(month)) })),
        ({ month, stretches }) => {
          const sum = sumOfMarks(hoursByWeek(stretches, weeksOfMonth(month)));
          const of = (status: HoursOfDays['status']) =>
            stretches.reduce((total, one) => total + (one.status === status ? one.centihours : 0), 0);
          expect([sum.validated, sum.toDecide + sum.waiting, sum.rejected]).toEqual([
            of('validated'),
            of('pending'),
            of('rejected'),
          ]);
          expect(Object.keys(sum).sort()).toEqual([...hourMarks].sort());
        },
      ),
    );
  });

  it('tell a missing paper from a decision to make', () => {
    const day = { from: '2020-04-06', to: '2020-04-06', centihours: 700, status: 'pending' } as const;
    const [, week] = hoursByWeek(
      [
        { ...day, reason: 'evidence-missing' },
        { ...day, reason: 'decision-needed', centihours: 300 },
      ],
      weeksOfMonth('2020-04'),
    );
    expect(week).toEqual({ validated: 0, toDecide: 300, waiting: 700, rejected: 0 });
  });
});
