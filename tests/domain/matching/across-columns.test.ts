import { type Counted, fairnessTable, stages } from '@jonction/domain/matching/fairness';
import { hideAcross, hideSmall, leastPublished, type Published, rangesOf } from '@jonction/domain/matching/secrecy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Columns that hold each other, as drawn from exclusive counts: nobody met is not proposed. */
const nested = (exclusive: readonly (readonly number[])[]): number[][] => {
  const columns: number[][] = [];
  let behind = (exclusive[0] ?? []).map(() => 0);
  for (const column of exclusive) {
    behind = behind.map((sum, at) => sum + (column[at] ?? 0));
    columns.unshift(behind);
  }
  return columns;
};
const tables = (groups: number, most: number, depth = 4) =>
  fc
    .array(fc.array(fc.oneof(fc.nat(6), fc.nat(most)), { minLength: groups, maxLength: groups }), {
      minLength: depth,
      maxLength: depth,
    })
    .map(nested);
const anyTable = fc.integer({ min: 2, max: 5 }).chain((groups) => tables(groups, 60));

/** Every value that each hidden cell may have, by trying every table that the page allows: slow, and right. */
function possible(published: readonly Published[]): Set<number>[][] {
  const values = published.map(({ cells }) => cells.map(() => new Set<number>()));
  const groups = published[0]?.cells.length ?? 0;
  const drawn: number[][] = published.map(() => []);
  const keep = () => {
    for (const [stage, { total, cells }] of published.entries()) {
      if (total !== null && (drawn[stage] ?? []).reduce((sum, count) => sum + count, 0) !== total) return;
      for (const [at, cell] of cells.entries()) if (cell !== null && drawn[stage]?.[at] !== cell) return;
    }
    for (const [stage, column] of drawn.entries())
      for (const [at, count] of column.entries()) values[stage]?.[at]?.add(count);
  };
  const draw = (stage: number, at: number): void => {
    if (at === groups) {
      keep();
      return;
    }
    if (stage === published.length) {
      draw(0, at + 1);
      return;
    }
    const { cells = [], total = 0 } = published[stage] ?? {};
    const above = stage === 0 ? (total ?? 0) : (drawn[stage - 1]?.[at] ?? 0);
    const cell = cells[at] ?? null;
    for (let count = cell ?? 0; count <= Math.min(above, cell ?? above); count += 1) {
      const column = drawn[stage];
      if (column) column[at] = count;
      draw(stage + 1, at);
    }
  };
  draw(0, 0);
  return values;
}

describe('cells hidden across columns', () => {
  it('hide what each column hides alone, and perhaps more', () => {
    fc.assert(
      fc.property(anyTable, (columns) => {
        for (const [stage, { cells }] of hideAcross(columns).entries()) {
          const alone = hideSmall(columns[stage] ?? []).cells;
          for (const [at, cell] of cells.entries()) {
            if (alone[at] === null) expect(cell).toBeNull();
            else expect([null, columns[stage]?.[at]]).toContain(cell);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leave six values at least to whoever reads every column together', () => {
    fc.assert(
      fc.property(anyTable, (columns) => {
        const published = hideAcross(columns);
        for (const [stage, ranges] of rangesOf(published).entries()) {
          if (published[stage]?.total === null) continue;
          for (const [at, { low, high }] of ranges.entries()) {
            if (published[stage]?.cells[at] === null) expect(high - low).toBeGreaterThanOrEqual(leastPublished);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are told by no trial of every table that the page allows: no hidden 0 is ever certain', () => {
    fc.assert(
      fc.property(tables(2, 7, 3), (columns) => {
        const published = hideAcross(columns);
        const values = possible(published);
        for (const [stage, { cells, total }] of published.entries()) {
          if (total === null) continue;
          for (const [at, cell] of cells.entries()) {
            if (cell === null) expect(values[stage]?.[at]?.size).toBeGreaterThan(leastPublished);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('say no more of a range than every trial does', () => {
    fc.assert(
      fc.property(tables(2, 6, 3), (columns) => {
        const published = hideAcross(columns);
        const values = possible(published);
        for (const [stage, ranges] of rangesOf(published).entries()) {
          for (const [at, { low, high }] of ranges.entries()) {
            if (published[stage]?.total === null) continue;
            const found = [...(values[stage]?.[at] ?? [])];
            expect(Math.min(...found)).toBeGreaterThanOrEqual(low);
            expect(Math.max(...found)).toBeLessThanOrEqual(high);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order of the groups', () => {
    fc.assert(
      fc.property(anyTable, (columns) => {
        const there = hideAcross(columns);
        const back = hideAcross(columns.map((column) => column.toReversed()));
        expect(back).toEqual(there.map(({ cells, total }) => ({ cells: cells.toReversed(), total })));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    {
      title: 'a group of six of whom some were met, beside one of seven: their people bound them',
      columns: [
        [6, 7, 40],
        [6, 4, 30],
      ],
      cells: [
        [null, null, 40],
        [null, null, 30],
      ],
    },
    {
      title: 'large groups, which no other column narrows',
      columns: [
        [60, 70, 80],
        [20, 3, 40],
      ],
      cells: [
        [60, 70, 80],
        [null, null, 40],
      ],
    },
    {
      title: 'nobody small anywhere: nothing is hidden',
      columns: [
        [20, 30],
        [10, 12],
        [5, 6],
      ],
      cells: [
        [20, 30],
        [10, 12],
        [5, 6],
      ],
    },
  ])('meet $title', ({ columns, cells }) => {
    expect(hideAcross(columns).map((column) => column.cells)).toEqual(cells);
  });
});

describe('the table of the report', () => {
  const people = (group: string, counts: readonly [number, number, number, number]): Counted[] =>
    Array.from({ length: counts[0] }, (_, at) => ({
      group,
      proposed: at < counts[1],
      interviewed: at < counts[2],
      hired: at < counts[3],
    }));

  it('shows in no column what another hides', () => {
    const { rows } = fairnessTable(
      [...people('a', [6, 6, 6, 0]), ...people('b', [7, 7, 4, 0]), ...people('c', [90, 60, 40, 30])],
      ['a', 'b', 'c'],
    );
    const [a, b, c] = rows.map(({ counts }) => stages.map((stage) => counts[stage]));
    expect(a).toEqual([null, null, null, null]);
    expect(b).toEqual([null, null, null, null]);
    expect(c?.slice(0, 3)).toEqual([90, 60, 40]);
  });

  it('keeps every figure that tells of nobody', () => {
    const { rows } = fairnessTable([...people('a', [50, 40, 20, 10]), ...people('b', [60, 30, 15, 6])], ['a', 'b']);
    expect(rows.map(({ counts }) => Object.values(counts))).toEqual([
      [50, 40, 20, 10],
      [60, 30, 15, 6],
    ]);
  });
});
