import {
  answeredWithin,
  type Counted,
  declareBy,
  declaredOnTime,
  figureOf,
  keptQuarter,
  leastEvents,
  reliabilityFigures,
} from '@jonction/domain/report/reliability';
import { reliabilityWords } from '@jonction/domain/report/reliability-words';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../support/tree.ts';

const today = '2026-03-16';
const times = (count: number, one: Counted): Counted[] => Array.from({ length: count }, () => one);

describe('a month declared on time', () => {
  it.each<[month: Day, by: Day]>([
    ['2026-01-01', '2026-02-15'],
    ['2026-02-01', '2026-03-15'],
    ['2025-12-01', '2026-01-15'],
    ['2024-02-01', '2024-03-15'],
  ])('%s has until %s', (month, by) => {
    expect(declareBy(month)).toBe(by);
  });

  it.each<[string, Day, Day | null, Counted]>([
    ['said within the month', '2026-01-01', '2026-01-31', true],
    ['said on the last day', '2026-01-01', '2026-02-15', true],
    ['said a day late', '2026-01-01', '2026-02-16', false],
    ['said a year late', '2025-01-01', '2026-02-16', false],
    ['never said, and over', '2026-01-01', null, false],
    ['never said, over yesterday', '2026-02-01', null, false],
    ['never said, not over yet', '2026-03-01', null, null],
    ['said before it is over', '2026-03-01', '2026-03-16', true],
  ])('%s', (_, month, saidOn, counted) => {
    expect(declaredOnTime(month, saidOn, today)).toBe(counted);
  });

  it('is not held against a company on its very last day', () => {
    expect(declaredOnTime('2026-02-01', null, '2026-03-15')).toBeNull();
    expect(declaredOnTime('2026-02-01', null, '2026-03-16')).toBe(false);
  });
});

describe('a CV that is answered', () => {
  it.each<[string, number, Day, Day | null, Counted]>([
    ['the same day', 5, '2026-03-02', '2026-03-02', true],
    ['the fifth working day', 5, '2026-03-02', '2026-03-09', true],
    ['the sixth working day', 5, '2026-03-02', '2026-03-10', false],
    ['the sixth, for ten', 10, '2026-03-02', '2026-03-10', true],
    ['the tenth working day', 10, '2026-03-02', '2026-03-16', true],
    ['over a week end', 5, '2026-03-06', '2026-03-13', true],
    ['not yet, within five days', 5, '2026-03-09', null, null],
    ['not yet, after five days', 5, '2026-03-06', null, false],
    ['not yet, within ten days', 10, '2026-03-06', null, null],
    ['not yet, after ten days', 10, '2026-02-27', null, false],
    ['the day it was sent, unanswered', 5, today, null, null],
  ])('%s (of %s): sent %s, answered %s', (_, days, sentOn, answeredOn, counted) => {
    expect(answeredWithin(days, { sentOn, answeredOn }, today)).toBe(counted);
  });

  it('in five days is answered in ten', () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(day, fc.option(day), (sent, wait) => {
        const sentOn = addDays(today, -sent);
        const answeredOn = wait === null ? null : addDays(sentOn, wait);
        const five = answeredWithin(5, { sentOn, answeredOn }, today);
        const ten = answeredWithin(10, { sentOn, answeredOn }, today);
        if (five === true) expect(ten).toBe(true);
        if (ten === false) expect(five).toBe(false);
      }),
    );
  });
});

describe('what nobody can tell yet', () => {
  it('is told one day or the other, and then for good', () => {
    const day = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(day, day, (began, more) => {
        const startsOn = addDays(today, -began);
        const later = addDays(today, more);
        const month: Day = `${startsOn.slice(0, 7)}-01`;
        for (const at of [
          (on: Day) => declaredOnTime(month, null, on),
          (on: Day) => answeredWithin(5, { sentOn: startsOn, answeredOn: null }, on),
          (on: Day) => answeredWithin(10, { sentOn: startsOn, answeredOn: null }, on),
          (on: Day) => keptQuarter({ startsOn, endsOn: null }, on),
        ]) {
          const [before, after] = [at(today), at(later)];
          if (before !== null) expect(after).toBe(before);
        }
      }),
    );
  });

  it('weighs on no figure', () => {
    for (const known of [times(3, true), times(7, false), [...times(6, true), ...times(2, false)]]) {
      expect(figureOf([...known, ...times(11, null)])).toEqual(figureOf(known));
    }
  });
});

