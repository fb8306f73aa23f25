import { equivalentsOf, hourSettingSchema } from '@jonction/domain/contract/equivalents';
import { progressBps } from '@jonction/domain/contract/forecast';
import { daysElapsed, dueHoursWhenTerminated } from '@jonction/domain/contract/obligation';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the days of a contract', () => {
  const period = fc
    .record({ start: fc.nat(4_000), length: fc.nat(2_000) })
    .map(({ start, length }) => ({ from: addDays('2020-01-01', start), to: addDays('2020-01-01', start + length) }));

  it.each([
    { name: 'none before it begins', day: '2024-02-27', elapsed: 0 },
    { name: 'one on its first day', day: '2024-02-28', elapsed: 1 },
    { name: 'a 29 February as any other', day: '2024-02-29', elapsed: 2 },
    { name: 'all on its last day', day: '2024-03-02', elapsed: 4 },
    { name: 'all after it ended', day: '2031-01-01', elapsed: 4 },
  ])('are gone: $name', ({ day, elapsed }) => {
    expect(daysElapsed({ from: '2024-02-28', to: '2024-03-02' }, day)).toEqual({ planned: 4, elapsed });
  });

  it('go one by one, and what is gone and what is left make them all', () => {
    fc.assert(
      fc.property(period, fc.integer({ min: -50, max: 2_100 }), ({ from, to }, offset) => {
        const day = addDays(from, offset);
        const { planned, elapsed } = daysElapsed({ from, to }, day);
        const tomorrow = daysElapsed({ from, to }, addDays(day, 1)).elapsed;
        expect(tomorrow - elapsed).toBe(elapsed === planned || addDays(day, 1) < from ? 0 : 1);
        // Read from the other end, the days left are those gone.
        let left = 0;
        for (let one = addDays(day, 1) < from ? from : addDays(day, 1); one <= to && left < 10; one = addDays(one, 1))
          left += 1;
        expect(Math.min(10, planned - elapsed)).toBe(left);
      }),
    );
  });

  it('share the hours of a contract that ends early so that both ends make the whole, but for a rounding', () => {
    fc.assert(
      fc.property(period, fc.nat(50_000), fc.nat(1_999), ({ from, to }, due, offset) => {
        const day = addDays(from, offset);
        fc.pre(day < to);
        const head = dueHoursWhenTerminated(due, { from, to }, day);
        const { planned, elapsed } = daysElapsed({ from, to }, day);
        const tail = dueHoursWhenTerminated(due, { from, to }, addDays(from, planned - elapsed - 1));
        expect(head.ok && tail.ok && [due, due + 1].includes(head.value + tail.value)).toBe(true);
      }),
    );
  });
});

describe('hours told otherwise', () => {
  const setting = fc.record({
    fteHours: fc.integer({ min: 1_000, max: 2_500 }),
    weekCentihours: fc.integer({ min: 100, max: 4_800 }),
    dayCentihours: fc.integer({ min: 100, max: 1_000 }),
    hourlyCostCents: fc.integer({ min: 100, max: 20_000 }),
  });

  it('grow with the hours, and never differ from their exact number by more than half a hundredth', () => {
    fc.assert(
      fc.property(setting, fc.nat(100_000_000), fc.nat(1_000_000), (given, centihours, more) => {
        expect(hourSettingSchema.parse(given)).toEqual(given);
        const told = equivalentsOf(centihours, given);
        const units = [given.dayCentihours, given.weekCentihours, 100 * given.fteHours];
        const figures = [told.dayHundredths, told.weekHundredths, told.fteHundredths];
        for (const [index, unit] of units.entries())
          expect(Math.abs(2 * ((figures[index] ?? 0) * unit - 100 * centihours))).toBeLessThanOrEqual(unit);
        const later = equivalentsOf(centihours + more, given);
        expect(later.dayHundredths).toBeGreaterThanOrEqual(told.dayHundredths);
        expect(later.fteHundredths).toBeGreaterThanOrEqual(told.fteHundredths);
      }),
    );
  });

  it('say of exactly one unit that it is one', () => {
    fc.assert(
      fc.property(setting, (given) => {
        expect(equivalentsOf(given.dayCentihours, given).dayHundredths).toBe(100);
        expect(equivalentsOf(given.weekCentihours, given).weekHundredths).toBe(100);
        expect(equivalentsOf(100 * given.fteHours, given).fteHundredths).toBe(100);
      }),
    );
  });

  it('say of the hours due that all is done at ten thousand basis points, and not one hundredth of an hour before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (due) => {
        expect(progressBps(100 * due, due)).toBe(10_000);
        expect(progressBps(100 * due - 1, due)).toBeLessThan(10_000);
        expect(progressBps(100 * due + 1, due)).toBeGreaterThanOrEqual(10_000);
      }),
    );
  });
});
