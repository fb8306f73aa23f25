import { isSilent } from '@jonction/domain/positioning/stopwatch';
import {
  byUrgency,
  groupOf,
  isNew,
  type WaitingGroup,
  type WaitingKind,
  waitingKinds,
} from '@jonction/domain/report/today';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-05-12';

describe('what waits today', () => {
  it('calls a company silent after five working days, holidays apart', () => {
    expect(isSilent('2026-05-05', today)).toBe(false);
    expect(isSilent('2026-05-04', today)).toBe(true);
  });

  it('is late only once the day that was noted is over', () => {
    expect(groupOf({ kind: 'follow', since: today }, today)).toBe('coming');
    expect(groupOf({ kind: 'follow', since: '2026-05-11' }, today)).toBe('late');
  });

  it('asks no decision for hours that only miss a paper', () => {
    expect(groupOf({ kind: 'hours', since: today, decides: true }, today)).toBe('decide');
    expect(groupOf({ kind: 'hours', since: today, decides: false }, today)).toBe('coming');
  });

  it('is new only when somebody else brought it, today or yesterday', () => {
    const fresh = waitingKinds.filter((kind) => isNew({ kind, since: '2026-05-11' }, today));
    expect(fresh.toSorted()).toEqual([
      'cvNews',
      'found',
      'hired',
      'hours',
      'newcomers',
      'page',
      'prepare',
      'proposed',
      'recommendation',
      'risk',
    ]);
    expect(isNew({ kind: 'recommendation', since: '2026-05-10' }, today)).toBe(false);
  });

  it('puts meetings first by their hour, then what waits longest', () => {
    const rows = [
      { kind: 'silent' as const, since: '2026-05-01', at: null },
      { kind: 'meeting' as const, since: '2026-05-13', at: '2026-05-13T07:00:00Z' },
      { kind: 'recommendation' as const, since: '2026-04-20', at: null },
      { kind: 'meeting' as const, since: '2026-05-12', at: '2026-05-12T13:00:00Z' },
    ];
    expect(rows.toSorted(byUrgency).map(({ since }) => since)).toEqual([
      '2026-05-12',
      '2026-05-13',
      '2026-04-20',
      '2026-05-01',
    ]);
  });

  /** Where each kind belongs once its day is over, and on the day itself. */
  const groups: Readonly<Record<WaitingKind, readonly [over: WaitingGroup, onTheDay: WaitingGroup]>> = {
    meeting: ['coming', 'coming'],
    outcome: ['late', 'late'],
    recommendation: ['decide', 'decide'],
    hours: ['decide', 'decide'],
    proposed: ['decide', 'decide'],
    hired: ['decide', 'decide'],
    prepare: ['decide', 'decide'],
    cvNews: ['decide', 'decide'],
    silent: ['late', 'late'],
    slow: ['late', 'late'],
    prospect: ['late', 'coming'],
    stillOpen: ['decide', 'decide'],
    aside: ['coming', 'coming'],
    ended: ['coming', 'coming'],
    follow: ['late', 'coming'],
    newcomers: ['coming', 'coming'],
    page: ['decide', 'decide'],
    reach: ['decide', 'decide'],
    found: ['coming', 'coming'],
    due: ['coming', 'coming'],
    risk: ['coming', 'coming'],
    closing: ['decide', 'decide'],
  };

  it.each(waitingKinds)('has its group for "%s", before its day and on it', (kind) => {
    const groupSince = (since: string) => groupOf({ kind, since }, today);
    expect([groupSince('2026-05-11'), groupSince(today)]).toEqual(groups[kind]);
  });

  it('moves a recommendation among what is late once its five days are over', () => {
    const groupAfter = (days: number) => groupOf({ kind: 'recommendation', since: addDays(today, -days) }, today);
    expect([0, 4, 5, 6, 30].map(groupAfter)).toEqual(['decide', 'decide', 'decide', 'late', 'late']);
  });

  const row = fc.record({
    kind: fc.constantFrom(...waitingKinds),
    since: fc.nat(60).map((offset) => addDays('2026-04-01', offset)),
    at: fc.option(fc.nat(23).map((hour) => `2026-05-12T${String(hour).padStart(2, '0')}:00:00Z`)),
  });

  it('is in one order, whatever order it is found in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const keyOf = ({ kind, since, at }: (typeof rows)[number]) =>
          kind === 'meeting' ? `0 ${at ?? ''}` : `1 ${since}`;
        const keys = rows.toSorted(byUrgency).map(keyOf);
        expect(keys).toEqual(keys.toSorted());
        expect(rows.toReversed().toSorted(byUrgency).map(keyOf)).toEqual(keys);
      }),
    );
  });

  it('goes silent once and for good: a company that did not answer yesterday has not answered today', () => {
    const sent = fc.nat(800).map((offset) => addDays('2025-01-01', offset));
    fc.assert(
      fc.property(sent, fc.nat(40), (sentOn, gone) => {
        const now = addDays(sentOn, gone);
        if (isSilent(sentOn, now)) expect(isSilent(sentOn, addDays(now, 1))).toBe(true);
        // Five working days never fit in less than a week, nor need more than three.
        if (gone < 7 - 2) expect(isSilent(sentOn, now)).toBe(false);
        if (gone >= 21) expect(isSilent(sentOn, now)).toBe(true);
      }),
    );
  });
});
