import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { isToPass } from '@jonction/domain/positioning/to-pass';
import { describe, expect, it } from 'vitest';

describe('a CV whose link somebody must hand over', () => {
  it.each([
    ['sent', true, false],
    ['queued', true, false],
    ['queued', false, true],
    ['kept', true, true],
    ['kept', false, true],
    ['failed', true, true],
    [null, true, false],
    [null, false, true],
  ] as const)('letter %s, relay %s: %s', (letter, mailLeaves, toPass) => {
    expect(isToPass({ status: 'sent', letter }, mailLeaves)).toBe(toPass);
  });

  it('is none any more once somebody opened it, or it is over', () => {
    for (const status of positioningStatuses.filter((one) => one !== 'sent')) {
      expect(isToPass({ status, letter: 'kept' }, false)).toBe(false);
    }
  });
});
