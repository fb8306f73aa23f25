import { layOut } from '@jonction/domain/hours/lay-out';
import { touchesMonth, warningsByLine, warningsOf } from '@jonction/domain/hours/warnings';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, line } from './placed.ts';

function warned(...lines: ReturnType<typeof line>[]) {
  return judge({ lines }).warnings.map(({ code, on, centihours }) => `${code} ${on} ${centihours}`);
}

describe('a day is too long', () => {
  test('above ten hours, and not at ten', () => {
    expect(warned(line({ centihours: 1000 }))).toEqual([]);
    expect(warned(line({ centihours: 1001 }))).toEqual(['over-day 2020-02-03 1001']);
  });

  test('when all its lines together are, of whatever kind', () => {
    expect(warned(line({ centihours: 600 }), line({ id: 'b', kind: 'sick_leave', centihours: 500 }))).toEqual([
      'over-day 2020-02-03 1100',
    ]);
  });

  test('by the share of each day, not by the line', () => {
    expect(warned(line({ to: '2020-02-04', centihours: 2000 }))).toEqual([]);
    expect(warned(line({ to: '2020-02-04', centihours: 2001 }))).toEqual(['over-day 2020-02-03 1001']);
  });
});

describe('a week is too long', () => {
  test('above forty-eight hours, and not at forty-eight', () => {
    const saturday = line({ id: 'b', from: '2020-02-08' });
    expect(warned(line({ to: '2020-02-07', centihours: 4100 }), saturday)).toEqual([]);
    expect(warned(line({ to: '2020-02-07', centihours: 4101 }), saturday)).toEqual(['over-week 2020-02-03 4801']);
  });

  test('is named by its Monday, though nobody worked on it', () => {
    const late = line({ from: '2020-02-05', to: '2020-02-07', centihours: 3000 });
    const weekend = line({ id: 'b', from: '2020-02-08', to: '2020-02-09', centihours: 2000 });
    expect(warned(late, weekend)).toEqual(['over-week 2020-02-03 5000']);
  });

  test('ends on Sunday', () => {
    const sunday = line({ from: '2020-02-09', centihours: 1000 });
    const monday = line({ id: 'b', from: '2020-02-10', to: '2020-02-14', centihours: 4000 });
    expect(warned(sunday, monday)).toEqual([]);
  });

  test('may begin in one year and end in the next', () => {
    const old = line({ from: '2020-12-28', to: '2020-12-31', centihours: 4000 });
    const weekend = line({ id: 'b', from: '2021-01-02', to: '2021-01-02', centihours: 900 });
    expect(warned(old, weekend)).toEqual(['over-week 2020-12-28 4900']);
  });
});

test('too long days come first by date, then too long weeks by date', () => {
  const second = line({ from: '2020-02-10', to: '2020-02-14', centihours: 5500 });
  const first = line({ id: 'b', from: '2020-02-03', to: '2020-02-04', centihours: 5000 });
  expect(warned(second, first)).toEqual([
    'over-day 2020-02-03 2500',
    'over-day 2020-02-04 2500',
    'over-day 2020-02-10 1100',
    'over-day 2020-02-11 1100',
    'over-day 2020-02-12 1100',
    'over-day 2020-02-13 1100',
    'over-day 2020-02-14 1100',
    'over-week 2020-02-03 5000',
    'over-week 2020-02-10 5500',
  ]);
});

test('hours that a check or a rule rejects are counted: the declaration is what looks doubtful', () => {
  const before = line({ from: '2019-12-30', centihours: 1200 });
  const idle = line({ id: 'b', kind: 'unpaid_absence', centihours: 1200 });
  expect(warned(before, idle)).toEqual(['over-day 2019-12-30 1200', 'over-day 2020-02-03 1200']);
});

test('hours declared on other clauses are not counted: their own judgement warns of them', () => {
  const elsewhere = [{ ...line({ centihours: 900 }), clause: 'K7' }];
  expect(judge({ lines: [line({ centihours: 900 })], elsewhere }).warnings).toEqual([]);
});

test('a warning rejects nothing', () => {
  const long = judge({ lines: [line({ centihours: 2400 })] });
  expect(long.warnings).toHaveLength(1);
  expect(long.totals).toEqual({ validated: 2400, pending: 0, rejected: 0 });
});

test('nothing declared warns of nothing', () => {
  expect(warningsOf([])).toEqual([]);
  expect(warned(line({ centihours: 0 }))).toEqual([]);
});

