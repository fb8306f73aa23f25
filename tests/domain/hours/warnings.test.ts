import { warningsOf } from '@jonction/domain/hours/warnings';
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
