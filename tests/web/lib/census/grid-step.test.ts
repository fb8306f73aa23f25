import { describe, expect, it } from 'vitest';
import { gridStep } from '../../../../apps/web/src/lib/census/grid-step.ts';

describe('where a key leads in a grid of 58 000 rows', () => {
  const from = (row: number, key: string, total = 58_000) => gridStep(key, { row, page: 20, total });

  it.each([
    [0, 'ArrowDown', 1],
    [57_999, 'ArrowDown', 57_999],
    [5, 'ArrowUp', 4],
    [0, 'ArrowUp', 0],
    [0, 'PageDown', 20],
    [57_990, 'PageDown', 57_999],
    [40, 'PageUp', 20],
    [7, 'PageUp', 0],
    [30_000, 'Home', 0],
    [3, 'End', 57_999],
  ])('from row %i by %s: row %i', (row, key, to) => {
    expect(from(row, key)).toBe(to);
  });

  it('stays on the only row, and says nothing of other keys', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'PageDown', 'End']) expect(from(0, key, 1)).toBe(0);
    expect(['a', 'Enter', 'Tab', 'Escape', ' '].map((key) => from(3, key))).toEqual([null, null, null, null, null]);
  });
});