describe('a line is told the too long days and weeks that it has a share in', () => {
  const of = (...lines: ReturnType<typeof line>[]) =>
    Object.fromEntries([...warningsByLine(lines)].map(([id, own]) => [id, own.map(({ code, on }) => `${code} ${on}`)]));

  test('and no other: a line of another week has none', () => {
    const long = line({ id: 'long', centihours: 1100 });
    const next = line({ id: 'next', from: '2020-02-10', to: '2020-02-10', centihours: 700 });
    expect(of(long, next)).toEqual({ long: ['over-day 2020-02-03'], next: [] });
  });

  test('though it is short: the day is long because of two', () => {
    const one = line({ id: 'one', centihours: 600 });
    const two = line({ id: 'two', kind: 'training', centihours: 500 });
    expect(of(one, two)).toEqual({ one: ['over-day 2020-02-03'], two: ['over-day 2020-02-03'] });
  });

  test('on each day of the long week, and on none that it lays nothing on', () => {
    const week = line({ id: 'week', from: '2020-02-03', to: '2020-02-07', centihours: 4500 });
    const saturday = line({ id: 'saturday', from: '2020-02-08', to: '2020-02-08', centihours: 400 });
    const empty = line({ id: 'empty', from: '2020-02-04', to: '2020-02-04', centihours: 0 });
    expect(of(week, saturday, empty)).toEqual({
      week: ['over-week 2020-02-03'],
      saturday: ['over-week 2020-02-03'],
      empty: [],
    });
  });

  const anyLines = fc.array(
    fc
      .record({ start: fc.nat(40), length: fc.nat(20), centihours: fc.nat(9000) })
      .map(({ start, length, centihours }) => {
        const from = addDays('2020-02-03', start);
        return { from, to: addDays(from, length), centihours };
      }),
    { maxLength: 6 },
  );

  test('so that the lines together are told every warning, each of its days and weeks only', () => {
    fc.assert(
      fc.property(anyLines, (given) => {
        const lines = given.map((one, at) => ({ ...one, id: `l${at}` }));
        const all = warningsOf(lines.map(layOut)).map(({ code, on }) => `${code} ${on}`);
        const told = warningsByLine(lines);
        expect([...told.keys()]).toEqual(lines.map(({ id }) => id));
        expect(new Set([...told.values()].flat().map(({ code, on }) => `${code} ${on}`))).toEqual(new Set(all));
        for (const { id, from, to } of lines) {
          for (const { code, on } of told.get(id) ?? []) {
            expect(on <= to && addDays(on, code === 'over-day' ? 0 : 6) >= from).toBe(true);
          }
        }
      }),
    );
  });

  test('and the same of a line whatever lies in weeks far from it', () => {
    fc.assert(
      fc.property(anyLines, (given) => {
        const lines = given.map((one, at) => ({ ...one, id: `l${at}` }));
        const far = { id: 'far', from: '2021-02-01', to: '2021-02-05', centihours: 9000 };
        const before = warningsByLine(lines);
        const after = warningsByLine([...lines, far]);
        for (const { id } of lines) expect(after.get(id)).toEqual(before.get(id));
      }),
    );
  });
});

describe('what is told with a month', () => {
  test.each([
    ['a day of it', 'over-day', '2020-04-30', true],
    ['a day before it', 'over-day', '2020-03-31', false],
    ['a day after it', 'over-day', '2020-05-01', false],
    ['a week within it', 'over-week', '2020-04-13', true],
    ['a week that reaches into it', 'over-week', '2020-03-30', true],
    ['a week that begins in it', 'over-week', '2020-04-27', true],
    ['a week that ends the day before it', 'over-week', '2020-03-23', false],
    ['a week that begins the day after it', 'over-week', '2020-05-04', false],
  ] as const)('holds %s, or not', (_, code, on, holds) => {
    expect(touchesMonth({ code, on }, '2020-04')).toBe(holds);
  });

  test('a week is told with each month that has a day of it, and with no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (weeks) => {
        const on = addDays('2019-12-30', 7 * weeks);
        const months = new Set(Array.from({ length: 7 }, (_, day) => addDays(on, day).slice(0, 7)));
        for (const month of months) expect(touchesMonth({ code: 'over-week', on }, month)).toBe(true);
        for (const day of [addDays(on, -31), addDays(on, 40)]) {
          const month = day.slice(0, 7);
          if (!months.has(month)) expect(touchesMonth({ code: 'over-week', on }, month)).toBe(false);
        }
      }),
    );
  });
});
