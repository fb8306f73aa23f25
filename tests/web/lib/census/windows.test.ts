import { describe, expect, it } from 'vitest';
import type { CensusRow, CensusWindow } from '../../../../apps/web/src/lib/census/census.ts';
import { openWindows } from '../../../../apps/web/src/lib/census/windows.svelte.ts';

const width = 100;
/** Rows of which only the place in the whole matters here. */
const windowAt = (from: number, total: number): CensusWindow => ({
  rows: Array.from(
    { length: Math.max(0, Math.min(width, total - from)) },
    (_, index) => ({ id: `r${from + index}` }) as CensusRow,
  ),
  total,
  estimated: false,
});

function opened(total: number) {
  const asked: number[] = [];
  const windows = openWindows(async (from) => {
    asked.push(from);
    return windowAt(from, total);
  }, width);
  windows.start(0, windowAt(0, total));
  return { windows, asked };
}

describe('the rows of a long list', () => {
  it('are those the page came with, and nothing more is asked for them', async () => {
    const { windows, asked } = opened(58_000);
    await windows.reach(0, 60);
    expect([windows.total, windows.rows.size, asked]).toEqual([58_000, 100, []]);
  });

  it('come a window at a time when the eye reaches them, each once', async () => {
    const { windows, asked } = opened(58_000);
    await windows.reach(95, 140);
    await windows.reach(120, 180);
    await windows.reach(57_990, 58_000);
    expect(asked).toEqual([100, 57_900]);
    expect(windows.rows.get(199)?.id).toBe('r199');
    expect(windows.rows.get(57_999)?.id).toBe('r57999');
    expect(windows.rows.has(300)).toBe(false);
  });

  it('are not asked for beyond the last', async () => {
    const { windows, asked } = opened(150);
    await windows.reach(90, 400);
    expect(asked).toEqual([100]);
    expect(windows.rows.size).toBe(150);
  });

  it('are asked for again where they did not come', async () => {
    let broken = true;
    const windows = openWindows(async (from) => {
      if (broken) throw new Error('down');
      return windowAt(from, 300);
    }, width);
    windows.start(0, windowAt(0, 300));
    await windows.reach(100, 150);
    expect([windows.failed, windows.rows.size]).toEqual([true, 100]);
    broken = false;
    await windows.reach(100, 150);
    expect([windows.failed, windows.rows.size]).toEqual([false, 200]);
  });

  it('of other filters are let go when they come late', async () => {
    let arrive: (window: CensusWindow) => void = () => undefined;
    const windows = openWindows(() => new Promise((resolve) => (arrive = resolve)), width);
    windows.start(0, windowAt(0, 300));
    const late = windows.reach(100, 150);
    windows.start(0, windowAt(0, 20));
    arrive(windowAt(100, 300));
    await late;
    expect([windows.total, windows.rows.size]).toEqual([20, 20]);
  });

  it('start from the page that the address asks for', async () => {
    const { windows, asked } = opened(500);
    windows.start(200, windowAt(200, 500));
    await windows.reach(200, 260);
    expect(asked).toEqual([]);
    expect([windows.rows.has(0), windows.rows.get(200)?.id]).toEqual([false, 'r200']);
  });
});
