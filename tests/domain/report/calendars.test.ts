import { isSilent, slowAfterWorkingDays } from '@jonction/domain/positioning/stopwatch';
import {
  byUrgency,
  groupOf,
  isNew,
  type WaitingKind,
  waitingGroups,
  waitingKinds,
} from '@jonction/domain/report/today';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-12';

describe('a company is silent from', () => {
  // The fifth working day after the sending, counted on a calendar with its holidays crossed out.
  it.each([
    ['2026-01-05', '2026-01-12', 'a plain week'],
    ['2025-12-24', '2026-01-02', 'Christmas and New Year'],
    ['2026-04-03', '2026-04-13', 'Easter Monday'],
    ['2026-05-12', '2026-05-20', 'Ascension'],
    ['2026-05-22', '2026-06-01', 'Whit Monday'],
    ['2024-05-07', '2024-05-16', '8 May and Ascension side by side'],
    ['2026-07-10', '2026-07-20', '14 July'],
    ['2026-11-07', '2026-11-16', 'a Saturday, then 11 November'],
    ['2026-08-14', '2026-08-21', '15 August, a Saturday, which takes nothing'],
    ['2027-12-31', '2028-01-07', 'New Year, a Saturday, which takes nothing'],
  ])('CVs sent on %s: %s, over %s', (sentOn, first) => {
    expect(isSilent(sentOn, addDays(first, -1))).toBe(false);
    expect(isSilent(sentOn, first)).toBe(true);
  });

  it('never on the day of the sending, nor before it', () => {
    const sent = fc.nat(4000).map((offset) => addDays('2020-01-01', offset));
    fc.assert(
      fc.property(sent, fc.nat(30), (sentOn, before) => {
        expect(isSilent(sentOn, addDays(sentOn, -before))).toBe(false);
      }),
    );
  });

  it('half the wait that the stopwatch of the team calls slow', () => {
    expect(slowAfterWorkingDays).toBe(10);
    // Ten working days of June 2026, without a holiday, are two weeks: silent twice over.
    expect(isSilent('2026-06-01', '2026-06-08') && isSilent('2026-06-08', '2026-06-15')).toBe(true);
  });
});

describe('the group of what waits', () => {
  it.each(['follow', 'prospect'] as const)(
    'is coming for a %s until its day is over, over a change of year too',
    (kind) => {
      expect(groupOf({ kind, since: '2026-01-01' }, '2025-12-31')).toBe('coming');
      expect(groupOf({ kind, since: '2025-12-31' }, '2025-12-31')).toBe('coming');
      expect(groupOf({ kind, since: '2025-12-31' }, '2026-01-01')).toBe('late');
      expect(groupOf({ kind, since: '2026-02-28' }, '2026-03-01')).toBe('late');
    },
  );

  it.each([
    ['nobody looked at, on its fifth day', { since: '2026-05-07' }, 'decide'],
    ['nobody looked at, on its sixth', { since: '2026-05-06' }, 'late'],
    ['taken up, however old', { since: '2026-01-01', silentSince: null }, 'decide'],
    ['taken up and left again, five days ago', { since: '2026-01-01', silentSince: '2026-05-07' }, 'decide'],
    ['taken up and left again, six days ago', { since: '2026-01-01', silentSince: '2026-05-06' }, 'late'],
    ['that somebody else decides', { since: today, decides: false }, 'coming'],
    ['that somebody else decides, and late', { since: '2026-05-01', decides: false }, 'late'],
  ] as const)('of a recommendation %s', (_, facts, group) => {
    expect(groupOf({ kind: 'recommendation', ...facts }, today)).toBe(group);
  });

  it('is one of the three, and gets no less pressing as days pass', () => {
    const pressing = { coming: 0, decide: 1, late: 2 } as const;
    fc.assert(
      fc.property(fc.constantFrom(...waitingKinds), fc.integer({ min: -20, max: 60 }), (kind, age) => {
        const since = addDays(today, -age);
        const [now, tomorrow] = [groupOf({ kind, since }, today), groupOf({ kind, since }, addDays(today, 1))];
        expect(waitingGroups).toContain(now);
        expect(pressing[tomorrow]).toBeGreaterThanOrEqual(pressing[now]);
      }),
    );
  });
});

describe('what is new', () => {
  it.each([
    ['2025-12-31', '2026-01-01', true],
    ['2025-12-30', '2026-01-01', false],
    ['2024-02-28', '2024-02-29', true],
    ['2024-02-28', '2024-03-01', false],
    ['2023-02-28', '2023-03-01', true],
    ['2026-03-28', '2026-03-29', true],
    ['2026-10-25', '2026-10-26', true],
    ['2026-10-24', '2026-10-26', false],
  ])('since %s, on %s: %s', (since, on, expected) => {
    expect(isNew({ kind: 'recommendation', since }, on)).toBe(expected);
  });

  const own: readonly WaitingKind[] = [
    'meeting',
    'outcome',
    'silent',
    'slow',
    'follow',
    'prospect',
    'stillOpen',
    'aside',
  ];

  it.each(own)('is never a "%s", which nobody else brought', (kind) => {
    for (const since of [today, addDays(today, -1)]) expect(isNew({ kind, since }, today)).toBe(false);
  });
});

describe('urgency', () => {
  const row = fc.record({
    kind: fc.constantFrom(...waitingKinds),
    since: fc.nat(5).map((offset) => addDays('2026-05-10', offset)),
    at: fc.option(fc.constantFrom('2026-05-12T07:00:00Z', '2026-05-12T12:00:00Z', '2026-05-13T07:00:00Z')),
  });

  it('is an order: the same seen from either side, and carried from one to the next', () => {
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        expect(byUrgency(a, b) + byUrgency(b, a)).toBe(0);
        if (byUrgency(a, b) <= 0 && byUrgency(b, c) <= 0) expect(byUrgency(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('looks at the hour of a meeting and not at the day it was made, and the other way round elsewhere', () => {
    const at = (kind: WaitingKind, since: string, hour: string) => ({ kind, since, at: `2026-05-12T${hour}:00Z` });
    expect(byUrgency(at('meeting', '2026-05-11', '07:00'), at('meeting', '2026-04-01', '15:00'))).toBe(-1);
    expect(byUrgency(at('hours', '2026-05-11', '07:00'), at('hours', '2026-04-01', '15:00'))).toBe(1);
    expect(byUrgency(at('hours', '2026-04-01', '07:00'), at('silent', '2026-04-01', '15:00'))).toBe(0);
  });
});
