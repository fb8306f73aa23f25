import { movedParts } from '@jonction/domain/contract/moved-parts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const part = (organisationId: string, centihours: number) => ({
  organisationId,
  name: `Société ${organisationId}`,
  centihours,
});
const moves = (before: ReturnType<typeof part>[], after: ReturnType<typeof part>[]) =>
  movedParts(before, after).map((moved) => [moved.organisationId, moved.before, moved.after]);

describe('parts that moved', () => {
  it('are those of everybody where there was no group', () => {
    expect(moves([], [part('a', 600), part('b', 400)])).toEqual([
      ['a', null, 600],
      ['b', null, 400],
    ]);
  });

  it('leave out who keeps the same hours, whatever the place in the list', () => {
    expect(moves([part('a', 600), part('b', 400)], [part('b', 400), part('a', 600)])).toEqual([]);
    expect(moves([part('a', 600), part('b', 400)], [part('b', 300), part('a', 600), part('c', 100)])).toEqual([
      ['b', 400, 300],
      ['c', null, 100],
    ]);
  });

  it('tell a company that left, last', () => {
    expect(moves([part('a', 600), part('b', 400)], [part('a', 1000)])).toEqual([
      ['a', 600, 1000],
      ['b', 400, null],
    ]);
  });

  it('tell somebody who joins for nothing, and who left with nothing', () => {
    expect(moves([part('a', 10)], [part('a', 10), part('b', 0)])).toEqual([['b', null, 0]]);
    expect(moves([part('a', 10), part('b', 0)], [part('a', 10)])).toEqual([['b', 0, null]]);
  });

  it('carry the name of each', () => {
    expect(movedParts([part('b', 4)], [part('a', 6)]).map(({ name }) => name)).toEqual(['Société a', 'Société b']);
  });

  const group = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), centihours: fc.nat(5) }), {
    selector: ({ id }) => id,
  });
  const parts = group.map((all) => all.map(({ id, centihours }) => part(id, centihours)));

  it('hold each company once at most, and turned round the same companies', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const forth = movedParts(before, after);
        expect(new Set(forth.map(({ organisationId }) => organisationId)).size).toBe(forth.length);
        const back = movedParts(after, before).map((moved) => [moved.organisationId, moved.after, moved.before]);
        const told = forth.map((moved) => [moved.organisationId, moved.before, moved.after]);
        expect(told.toSorted()).toEqual(back.toSorted());
      }),
    );
  });

  it('are none where nothing changed', () => {
    fc.assert(
      fc.property(parts, (same) => {
        expect(movedParts(same, same)).toEqual([]);
      }),
    );
  });

  it('make up, with those that stayed, what is owed after', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const moved = movedParts(before, after);
        const sum = (all: readonly { centihours: number }[]) =>
          all.reduce((total, { centihours }) => total + centihours, 0);
        const change = moved.reduce((total, one) => total + (one.after ?? 0) - (one.before ?? 0), 0);
        expect(sum(before) + change).toBe(sum(after));
      }),
    );
  });
});
