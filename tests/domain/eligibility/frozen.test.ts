import { type FrozenHire, reusableSnapshot } from '@jonction/domain/eligibility/frozen';
import { eligibilityWindows } from '@jonction/domain/eligibility/window';
import { addDays, dayFromNumber, dayNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const first: FrozenHire = {
  id: 'first',
  kind: 'fixed_term',
  startsOn: '2026-03-16',
  from: '2026-03-16',
  to: '2028-03-15',
  categories: ['RSA', 'QPV'],
};
const next = { kind: 'fixed_term', day: '2026-09-01', accepted: ['RSA'] };

describe('eligibility frozen at a hire', () => {
  it.each([
    ['is taken over by a hire on another contract', first, next, 'first'],
    ['on the last day of its window', first, { ...next, day: '2028-03-15' }, 'first'],
    ['and not a day later', first, { ...next, day: '2028-03-16' }, null],
    ['nor before it began', first, { ...next, day: '2026-03-15' }, null],
    ['nor by a clause that accepts nothing of what was proven', first, { ...next, accepted: ['TH'] }, null],
    ['nor by a clause that accepts nobody', first, { ...next, accepted: [] }, null],
    ['nor for a permanent hire, whose window is its own', first, { ...next, kind: 'permanent' }, null],
    ['nor from a permanent hire', { ...first, kind: 'permanent' }, next, null],
    ['nor from a hire by derogation, on which nothing was proven', { ...first, categories: [] }, next, null],
    ['for good when its window has no end', { ...first, to: null }, { ...next, day: '2040-01-01' }, 'first'],
  ])('%s', (_, frozen, hire, id) => {
    expect(reusableSnapshot([frozen], hire)?.id ?? null).toBe(id);
  });

  it('is that of the first hire, in whatever order they are read', () => {
    const second = { ...first, id: 'second', startsOn: '2026-06-01' };
    expect(reusableSnapshot([second, first], next)?.id).toBe('first');
    expect(reusableSnapshot([first, second], next)?.id).toBe('first');
    expect(reusableSnapshot([], next)).toBeNull();
  });

  it('never opens a day that the shared window of the person does not hold', () => {
    const someDay = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2029-12-31') }).map(dayFromNumber);
    fc.assert(
      fc.property(fc.array(someDay, { minLength: 1, maxLength: 4 }), someDay, (starts, day) => {
        const hires = starts.map((from, index) => ({ id: String(index), kind: 'fixed_term', from }));
        const windows = eligibilityWindows(hires);
        const frozen = windows.map(({ id, from, to }, index) => ({
          ...{ id, from, to, kind: 'fixed_term', categories: ['RSA'] },
          startsOn: starts[index] ?? from,
        }));
        const found = reusableSnapshot(frozen, { kind: 'fixed_term', day, accepted: ['RSA'] });
        const earliest = [...starts].sort()[0] ?? day;
        const last = windows[0]?.to ?? day;
        expect(found !== null).toBe(earliest <= day && day <= last);
        if (found) expect(found.startsOn).toBe(earliest);
      }),
    );
  });

  it('holds on each day of its window and on none beside', () => {
    for (const [day, holds] of [
      [addDays(first.from, -1), false],
      [first.from, true],
      [first.to ?? '', true],
      [addDays(first.to ?? '', 1), false],
    ] as const) {
      expect(reusableSnapshot([first], { ...next, day }) !== null).toBe(holds);
    }
  });
});
