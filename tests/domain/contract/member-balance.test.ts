import { balanceOf, type Move } from '@jonction/domain/contract/member-balance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const move = (sellerId: string, purchaserId: string, centihours: number): Move => ({
  sellerId,
  purchaserId,
  centihours,
});
const member = (organisationId: string, dueCentihours: number, doneCentihours: number) => ({
  ...{ organisationId, dueCentihours, doneCentihours },
});

describe('the balance of a member', () => {
  it('without transfers is its part, what is done and what is left', () => {
    expect(balanceOf(member('a', 20_000, 5_000), [])).toEqual({
      ...{ organisationId: 'a', dueCentihours: 20_000, doneCentihours: 5_000, soldCentihours: 0, boughtCentihours: 0 },
      ...{ effectiveCentihours: 20_000, heldCentihours: 5_000, leftCentihours: 15_000 },
    });
  });

  it('of whoever takes hours over owes them too, and holds them no more', () => {
    expect(balanceOf(member('a', 10_000, 18_000), [move('a', 'b', 6_000)])).toMatchObject({
      ...{ soldCentihours: 6_000, boughtCentihours: 0, effectiveCentihours: 16_000 },
      ...{ heldCentihours: 12_000, leftCentihours: 0 },
    });
  });

  it('of whoever pays owes them no more, and holds them', () => {
    expect(balanceOf(member('b', 10_000, 0), [move('a', 'b', 6_000)])).toMatchObject({
      ...{ soldCentihours: 0, boughtCentihours: 6_000, effectiveCentihours: 4_000 },
      ...{ heldCentihours: 6_000, leftCentihours: 4_000 },
    });
  });

  it('does not look at what others transfer between them', () => {
    const moves = [move('b', 'c', 1_000), move('c', 'b', 300)];
    expect(balanceOf(member('a', 10_000, 2_000), moves)).toEqual(balanceOf(member('a', 10_000, 2_000), []));
  });

  it('adds up several transfers, both ways', () => {
    const moves = [move('a', 'b', 1_000), move('a', 'c', 500), move('b', 'a', 200), move('a', 'b', 25)];
    expect(balanceOf(member('a', 10_000, 4_000), moves)).toMatchObject({
      ...{ soldCentihours: 1_525, boughtCentihours: 200, effectiveCentihours: 11_325, heldCentihours: 2_675 },
      leftCentihours: 7_325,
    });
  });

  it('comes back to what it was by a transfer the other way', () => {
    const moves = [move('a', 'b', 1_234), move('b', 'a', 1_234)];
    const { effectiveCentihours, heldCentihours, leftCentihours } = balanceOf(member('a', 10_000, 4_000), moves);
    expect([effectiveCentihours, heldCentihours, leftCentihours]).toEqual([10_000, 4_000, 6_000]);
  });

  it('is never left with less than nothing to do, however much was done', () => {
    expect(balanceOf(member('a', 10_000, 30_000), []).leftCentihours).toBe(0);
    expect(balanceOf(member('a', 0, 0), []).leftCentihours).toBe(0);
  });

  it('says below nought what is no more there: hours refused after they were sold, a part that shrank after it was paid for', () => {
    expect(balanceOf(member('a', 0, 1_000), [move('a', 'b', 4_000)])).toMatchObject({
      ...{ heldCentihours: -3_000, effectiveCentihours: 4_000, leftCentihours: 3_000 },
    });
    expect(balanceOf(member('b', 1_000, 0), [move('a', 'b', 4_000)])).toMatchObject({
      ...{ effectiveCentihours: -3_000, leftCentihours: 0 },
    });
  });
});

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const group = fc.array(fc.record({ due: fc.nat(10_000_000), done: fc.nat(10_000_000) }), {
  minLength: 2,
  maxLength: 5,
});
const anyMoves = (size: number) =>
  fc.array(
    fc
      .record({
        seller: fc.nat(size - 1),
        by: fc.integer({ min: 1, max: size - 1 }),
        centihours: fc.integer({ min: 1, max: 1_000_000 }),
      })
      .map(({ seller, by, centihours }) => move(names[seller] ?? 'a', names[(seller + by) % size] ?? 'b', centihours)),
    { maxLength: 12 },
  );
const groupWithMoves = group.chain((members) =>
  fc.record({ members: fc.constant(members), moves: anyMoves(members.length) }),
);
const balances = ({ members, moves }: { members: { due: number; done: number }[]; moves: Move[] }) =>
  members.map(({ due, done }, index) => balanceOf(member(names[index] ?? 'a', due, done), moves));
const total = (
  rows: readonly ReturnType<typeof balanceOf>[],
  of: keyof Omit<ReturnType<typeof balanceOf>, 'organisationId'>,
) => rows.reduce((sum, row) => sum + row[of], 0);

describe('over a group', () => {
  it('what is sold is what is bought: transfers come to nought', () => {
    fc.assert(
      fc.property(groupWithMoves, (given) => {
        const rows = balances(given);
        expect(total(rows, 'soldCentihours') - total(rows, 'boughtCentihours')).toBe(0);
      }),
    );
  });

  it('what is owed after all transfers is the obligation, untouched', () => {
    fc.assert(
      fc.property(groupWithMoves, (given) => {
        const rows = balances(given);
        expect(total(rows, 'effectiveCentihours')).toBe(given.members.reduce((sum, { due }) => sum + due, 0));
        expect(rows.map(({ dueCentihours }) => dueCentihours)).toEqual(given.members.map(({ due }) => due));
      }),
    );
  });

  it('what is held is what is done: a transfer makes no hour', () => {
    fc.assert(
      fc.property(groupWithMoves, (given) => {
        expect(total(balances(given), 'heldCentihours')).toBe(given.members.reduce((sum, { done }) => sum + done, 0));
      }),
    );
  });

  it('what is left is never less than the obligation without what is done', () => {
    fc.assert(
      fc.property(groupWithMoves, (given) => {
        const left = given.members.reduce((sum, { due, done }) => sum + due - done, 0);
        expect(total(balances(given), 'leftCentihours')).toBeGreaterThanOrEqual(left);
      }),
    );
  });

  it('the order of transfers changes nothing', () => {
    fc.assert(
      fc.property(groupWithMoves, ({ members, moves }) => {
        expect(balances({ members, moves: moves.toReversed() })).toEqual(balances({ members, moves }));
      }),
    );
  });

  it('two transfers between the same two are one of their sum', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(100_000), (first, second, due) => {
        const apart = balanceOf(member('a', due, 0), [move('a', 'b', first), move('a', 'b', second)]);
        expect(apart).toEqual(balanceOf(member('a', due, 0), [move('a', 'b', first + second)]));
      }),
    );
  });
});
