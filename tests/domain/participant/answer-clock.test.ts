import {
  answerClock,
  answerNearFromDays,
  answerWithinDays,
  clockStates,
} from '@jonction/domain/participant/answer-clock';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const since = '2026-03-02';
const on = (days: number) => answerClock(since, addDays(since, days));

describe('the clock of a recommendation', () => {
  it('runs for three days, is near its end on the fourth and the fifth, and late after', () => {
    expect([0, 1, 3, 4, 5, 6, 60].map((days) => on(days).state)).toEqual([
      'running',
      'running',
      'running',
      'near',
      'near',
      'late',
      'late',
    ]);
  });

  it('says the last day that keeps the promise, whatever day it is asked on', () => {
    expect(on(0).dueOn).toBe('2026-03-07');
    expect(on(40).dueOn).toBe('2026-03-07');
  });

  it('counts civil days over the change of the hour and the end of February', () => {
    expect(answerClock('2026-03-27', '2026-04-01')).toEqual({ dueOn: '2026-04-01', state: 'near' });
    expect(answerClock('2024-02-26', '2024-03-03')).toEqual({ dueOn: '2024-03-02', state: 'late' });
  });

  it('never goes back as days pass', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (days, more) => {
        const place = (state: (typeof clockStates)[number]) => clockStates.indexOf(state);
        expect(place(on(days + more).state)).toBeGreaterThanOrEqual(place(on(days).state));
      }),
    );
  });

  it('is late exactly after its last day', () => {
    fc.assert(
      fc.property(fc.nat(40), (days) => {
        const today = addDays(since, days);
        const { dueOn, state } = answerClock(since, today);
        expect(state === 'late').toBe(today > dueOn);
        expect(daysBetween(since, dueOn)).toBe(answerWithinDays);
        expect(answerNearFromDays).toBeLessThan(answerWithinDays);
      }),
    );
  });

  it('runs on what a clock set ahead sent, rather than being late at once', () => {
    expect(answerClock(since, addDays(since, -1)).state).toBe('running');
  });
});
