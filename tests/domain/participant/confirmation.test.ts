import { confirmationOf, cvConfirmedForDays, dueSince, isDue } from '@jonction/domain/participant/confirmation';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-03-02';
const ago = (days: number) => addDays(today, -days);
const days = fc.integer({ min: -10, max: 400 });
const dates = fc.array(fc.option(days.map(ago), { nil: null }), { maxLength: 6 });

describe('a CV', () => {
  it('is fresh for fifty-nine days, and to be confirmed again on the sixtieth', () => {
    expect(isDue(ago(0), today)).toBe(false);
    expect(isDue(ago(cvConfirmedForDays - 1), today)).toBe(false);
    expect(isDue(ago(cvConfirmedForDays), today)).toBe(true);
    expect(isDue(ago(400), today)).toBe(true);
  });

  it('that nobody ever confirmed is to be confirmed', () => {
    expect(isDue(null, today)).toBe(true);
  });

  it('is due from one day on, and never fresh again by waiting', () => {
    fc.assert(
      fc.property(days, fc.nat(200), (age, more) => {
        if (isDue(ago(age), today)) expect(isDue(ago(age + more), today)).toBe(true);
      }),
    );
  });

  it('is due exactly when its day is that of the bound, or before it', () => {
    fc.assert(
      fc.property(days, (age) => {
        expect(isDue(ago(age), today)).toBe(ago(age) <= dueSince(today));
      }),
    );
  });

  it('counts civil days over the change of the hour and the end of February', () => {
    expect(dueSince('2026-04-01')).toBe('2026-01-31');
    expect(dueSince('2024-03-01')).toBe('2024-01-01');
  });
});

describe('the CVs of one person', () => {
  it('are none when there is none, whatever the day', () => {
    expect(confirmationOf([], today)).toBe('none');
  });

  it('are fresh when all are', () => {
    expect(confirmationOf([ago(0), ago(59)], today)).toBe('fresh');
  });

  it.each([
    ['one is too old', [ago(3), ago(60)]],
    ['one was never confirmed', [ago(3), null]],
    ['all are too old', [ago(61), ago(300)]],
  ])('are to be confirmed when %s', (_, confirmedOn) => {
    expect(confirmationOf(confirmedOn, today)).toBe('due');
  });

  it('do not depend on the order they come in', () => {
    fc.assert(
      fc.property(dates, (confirmedOn) => {
        expect(confirmationOf(confirmedOn.toReversed(), today)).toBe(confirmationOf(confirmedOn, today));
      }),
    );
  });

  it('are never made fresh by one more CV that is due, nor due by one more that is fresh', () => {
    fc.assert(
      fc.property(dates, (confirmedOn) => {
        expect(confirmationOf([...confirmedOn, ago(60)], today)).toBe('due');
        const before = confirmationOf(confirmedOn, today);
        expect(confirmationOf([...confirmedOn, today], today)).toBe(before === 'due' ? 'due' : 'fresh');
      }),
    );
  });
});
