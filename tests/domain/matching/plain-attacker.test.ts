import { ageBandOf, type Counted, fairnessTable } from '@jonction/domain/matching/fairness';
import { hideSmall, leastPublished } from '@jonction/domain/matching/secrecy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** What somebody who has the page and a pencil knows of one hidden cell: no number is negative, and the total adds up. */
function rangesOf({ cells, total }: ReturnType<typeof hideSmall>): { least: number; most: number }[] {
  if (total === null) return [];
  const left = total - cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  const hidden = cells.filter((cell) => cell === null).length;
  return cells.filter((cell) => cell === null).map(() => ({ least: hidden === 1 ? left : 0, most: left }));
}

const tables = fc.array(fc.oneof(fc.nat(6), fc.nat(80)), { minLength: 1, maxLength: 7 });

describe('somebody with the page and a pencil', () => {
  it('is left with five values or more for every hidden cell', () => {
    fc.assert(
      fc.property(
        tables.filter(({ length }) => length > 1),
        (given) => {
          for (const { least, most } of rangesOf(hideSmall(given)))
            expect(most - least).toBeGreaterThanOrEqual(leastPublished);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('who bets that hidden cells are all below five is not told them by their sum beside a figure that is shown', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const { cells, total } = hideSmall(given);
        const hidden = given.filter((_, at) => cells[at] === null);
        // With nothing shown, larger counts hide there too: the bet may be lost.
        if (total === null || hidden.length === 0 || hidden.length === given.length) return;
        const left = hidden.reduce((sum, count) => sum + count, 0);
        expect([0, (leastPublished - 1) * hidden.length]).not.toContain(left);
      }),
    );
  });

  it('reads true figures where there are any', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const { cells, total } = hideSmall(given);
        expect(cells).toHaveLength(given.length);
        for (const [at, cell] of cells.entries()) expect([null, given[at]]).toContain(cell);
        expect([null, given.reduce((sum, count) => sum + count, 0)]).toContain(total);
      }),
    );
  });

  it('learns nothing from the place of a group: tables hide alike in any order', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const [there, back] = [hideSmall(given), hideSmall(given.toReversed())];
        expect(back).toEqual({ cells: there.cells.toReversed(), total: there.total });
      }),
    );
  });

  it.each([
    ['two fours, whose sum tells both', [4, 4, 20, 30], [null, null, null, 30], 58],
    ['a zero between two large groups', [0, 50, 60], [null, null, 60], 110],
    ['fives, which may all be read', [5, 5, 5], [5, 5, 5], 15],
    ['nobody anywhere', [0, 0, 0], [null, null, null], null],
    ['a single small group among none', [4], [null], null],
    ['a total of five made of small counts', [1, 4], [null, null], 5],
    ['no group', [], [], null],
  ])('meets %s', (_, given, cells, total) => {
    expect(hideSmall(given)).toEqual({ cells, total });
  });
});

describe('a rate of the report', () => {
  const people = (group: string, all: number, hired: number): Counted[] =>
    Array.from({ length: all }, (_, at) => ({ group, proposed: true, interviewed: at < hired, hired: at < hired }));

  it.each([
    ['a third', 15, 5, 3333],
    ['two thirds, floored', 15, 10, 6666],
    ['a sixth, floored', 30, 5, 1666],
    ['everybody', 9, 9, 10_000],
    ['one in twenty', 100, 5, 500],
    ['fewer than five hired', 100, 4, null],
    ['nobody hired', 100, 0, null],
  ])('of %s: %i people and %i hired', (_, all, hired, bps) => {
    const { rows } = fairnessTable(
      [...people('a', all, hired), ...people('b', 60, 20), ...people('c', 90, 30)],
      ['a', 'b', 'c'],
    );
    expect(rows[0]?.ratesBps.hired).toBe(bps);
    expect(rows[0]?.ratesBps.proposed).toBe(10_000);
  });

  it('of a hidden group gives no count back: it is hidden with its people', () => {
    const { rows } = fairnessTable(
      [...people('a', 4, 4), ...people('b', 40, 12), ...people('c', 60, 30)],
      ['a', 'b', 'c'],
    );
    expect(rows.map(({ ratesBps }) => ratesBps.hired)).toEqual([null, null, 5000]);
    expect(rows.map(({ counts }) => counts.people)).toEqual([null, null, 60]);
  });

  it('of everybody is that of the people, whatever groups hide', () => {
    const { total } = fairnessTable([...people('a', 3, 3), ...people('b', 7, 3)], ['a', 'b']);
    expect(total).toMatchObject({ counts: { people: 10, hired: 6 }, ratesBps: { hired: 6000, proposed: 10_000 } });
  });
});

describe('an age in completed years', () => {
  it.each([
    ['2000-05-12', '2026-05-11', 'under26'],
    ['2000-05-12', '2026-05-12', 'from26to49'],
    ['1976-05-13', '2026-05-12', 'from26to49'],
    ['1976-05-12', '2026-05-12', 'from50'],
    ['2000-02-29', '2026-02-28', 'under26'],
    ['2000-02-29', '2026-03-01', 'from26to49'],
    ['1976-12-31', '2026-12-30', 'from26to49'],
    [null, '2026-05-12', 'unknown'],
  ])('of somebody born on %s, on %s, is %s', (birth, on, band) => {
    expect(ageBandOf(birth, on)).toBe(band);
  });
});
