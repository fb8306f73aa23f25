import { addDays, type Day, daysBetween } from '@jonction/domain/shared/day';
import { signatureLetterDue } from '@jonction/domain/signature/ladder';
import { mostDays } from '@jonction/domain/signature/request';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const askedOn = '2026-03-16';
const usual = { askedOn, expiresOn: '2026-04-15' };

/** The days of letters where every morning runs, the first letter having left on the day it was asked. */
function mornings({ expiresOn }: { expiresOn: Day }, skipped: readonly Day[] = []): Day[] {
  const left = [askedOn];
  for (let day = addDays(askedOn, 1); day <= addDays(expiresOn, 5); day = addDays(day, 1)) {
    if (skipped.includes(day)) continue;
    if (signatureLetterDue({ askedOn, expiresOn, lastLetterOn: left.at(-1) ?? null }, day)) left.push(day);
  }
  return left;
}

describe('letters to somebody who has not answered', () => {
  it('leave after three days, a week, a fortnight, and two days before the end', () => {
    expect(mornings(usual)).toEqual(['2026-03-16', '2026-03-19', '2026-03-23', '2026-03-30', '2026-04-13']);
  });

  it('are caught up by one the morning after', () => {
    expect(mornings(usual, ['2026-03-19', '2026-03-20'])).toEqual([
      ...['2026-03-16', '2026-03-21', '2026-03-23', '2026-03-30', '2026-04-13'],
    ]);
    expect(mornings(usual, ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23'])).toEqual([
      ...['2026-03-16', '2026-03-24', '2026-03-30', '2026-04-13'],
    ]);
  });

  it('do not leave on a day that none is due', () => {
    expect(signatureLetterDue({ ...usual, lastLetterOn: '2026-03-19' }, '2026-03-22')).toBe(false);
  });

  it('stop the day after the last', () => {
    expect(signatureLetterDue({ ...usual, lastLetterOn: askedOn }, usual.expiresOn)).toBe(true);
    expect(signatureLetterDue({ ...usual, lastLetterOn: askedOn }, addDays(usual.expiresOn, 1))).toBe(false);
  });

  it('catch up a first one that never left', () => {
    expect(signatureLetterDue({ ...usual, lastLetterOn: null }, askedOn)).toBe(true);
  });

  it('do not go back before the request, where its end is near', () => {
    expect(mornings({ expiresOn: addDays(askedOn, 1) })).toEqual([askedOn]);
    expect(mornings({ expiresOn: addDays(askedOn, 4) })).toEqual([askedOn, addDays(askedOn, 2), addDays(askedOn, 3)]);
  });

  it('are five at most, all within the time to sign, never two on a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostDays }), (days) => {
        const expiresOn = addDays(askedOn, days);
        const left = mornings({ expiresOn });
        expect(left.length).toBeLessThanOrEqual(5);
        expect(new Set(left).size).toBe(left.length);
        for (const day of left) expect(daysBetween(day, expiresOn)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
