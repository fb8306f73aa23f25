import { frenchLevelIn } from '@jonction/domain/cv/content';
import { monthsOf, splitName } from '@jonction/domain/cv/reading';
import { describe, expect, it } from 'vitest';

describe('monthsOf', () => {
  it.each([
    ['a job of months', [{ from: '2020-01', to: '2020-06' }], 6],
    ['a job of years', [{ from: '2018', to: '2019' }], 24],
    ['a job that lasts', [{ from: '2026-01', to: null }], 5],
    [
      'two jobs at once, counted once',
      [
        { from: '2020-01', to: '2020-12' },
        { from: '2020-06', to: '2021-06' },
      ],
      18,
    ],
    ['no beginning', [{ from: null, to: '2020-06' }], 0],
    ['an end before the beginning', [{ from: '2021-01', to: '2020-06' }], 0],
    ['a job of the future', [{ from: '2027-01', to: null }], 0],
  ])('counts %s', (_, jobs, months) => {
    expect(monthsOf(jobs, '2026-05-04')).toBe(months);
  });
});

describe('splitName', () => {
  it.each([
    ['Fatou DIARRASSOUBA', 'Fatou', 'DIARRASSOUBA'],
    ['DE LA TOUR Jean-Luc', 'Jean-Luc', 'DE LA TOUR'],
    ['Awa Martin', 'Awa', 'Martin'],
    ['KEVIN TROUSSELIER', 'KEVIN', 'TROUSSELIER'],
    ['', '', ''],
  ])('parts %j', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName });
  });
});

describe('frenchLevelIn', () => {
  it('reads a level, or a mother tongue, and guesses nothing from other words', () => {
    const french = (level: 'B1' | null, levelText: string | null) => frenchLevelIn([{ code: 'fr', level, levelText }]);
    expect(french('B1', null)).toBe(3);
    expect(french(null, 'langue maternelle')).toBe(6);
    expect(french(null, 'courant')).toBeNull();
    expect(frenchLevelIn([{ code: 'ar', level: 'C1', levelText: null }])).toBeNull();
  });
});
