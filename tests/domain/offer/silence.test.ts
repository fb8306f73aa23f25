import { askAfterDays, setAsideAfterDays, silenceOf, silences } from '@jonction/domain/offer/silence';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-04';

describe('silenceOf', () => {
  it.each([
    [0, 'quiet'],
    [29, 'quiet'],
    [30, 'ask'],
    [44, 'ask'],
    [45, 'aside'],
    [400, 'aside'],
  ])('%s days without news: %s', (days, silence) => {
    expect(silenceOf(addDays(today, -days), today)).toBe(silence);
  });

  it('always asks before it puts aside, and only ever goes one way as the days pass', () => {
    expect(askAfterDays).toBeLessThan(setAsideAfterDays);
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (days, more) => {
        const rank = (count: number) => silences.indexOf(silenceOf(addDays(today, -count), today));
        expect(rank(days + more)).toBeGreaterThanOrEqual(rank(days));
      }),
    );
  });

  it('is quiet again from the day on which somebody says that it is still open', () => {
    expect(silenceOf(today, today)).toBe('quiet');
    expect(silenceOf(addDays(today, 1), today)).toBe('quiet');
  });
});