describe('a hire that lasts', () => {
  it.each<[string, Day, Day | null, Counted]>([
    ['91 days, the first and the last included', '2025-10-01', '2025-12-30', true],
    ['90 days', '2025-10-01', '2025-12-29', false],
    ['a day', '2026-01-05', '2026-01-05', false],
    ['a year', '2025-01-05', '2026-01-04', true],
    ['still running since long', '2025-10-01', null, true],
    ['still running, 91 days ago', '2025-12-15', null, true],
    ['still running, 90 days ago', '2025-12-16', null, null],
    ['begun today', today, null, null],
    ['that ends later, begun long ago', '2025-10-01', '2026-06-30', true],
    ['that ends later, begun lately', '2026-02-01', '2026-06-30', null],
    ['that ends today', '2026-03-02', today, null],
    ['that ended yesterday', '2026-03-02', '2026-03-15', false],
  ])('%s', (_, startsOn, endsOn, counted) => {
    expect(keptQuarter({ startsOn, endsOn }, today)).toBe(counted);
  });
});

describe('a figure', () => {
  it.each<[Counted[], { good: number; of: number; percent: number | null }]>([
    [[], { good: 0, of: 0, percent: null }],
    [times(4, true), { good: 4, of: 4, percent: null }],
    [times(5, true), { good: 5, of: 5, percent: 100 }],
    [times(5, false), { good: 0, of: 5, percent: 0 }],
    [[...times(4, true), false], { good: 4, of: 5, percent: 80 }],
    [[...times(5, true), ...times(1, false)], { good: 5, of: 6, percent: 83 }],
    [[...times(1, true), ...times(7, false)], { good: 1, of: 8, percent: 13 }],
    [[...times(2, true), ...times(4, false)], { good: 2, of: 6, percent: 33 }],
    // What nobody can tell yet counts on neither side.
    [[...times(4, true), ...times(9, null)], { good: 4, of: 4, percent: null }],
    [[...times(4, true), false, ...times(9, null)], { good: 4, of: 5, percent: 80 }],
  ])('of %j', (counted, figure) => {
    expect(figureOf(counted)).toEqual(figure);
  });

  it('writes no share of too few events, and one from five on', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(true, false, null), { maxLength: 30 }), (counted) => {
        const { good, of, percent } = figureOf(counted);
        expect(good).toBeLessThanOrEqual(of);
        expect(of).toBe(counted.filter((one) => one !== null).length);
        if (of < leastEvents) expect(percent).toBeNull();
        else expect(Math.abs((percent ?? Number.NaN) - (100 * good) / of)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it.each(reliabilityFigures)('%s has a name and says how it is counted', (figure) => {
    expect(hasSentence(reliabilityWords, `report.reliability.${figure}`)).toBe(true);
    expect(hasSentence(reliabilityWords, `report.reliability.how.${figure}`)).toBe(true);
  });
});

describe('the reliability of a company', () => {
  it('is read by people: nothing but its own procedure and screens takes it in', () => {
    const readers = sourceFiles(['apps', 'packages'], ['.ts', '.svelte'])
      .filter(({ text }) => /report\/reliability['.]|showReliability|ReliabilityFigures|reliability-words/.test(text))
      .map(({ path }) => path.replaceAll('\\', '/'))
      .filter((path) => !path.includes('/.svelte-kit/') && !path.includes('/build/'));
    const allowed =
      /^(packages\/(domain|db)\/src\/report\/|apps\/api\/src\/report\/|apps\/web\/src\/lib\/report\/|apps\/web\/src\/routes\/\(portals\)\/)/;
    expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
    // The screens that send CVs link to it; what ranks, excludes or writes to people does not know it.
    expect(readers.some((path) => /matching|positioning|jobs/.test(path))).toBe(false);
    expect(readers.length).toBeGreaterThanOrEqual(5);
  });
});
