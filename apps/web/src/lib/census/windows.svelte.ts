import type { CensusRow, CensusWindow } from './census.ts';

/**
 * The rows of a long list that were brought so far, by their place in the whole: a window of it comes when the eye reaches it, and each
 * but once. What was asked for under other filters is let go when it arrives.
 */
export function openWindows(ask: (from: number) => Promise<CensusWindow>, width: number) {
  let rows = $state.raw(new Map<number, CensusRow>());
  let total = $state(0);
  let failed = $state(false);
  let asked = new Set<number>();
  let era = 0;

  function keep(before: Iterable<[number, CensusRow]>, from: number, window: CensusWindow): void {
    const next = new Map(before);
    for (const [index, row] of window.rows.entries()) next.set(from + index, row);
    rows = next;
    total = window.total;
  }

  return {
    get rows() {
      return rows;
    },
    get total() {
      return total;
    },
    /** A window did not come: it is asked for again when the eye comes back. */
    get failed() {
      return failed;
    },
    /** Starts anew from what the page came with. */
    start(from: number, window: CensusWindow): void {
      era += 1;
      asked = new Set([Math.floor(from / width)]);
      failed = false;
      keep([], from, window);
    },
    /** Asks for the windows that hold these rows, unless they came or are on their way. */
    async reach(first: number, last: number): Promise<void> {
      const now = era;
      for (let index = Math.floor(first / width); index <= Math.floor(Math.max(first, last - 1) / width); index++) {
        if (asked.has(index) || index * width >= total) continue;
        asked.add(index);
        try {
          const window = await ask(index * width);
          if (era !== now) return;
          failed = false;
          keep(rows, index * width, window);
        } catch {
          asked.delete(index);
          if (era === now) failed = true;
        }
      }
    },
  };
}
