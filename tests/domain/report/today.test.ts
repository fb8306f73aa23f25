import { byUrgency, groupOf, isNew, isSilent, waitingKinds } from '@jonction/domain/report/today';
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
    expect(fresh.toSorted()).toEqual(['hired', 'hours', 'proposed', 'recommendation']);
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
});
