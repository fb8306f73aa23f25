import { lastContactAfter, logContactSchema, mayLog } from '@jonction/domain/contact/contact';
import { contactOutcomes } from '@jonction/domain/contact/outcome';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { idOf, refusalsOf } from '../shared/refusals-of.ts';

const reached = (at: string) => lastContactAfter(null, { outcome: 'reached', at: new Date(at) });

describe('a conversation near midnight', () => {
  test.each([
    ['2026-01-31T22:59:59Z', '2026-01-31'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-07-31T21:59:59Z', '2026-07-31'],
    ['2026-07-31T22:00:00Z', '2026-08-01'],
    ['2024-02-28T23:00:00Z', '2024-02-29'],
    ['2025-12-31T23:00:00Z', '2026-01-01'],
    // The night of 29 March 2026 is an hour short, that of 25 October an hour longer.
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:30:00Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('at %s is of %s in Paris', (at, day) => {
    expect(reached(at)).toBe(day);
  });

  it('is of the day that a calendar of Paris shows, at any instant', () => {
    const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (at) => {
        expect(lastContactAfter(null, { outcome: 'reached', at })).toBe(paris.format(at));
      }),
    );
  });

  it('moves the last contact on conversations alone', () => {
    const at = new Date('2026-05-04T10:00:00Z');
    const moved = contactOutcomes.filter((outcome) => lastContactAfter('2026-05-01', { outcome, at }) !== '2026-05-01');
    expect(moved).toEqual(['reached']);
  });
});

describe('a contact may be logged', () => {
  const now = new Date('2026-05-04T10:00:00Z');

  test.each([
    [-31_536_000_000, true],
    [0, true],
    [60_000, true],
    [60_001, false],
    [86_400_000, false],
  ])('%i milliseconds from now: %s', (shift, ok) => {
    expect(mayLog(new Date(now.getTime() + shift), now).ok).toBe(ok);
  });

  test.each([
    ['an instant without a zone', { at: '2026-05-04T10:00:00' }, ['at']],
    ['a day', { at: '2026-05-04' }, ['at']],
    ['an instant of Paris', { at: '2026-05-04T10:00:00+02:00' }, []],
    ['2000 letters', { note: 'x'.repeat(2000) }, []],
    ['2001 letters', { note: 'x'.repeat(2001) }, ['note']],
    ['2000 letters between blanks', { note: `  ${'x'.repeat(2000)}  ` }, []],
  ])('with %s or is refused', (_, change, fields) => {
    const contact = { participantId: idOf(1), channel: 'phone', outcome: 'reached', ...change };
    expect(refusalsOf(logContactSchema, contact).map((refusal) => refusal.split(':')[0])).toEqual(fields);
  });
});
