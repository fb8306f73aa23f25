import { measureDelays, type Wait } from '@jonction/domain/positioning/stopwatch';
import { isWorkingDay } from '@jonction/domain/reference/working-days';
import { eachDay } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const sentOn = '2026-01-05';
const calendar = eachDay('2026-01-06', '2028-06-30').filter(isWorkingDay);
/** A wait that took so many working days. */
const met = (days: number): Wait => ({ sentOn, metOn: calendar[days - 1] ?? sentOn, over: true });
const going = (on: string): Wait => ({ sentOn: on, metOn: null, over: false });

/** The smallest wait that at least so many tenths did not exceed: counted, not looked up by rank. */
function tenths(days: readonly number[], least: number): number | null {
  const within = (most: number) => days.filter((one) => one <= most).length;
  const enough = days.filter((most) => within(most) * 10 >= days.length * least);
  return enough.length === 0 ? null : Math.min(...enough);
}

describe('the figures of the stopwatch', () => {
  it.each([
    [[7], 7, 7, 7],
    [[2, 9], 5.5, 9, 9],
    [[3, 3, 8], 3, 8, 8],
    [[0, 1, 2, 3], 1.5, 3, 3],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 40], 5.5, 9, 40],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 40], 6, 10, 40],
  ])('of %j are a median of %s, nine in ten within %s, %s at the worst', (days, medianDays, p90Days, worstDays) => {
    expect(measureDelays(days.map(met), '2026-02-02')).toEqual({
      met: days.length,
      waiting: 0,
      medianDays,
      p90Days,
      worstDays,
      longestWaitDays: null,
      slow: 0,
    });
  });

  it('are nine in ten to the one, however many met: no crowd size slips by a rounding', () => {
    for (let count = 1; count <= 130; count += 1) {
      const days = Array.from({ length: count }, (_, index) => index + 1);
      expect(measureDelays(days.map(met), '2026-02-02').p90Days).toBe(tenths(days, 9));
    }
  });

  it('are those of a plain count, whatever the waits and their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 }), (days) => {
        const figures = measureDelays(days.map(met), '2026-02-02');
        expect(figures.p90Days).toBe(tenths(days, 9));
        expect(figures.worstDays).toBe(Math.max(...days));
        const least = tenths(days, 5) ?? 0;
        const most = -(
          tenths(
            days.map((one) => -one),
            5,
          ) ?? 0
        );
        expect(figures.medianDays).toBe((least + most) / 2);
      }),
    );
  });

  it('lose nobody: every wait is met, going on, or over without a meeting', () => {
    const wait = fc.constantFrom<Wait>(met(3), met(11), going(sentOn), { sentOn, metOn: null, over: true });
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 30 }), (waits) => {
        const { met: done, waiting } = measureDelays(waits, '2026-02-02');
        const lost = waits.filter(({ metOn, over }) => metOn === null && over).length;
        expect(done + waiting + lost).toBe(waits.length);
      }),
    );
  });

  it.each([
    ['a sending of today', '2026-05-13', '2026-05-13', 0],
    ['one on the eve of Ascension Day', '2026-05-13', '2026-05-14', 0],
    ['one over its long weekend', '2026-05-13', '2026-05-18', 2],
    ['one over Whit Monday', '2026-05-22', '2026-05-26', 1],
    ['one over the end of the year', '2026-12-24', '2027-01-04', 5],
  ])('count a wait that goes on in working days: %s', (_, on, today, longestWaitDays) => {
    expect(measureDelays([going(on)], today)).toMatchObject({ met: 0, waiting: 1, medianDays: null, longestWaitDays });
  });

  it('keep the longest of the waits that go on, and let none of them touch the figures of the meetings', () => {
    const figures = measureDelays([going('2026-01-29'), met(2), going('2026-01-05')], '2026-01-30');
    expect(figures).toMatchObject({ met: 1, waiting: 2, medianDays: 2, worstDays: 2, longestWaitDays: 19 });
  });
});
