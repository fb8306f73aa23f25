import { measureDelays, type Wait } from '@jonction/domain/positioning/stopwatch';
import { workingDaysSince } from '@jonction/domain/reference/working-days';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A Thursday, before Easter Monday (6 April 2026). */
const sentOn = '2026-04-02';
const today = '2026-06-30';
const met = (days: number): Wait => ({ sentOn, metOn: addDays(sentOn, days), over: false });
const anyWait: fc.Arbitrary<Wait> = fc.record({
  sentOn: fc.nat({ max: 60 }).map((days) => addDays(sentOn, days)),
  metOn: fc.option(fc.integer({ min: 60, max: 88 }).map((days) => addDays(sentOn, days))),
  over: fc.boolean(),
});

describe('the stopwatch from a CV sent to a first meeting', () => {
  it('counts working days: neither the weekend nor Easter Monday', () => {
    expect(measureDelays([met(5)], today).worstDays).toBe(2);
  });

  it('is empty while nobody has met, and says how long the longest wait goes on', () => {
    expect(measureDelays([], today)).toEqual({
      met: 0,
      waiting: 0,
      medianDays: null,
      p90Days: null,
      worstDays: null,
      longestWaitDays: null,
      slow: 0,
    });
    const waits: Wait[] = [
      { sentOn: '2026-06-26', metOn: null, over: false },
      { sentOn: '2026-06-15', metOn: null, over: false },
    ];
    expect(measureDelays(waits, today)).toMatchObject({
      met: 0,
      waiting: 2,
      longestWaitDays: 11,
      medianDays: null,
      slow: 1,
    });
  });

  it('leaves out of the figures what ended without a meeting', () => {
    const waits: Wait[] = [met(6), { sentOn, metOn: null, over: true }];
    expect(measureDelays(waits, today)).toMatchObject({ met: 1, waiting: 0, longestWaitDays: null });
  });

  it('keeps the meeting of somebody who was then refused: the wait was that long', () => {
    expect(measureDelays([{ ...met(6), over: true }], today)).toMatchObject({ met: 1, medianDays: 3 });
  });

  it('puts half of the meetings on each side of the median, and nine in ten under the ninetieth', () => {
    fc.assert(
      fc.property(fc.array(anyWait, { minLength: 1, maxLength: 60 }), (waits) => {
        const delays = measureDelays(waits, today);
        const days = waits.flatMap((wait) => (wait.metOn ? [workingDaysSince(wait.sentOn, wait.metOn)] : []));
        expect(delays.met).toBe(days.length);
        expect(delays.met + delays.waiting).toBe(waits.filter(({ metOn, over }) => metOn !== null || !over).length);
        const { medianDays, p90Days, worstDays } = delays;
        if (medianDays === null || p90Days === null || worstDays === null) {
          expect(days).toEqual([]);
          return;
        }
        expect(days.filter((day) => day <= medianDays).length * 2).toBeGreaterThanOrEqual(days.length);
        expect(days.filter((day) => day >= medianDays).length * 2).toBeGreaterThanOrEqual(days.length);
        expect(days.filter((day) => day <= p90Days).length).toBeGreaterThanOrEqual(days.length * 0.9);
        expect(days).toContain(p90Days);
        expect(worstDays).toBe(Math.max(...days));
        expect(medianDays <= p90Days && p90Days <= worstDays).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does not mind the order in which waits are read', () => {
    fc.assert(
      fc.property(fc.array(anyWait, { maxLength: 30 }), (waits) => {
        expect(measureDelays(waits.toReversed(), today)).toEqual(measureDelays(waits, today));
      }),
    );
  });
});
