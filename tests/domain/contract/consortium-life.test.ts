import { partsOf, type Share, type ShareMode, shareModes } from '@jonction/domain/contract/consortium';
import { balanceOf, type Move } from '@jonction/domain/contract/member-balance';
import { checkPurchaser, checkSeller, paidCents, transferTotalCents } from '@jonction/domain/contract/transfer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/**
 * The life of a group, act after act, as the use cases play it: shares that follow what is invoiced and owed, hours that are validated,
 * transfers that are signed where both sides hold. Beside it a plain account: one number a member and nothing else.
 */
type Act =
  | { kind: 'work'; member: number; centihours: number }
  | { kind: 'invoice'; member: number; cents: number }
  | { kind: 'owe'; hours: number }
  | { kind: 'transfer'; seller: number; by: number; centihours: number; priceCents: number };

const size = 4;
const name = (member: number) => `m${member}`;
const member = fc.nat(size - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('work' as const), member, centihours: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ kind: fc.constant('invoice' as const), member, cents: fc.integer({ min: -500_000, max: 5_000_000 }) }),
  fc.record({ kind: fc.constant('owe' as const), hours: fc.nat(1_000) }),
  fc.record({
    ...{ kind: fc.constant('transfer' as const), seller: member, by: fc.integer({ min: 1, max: size - 1 }) },
    ...{ centihours: fc.integer({ min: 1, max: 10_000 }), priceCents: fc.nat(5_000) },
  }),
);

interface Life {
  dueCentihours: number;
  shares: Share[];
  done: number[];
  moves: (Move & { totalCents: number })[];
  refused: number;
}

function partsIn(life: Life, mode: ShareMode): number[] {
  return partsOf({ mode, dueCentihours: life.dueCentihours, leadIndex: 0, shares: life.shares });
}

function balancesIn(life: Life, mode: ShareMode) {
  return partsIn(life, mode).map((dueCentihours, index) =>
    balanceOf({ organisationId: name(index), dueCentihours, doneCentihours: life.done[index] ?? 0 }, life.moves),
  );
}

function play(life: Life, one: Act, mode: ShareMode): void {
  if (one.kind === 'work') life.done[one.member] = (life.done[one.member] ?? 0) + one.centihours;
  if (one.kind === 'owe') life.dueCentihours = 100 * one.hours;
  if (one.kind === 'invoice') {
    life.shares = life.shares.map((share, index) =>
      index === one.member ? { ...share, invoicedCents: share.invoicedCents + one.cents } : share,
    );
  }
  if (one.kind !== 'transfer') return;
  const purchaser = (one.seller + one.by) % size;
  const balances = balancesIn(life, mode);
  const [from, to] = [balances[one.seller], balances[purchaser]];
  if (!from || !to) throw new Error('no such member');
  if (!checkSeller(from, one.centihours).ok || !checkPurchaser(to, one.centihours).ok) {
    life.refused += 1;
    return;
  }
  life.moves.push({
    ...{ sellerId: name(one.seller), purchaserId: name(purchaser), centihours: one.centihours },
    totalCents: transferTotalCents(one.centihours, one.priceCents),
  });
}

