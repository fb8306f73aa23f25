import { ageBandOf, ageBands, type Counted, fairnessTable, stages } from '@jonction/domain/matching/fairness';
import { hideSmall, leastPublished } from '@jonction/domain/matching/secrecy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const counts = (most: number) => fc.array(fc.nat({ max: most }), { minLength: 2, maxLength: 6 });

describe('a cell of fewer than five people', () => {
  it.each([
    { title: 'is hidden with the smallest beside it', given: [3, 40, 12], cells: [null, 40, null], total: 55 },
    {
      title: 'is hidden with another of its kind, when five people are behind both',
      given: [3, 4, 30],
      cells: [null, null, 30],
      total: 37,
    },
    {
      title: 'takes one more along while both are fewer than five',
      given: [1, 0, 6, 10],
      cells: [null, null, null, 10],
      total: 17,
    },
    {
      title: 'takes along all that are as small: which one was would tell',
      given: [4, 9, 9, 30],
      cells: [null, null, null, 30],
      total: 52,
    },
    { title: 'hides everything where there is nothing else', given: [2, 60], cells: [null, null], total: 62 },
    { title: 'is hidden at 0: nobody is somebody told of', given: [0, 9, 9], cells: [null, null, null], total: 18 },
    { title: 'hides a total as small', given: [1, 2], cells: [null, null], total: null },
    { title: 'is none at five', given: [5, 5], cells: [5, 5], total: 10 },
  ])('$title', ({ given, cells, total }) => {
    expect(hideSmall(given)).toEqual({ cells, total });
  });

  it('is never shown, whatever the others are', () => {
    fc.assert(
      fc.property(counts(30), (given) => {
        for (const cell of hideSmall(given).cells)
          if (cell !== null) expect(cell).toBeGreaterThanOrEqual(leastPublished);
      }),
    );
  });

  it('is given back by no subtraction: two cells at least are hidden, for five people at least', () => {
    fc.assert(
      fc.property(counts(30), (given) => {
        const { cells, total } = hideSmall(given);
        const hidden = given.filter((_, at) => cells[at] === null);
        if (hidden.length === 0 || total === null) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(leastPublished);
      }),
    );
  });

  it('may have several values for whoever knows how cells are hidden: of every table of two, three and four groups', () => {
    for (const [groups, most] of [
      [2, 14],
      [3, 11],
      [4, 8],
    ] as const) {
      const possible = new Map<string, Set<number>[]>();
      const each = (given: number[]) => {
        const published = hideSmall(given);
        const key = JSON.stringify(published);
        const values = possible.get(key) ?? given.map(() => new Set<number>());
        for (const [at, count] of given.entries()) values[at]?.add(count);
        possible.set(key, values);
      };
      const draw = (given: number[]): void => {
        if (given.length === groups) each(given);
        else for (let count = 0; count <= most; count++) draw([...given, count]);
      };
      draw([]);
      for (const [key, values] of possible) {
        const { cells, total } = JSON.parse(key) as { cells: (number | null)[]; total: number | null };
        // Beyond the largest count drawn some tables are missing: they would only add values.
        const behind = (total ?? 0) - cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
        if (behind > most) continue;
        for (const [at, cell] of cells.entries()) if (cell === null) expect(values[at]?.size, key).toBeGreaterThan(1);
      }
    }
  });

  it('leaves tables of large groups whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: leastPublished, max: 500 }), { minLength: 2, maxLength: 6 }), (given) => {
        expect(hideSmall(given)).toEqual({ cells: given, total: given.reduce((sum, count) => sum + count, 0) });
      }),
    );
  });
});

describe('the table of a report', () => {
  const people = (group: string, count: number, reached: Partial<Counted> = {}): Counted[] =>
    Array.from({ length: count }, () => ({ group, proposed: false, interviewed: false, hired: false, ...reached }));

  it('gives each group its counts and its shares, floored to a hundredth of a percent', () => {
    const { rows, total } = fairnessTable(
      [
        ...people('a', 5, { proposed: true }),
        ...people('a', 2),
        ...people('b', 6, { proposed: true }),
        ...people('b', 6),
      ],
      ['a', 'b'],
    );
    expect(rows[0]).toEqual({
      group: 'a',
      counts: { people: 7, proposed: 5, interviewed: null, hired: null },
      ratesBps: { proposed: 7142, interviewed: null, hired: null },
    });
    expect(rows[1]?.ratesBps.proposed).toBe(5000);
    expect(total).toMatchObject({ counts: { people: 19, proposed: 11, hired: null }, ratesBps: { proposed: 5789 } });
  });

  it('has every group in its order, those without anybody too', () => {
    const { rows } = fairnessTable(people('b', 9), ['a', 'b', 'c']);
    expect(rows.map(({ group }) => group)).toEqual(['a', 'b', 'c']);
  });

  it('has no rate without its people', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }), (groups) => {
        const counted = groups.flatMap((group, at) =>
          people(group, 1, { proposed: at % 2 === 0, hired: at % 5 === 0 }),
        );
        const { rows, total } = fairnessTable(counted, ['a', 'b', 'c']);
        for (const { counts, ratesBps } of [...rows, total]) {
          for (const stage of stages.slice(1) as ('proposed' | 'interviewed' | 'hired')[]) {
            const isKnown = counts.people !== null && counts[stage] !== null;
            expect(ratesBps[stage] === null).toBe(!isKnown);
            if (isKnown) expect(ratesBps[stage]).toBeLessThanOrEqual(10_000);
          }
        }
      }),
    );
  });

  it('refuses a group that it does not know: a report that forgets people would lie', () => {
    expect(() => fairnessTable(people('z', 1), ['a'])).toThrow(RangeError);
  });
});

describe('an age band', () => {
  it.each([
    ['2000-03-01', '2026-02-28', 'under26'],
    ['2000-03-01', '2026-03-01', 'from26to49'],
    ['1976-03-02', '2026-03-01', 'from26to49'],
    ['1976-03-01', '2026-03-01', 'from50'],
    [null, '2026-03-01', 'unknown'],
  ] as const)('of somebody born on %s is, on %s, %s', (birthDate, on, band) => {
    expect(ageBandOf(birthDate, on)).toBe(band);
  });

  it('is one of those of the report', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1920, max: 2015 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(ageBands).toContain(ageBandOf(`${year}-${String(month).padStart(2, '0')}-15`, '2026-05-04'));
      }),
    );
  });
});
