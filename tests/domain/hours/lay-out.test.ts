import { centihoursOn, layOut } from '@jonction/domain/hours/lay-out';
import { dayFromNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesArbitrary } from './arbitraries.ts';
import { oracleLayOut } from './oracle.ts';

function laid(from: string, to: string, centihours: number): Record<string, number> {
  const layout = layOut({ from, to, centihours });
  return Object.fromEntries(layout.days.map((day, index) => [dayFromNumber(day), centihoursOn(layout, index)]));
}

describe('laying the hours of a line on its days', () => {
  test('puts all on the one day of a one-day line', () => {
    expect(laid('2020-02-03', '2020-02-03', 755)).toEqual({ '2020-02-03': 755 });
  });

  test('leaves out Saturdays and Sundays', () => {
    expect(laid('2020-02-06', '2020-02-11', 2800)).toEqual({
      '2020-02-06': 700,
      '2020-02-07': 700,
      '2020-02-10': 700,
      '2020-02-11': 700,
    });
  });

  test('leaves out Easter Monday, 1 May, 8 May, Ascension Thursday and Whit Monday of 2020', () => {
    expect(Object.keys(laid('2020-04-10', '2020-04-14', 1400))).toEqual(['2020-04-10', '2020-04-14']);
    expect(Object.keys(laid('2020-04-30', '2020-05-04', 1400))).toEqual(['2020-04-30', '2020-05-04']);
    expect(Object.keys(laid('2020-05-07', '2020-05-11', 1400))).toEqual(['2020-05-07', '2020-05-11']);
    expect(Object.keys(laid('2020-05-20', '2020-05-22', 1400))).toEqual(['2020-05-20', '2020-05-22']);
    expect(Object.keys(laid('2020-05-29', '2020-06-02', 1400))).toEqual(['2020-05-29', '2020-06-02']);
  });

  test('gives the remainder one hundredth each to the earliest days', () => {
    expect(laid('2020-02-03', '2020-02-07', 1003)).toEqual({
      '2020-02-03': 201,
      '2020-02-04': 201,
      '2020-02-05': 201,
      '2020-02-06': 200,
      '2020-02-07': 200,
    });
  });

  test('lays a payslip of 151.67 h on the 21 working days of April 2020', () => {
    const april = laid('2020-04-01', '2020-04-30', 15167);
    expect(Object.keys(april)).toHaveLength(21);
    expect(april['2020-04-01']).toBe(723);
    expect(april['2020-04-07']).toBe(723);
    expect(april['2020-04-08']).toBe(722);
    expect(april['2020-04-30']).toBe(722);
  });

  test('lays a weekend on its own days', () => {
    expect(laid('2020-02-08', '2020-02-09', 1001)).toEqual({ '2020-02-08': 501, '2020-02-09': 500 });
  });

  test('lays a public holiday declared alone on that day', () => {
    expect(laid('2020-05-01', '2020-05-01', 700)).toEqual({ '2020-05-01': 700 });
  });

  test('lays a holiday and the weekend after it on all three days', () => {
    expect(laid('2020-05-01', '2020-05-03', 900)).toEqual({
      '2020-05-01': 300,
      '2020-05-02': 300,
      '2020-05-03': 300,
    });
  });

  test('lays hours only on working days as soon as there is one', () => {
    expect(laid('2020-05-01', '2020-05-04', 900)).toEqual({ '2020-05-04': 900 });
  });

  test('leaves out the days whose share is nothing', () => {
    expect(laid('2020-02-03', '2020-02-07', 3)).toEqual({ '2020-02-03': 1, '2020-02-04': 1, '2020-02-05': 1 });
  });

  test('lays a line of no hours nowhere', () => {
    expect(laid('2020-02-03', '2020-02-07', 0)).toEqual({});
  });

  test('lays nowhere what entry refuses', () => {
    expect(laid('2020-02-07', '2020-02-03', 700)).toEqual({});
    expect(laid('2020-02-03', '2020-02-07', -700)).toEqual({});
  });

  test('crosses a year, and knows the holidays of both', () => {
    expect(Object.keys(laid('2020-12-24', '2021-01-04', 700))).toEqual([
      '2020-12-24',
      '2020-12-28',
      '2020-12-29',
      '2020-12-30',
      '2020-12-31',
      '2021-01-04',
    ]);
  });

  test('lays a line of two years as well as one of a month', () => {
    const days = Object.keys(laid('2019-01-01', '2020-12-31', 1_000_000));
    // 523 days from Monday to Friday, less the 10 holidays of 2019 and the 9 of 2020 that fall on one of them.
    expect(days).toHaveLength(504);
    expect(days.at(0)).toBe('2019-01-02');
    expect(days.at(-1)).toBe('2020-12-31');
  });

  test('gives the same answer when the same days are asked again', () => {
    expect(laid('2020-03-01', '2020-03-31', 15167)).toEqual(laid('2020-03-01', '2020-03-31', 15167));
    expect(laid('2020-03-01', '2020-03-31', 10)).not.toEqual(laid('2020-03-01', '2020-03-31', 15167));
  });
});

describe('whatever the line', () => {
  const lineArbitrary = linesArbitrary.map(([first]) => first).filter((first) => first !== undefined);

  test('its shares sum to its hours, differ by one hundredth at most, and never grow', () => {
    fc.assert(
      fc.property(lineArbitrary, (declared) => {
        const layout = layOut(declared);
        const shares = layout.days.map((_, index) => centihoursOn(layout, index));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(declared.centihours);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        if (shares.length > 0) expect((shares[0] ?? 0) - (shares.at(-1) ?? 0)).toBeLessThanOrEqual(1);
        expect(shares).not.toContain(0);
      }),
    );
  });

  test('its days are those found by going round one hundredth at a time', () => {
    fc.assert(
      fc.property(lineArbitrary, (declared) => {
        expect(laid(declared.from, declared.to, declared.centihours)).toEqual(
          Object.fromEntries(oracleLayOut(declared)),
        );
      }),
    );
  });
});