const begun = (): Life => ({
  dueCentihours: 100_000,
  shares: [4000, 3000, 2000, 1000].map((shareBps) => ({ shareBps, fixedCentihours: 10 * shareBps, invoicedCents: 0 })),
  done: [0, 0, 0, 0],
  moves: [],
  refused: 0,
});
const lives = fc.record({ mode: fc.constantFrom(...shareModes), acts: fc.array(act, { maxLength: 40 }) });
const lived = ({ mode, acts }: { mode: ShareMode; acts: readonly Act[] }) => {
  const life = begun();
  for (const one of acts) play(life, one, mode);
  return life;
};
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('whatever happens in a group', () => {
  it('its parts make the obligation, before and after transfers', () => {
    fc.assert(
      fc.property(lives, (given) => {
        const life = lived(given);
        const balances = balancesIn(life, given.mode);
        expect(sum(balances.map(({ dueCentihours }) => dueCentihours))).toBe(life.dueCentihours);
        expect(sum(balances.map(({ effectiveCentihours }) => effectiveCentihours))).toBe(life.dueCentihours);
      }),
    );
  });

  it('transfers and money come to nought', () => {
    fc.assert(
      fc.property(lives, (given) => {
        const life = lived(given);
        const balances = balancesIn(life, given.mode);
        expect(sum(balances.map(({ soldCentihours, boughtCentihours }) => soldCentihours - boughtCentihours))).toBe(0);
        expect(sum(balances.map(({ organisationId }) => paidCents(organisationId, life.moves)))).toBe(0);
      }),
    );
  });

  it('no signed transfer moves the obligation, nor anybody’s part of it', () => {
    fc.assert(
      fc.property(lives, (given) => {
        const life = lived(given);
        const without = { ...life, moves: [] };
        expect(partsIn(life, given.mode)).toEqual(partsIn(without, given.mode));
      }),
    );
  });

  it('nobody ever sold more than it held, since hours are only added', () => {
    fc.assert(
      fc.property(lives, (given) => {
        for (const { heldCentihours } of balancesIn(lived(given), given.mode))
          expect(heldCentihours).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a transfer is refused exactly where a plain account of each member says so', () => {
    fc.assert(
      fc.property(lives, fc.nat(size - 1), fc.integer({ min: 1, max: 30_000 }), (given, seller, centihours) => {
        const life = lived(given);
        const held = life.moves.reduce(
          (left, { sellerId, purchaserId, centihours: moved }) =>
            left + (purchaserId === name(seller) ? moved : 0) - (sellerId === name(seller) ? moved : 0),
          life.done[seller] ?? 0,
        );
        const balance = balancesIn(life, given.mode)[seller];
        expect(balance && checkSeller(balance, centihours).ok).toBe(centihours <= held);
      }),
    );
  });

  it('a transfer and the same the other way leave every balance as it was', () => {
    fc.assert(
      fc.property(lives, fc.nat(size - 1), (given, seller) => {
        const life = lived(given);
        const before = balancesIn(life, given.mode);
        const purchaser = (seller + 1) % size;
        const centihours = Math.min(before[seller]?.heldCentihours ?? 0, before[purchaser]?.effectiveCentihours ?? 0);
        // A member that was relieved of more than it owes now, since its part shrank, is relieved of nothing more.
        fc.pre(centihours > 0 && (before[seller]?.effectiveCentihours ?? 0) >= 0);
        const there = { kind: 'transfer' as const, seller, by: 1, centihours, priceCents: 2_004 };
        const back = { ...there, seller: purchaser, by: size - 1 };
        const refusedBefore = life.refused;
        play(life, there, given.mode);
        play(life, back, given.mode);
        expect(life.refused).toBe(refusedBefore);
        const plain = (rows: typeof before) =>
          rows.map(({ effectiveCentihours, heldCentihours, leftCentihours }) => [
            ...[effectiveCentihours, heldCentihours, leftCentihours],
          ]);
        expect(plain(balancesIn(life, given.mode))).toEqual(plain(before));
      }),
    );
  });
});

describe('the story of a group', () => {
  it('goes as in the field: one that does not hire pays another, at 20,04 € an hour', () => {
    const life = begun();
    life.dueCentihours = 120_000;
    life.shares = [60_000_000, 40_000_000, 20_000_000, 0].map((invoicedCents) => ({
      ...{ shareBps: null, fixedCentihours: null, invoicedCents },
    }));
    const mode = 'invoiced';
    expect(partsIn(life, mode)).toEqual([60_000, 40_000, 20_000, 0]);
    play(life, { kind: 'transfer', seller: 0, by: 2, centihours: 20_000, priceCents: 2_004 }, mode);
    expect([life.refused, life.moves.length]).toEqual([1, 0]);
    play(life, { kind: 'work', member: 0, centihours: 75_000 }, mode);
    play(life, { kind: 'transfer', seller: 0, by: 2, centihours: 20_000, priceCents: 2_004 }, mode);
    const [first, , third] = balancesIn(life, mode);
    expect(first).toMatchObject({ effectiveCentihours: 80_000, heldCentihours: 55_000, leftCentihours: 5_000 });
    expect(third).toMatchObject({ effectiveCentihours: 0, heldCentihours: 20_000, leftCentihours: 0 });
    expect([paidCents('m0', life.moves), paidCents('m2', life.moves)]).toEqual([400_800, -400_800]);
    // The third owes nothing more: nobody can be paid for it again.
    play(life, { kind: 'transfer', seller: 0, by: 2, centihours: 1, priceCents: 2_004 }, mode);
    expect(life.refused).toBe(2);
  });
});
