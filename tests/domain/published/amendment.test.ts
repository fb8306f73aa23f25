import {
  type AmendedContract,
  amendmentEffect,
  amendmentsToPropose,
  type PublishedAmendment,
} from '@jonction/domain/published/amendment';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const amendment = (key: string, changes: Partial<PublishedAmendment> = {}): PublishedAmendment => ({
  key,
  on: '2024-06-01',
  object: null,
  endsOn: null,
  months: null,
  amountCents: null,
  holders: null,
  ...changes,
});
const longer = (key: string, before: string | null, after: string) => amendment(key, { endsOn: { before, after } });
const dearer = (key: string, before: number | null, after: number) =>
  amendment(key, { amountCents: { before, after } });
const keys = (proposed: readonly PublishedAmendment[]) => proposed.map(({ key }) => key);
const nobody = new Set<string>();
const contract = { endsOn: '2025-02-28', amountCents: 12_000_000 };

describe('published amendments', () => {
  it('are proposed where they tell the contract a later end or another amount', () => {
    const all = [longer('end', '2025-02-28', '2025-08-31'), dearer('amount', 12_000_000, 13_000_000)];
    expect(keys(amendmentsToPropose(all, contract, nobody))).toEqual(['end', 'amount']);
  });

  it('are proposed on a contract of which nothing is known', () => {
    const all = [longer('end', null, '2025-08-31'), dearer('amount', null, 13_000_000)];
    expect(keys(amendmentsToPropose(all, { endsOn: null, amountCents: null }, nobody))).toEqual(['end', 'amount']);
  });

  it('are not proposed again once somebody decided, accepted or refused', () => {
    const all = [longer('a', '2025-02-28', '2025-08-31'), longer('b', '2025-08-31', '2026-02-28')];
    expect(keys(amendmentsToPropose(all, contract, new Set(['a'])))).toEqual(['b']);
    expect(amendmentsToPropose(all, contract, new Set(['a', 'b']))).toEqual([]);
  });

  it('are not proposed where somebody wrote them by hand before they were published', () => {
    const all = [longer('a', '2024-02-28', '2024-08-31'), longer('b', '2024-08-31', '2025-02-28')];
    expect(amendmentsToPropose(all, contract, nobody)).toEqual([]);
    const amounts = [dearer('c', 10_000_000, 11_000_000), dearer('d', 11_000_000, 12_000_000)];
    expect(amendmentsToPropose(amounts, contract, nobody)).toEqual([]);
  });

  it('are proposed from the one after the last that the contract knows', () => {
    const all = [
      dearer('a', 10_000_000, 11_000_000),
      dearer('b', 11_000_000, 12_000_000),
      dearer('c', 12_000_000, 13_000_000),
    ];
    expect(keys(amendmentsToPropose(all, contract, nobody))).toEqual(['c']);
  });

  it('leave alone a contract that lasts longer already', () => {
    expect(amendmentsToPropose([longer('a', '2024-06-30', '2024-12-31')], contract, nobody)).toEqual([]);
  });

  it('are proposed when they shorten', () => {
    expect(keys(amendmentsToPropose([longer('a', '2025-02-28', '2024-12-31')], contract, nobody))).toEqual(['a']);
  });

  it('are proposed when they change the companies, and not when they change nothing', () => {
    const sold = amendment('a', { holders: { before: ['Peintures Blanc'], after: ['Groupe Blanc'] } });
    expect(keys(amendmentsToPropose([sold, amendment('prices')], contract, nobody))).toEqual(['a']);
  });

  it('keep their order', () => {
    const all = ['a', 'b', 'c', 'd'].map((key, at) => longer(key, '2025-02-28', addDays('2025-03-31', at)));
    expect(keys(amendmentsToPropose(all, contract, new Set(['b'])))).toEqual(['a', 'c', 'd']);
  });
});

describe('an accepted amendment', () => {
  it('gives its end and its amount', () => {
    const both = amendment('a', {
      endsOn: { before: '2025-02-28', after: '2025-08-31' },
      amountCents: { before: 12_000_000, after: 13_000_000 },
    });
    expect(amendmentEffect(both, contract)).toEqual({ endsOn: '2025-08-31', amountCents: 13_000_000 });
  });

  it('writes nothing of what it leaves alone, nor of what the contract says already', () => {
    expect(amendmentEffect(amendment('a'), contract)).toEqual({ endsOn: null, amountCents: null });
    const known = amendment('a', {
      endsOn: { before: '2024-12-31', after: '2025-02-28' },
      amountCents: { before: 1, after: 12_000_000 },
    });
    expect(amendmentEffect(known, contract)).toEqual({ endsOn: null, amountCents: null });
  });

  it('gives an end and an amount to a contract that had none', () => {
    const both = amendment('a', {
      endsOn: { before: null, after: '2025-08-31' },
      amountCents: { before: null, after: 13_000_000 },
    });
    expect(amendmentEffect(both, { endsOn: null, amountCents: null })).toEqual({
      endsOn: '2025-08-31',
      amountCents: 13_000_000,
    });
  });
});

describe('amendments of any kind', () => {
  const day = fc.nat(600).map((days) => addDays('2024-01-01', days));
  const cents = fc.constantFrom(10_000_000, 11_000_000, 12_000_000, 13_000_000);
  const any = fc
    .array(
      fc.record({
        endsOn: fc.option(fc.record({ before: fc.option(day), after: day })),
        amountCents: fc.option(fc.record({ before: fc.option(cents), after: cents })),
      }),
      { maxLength: 5 },
    )
    .map((all) => all.map((changes, at) => amendment(String(at), changes)));
  const contracts = fc.record({ endsOn: fc.option(day), amountCents: fc.option(cents) });

  it('are proposed out of what is published, in its order, and none that was decided', () => {
    fc.assert(
      fc.property(any, contracts, fc.subarray(['0', '1', '2', '3', '4']), (all, known, decided) => {
        const proposed = amendmentsToPropose(all, known, new Set(decided));
        expect(all.filter((one) => proposed.includes(one))).toEqual(proposed);
        expect(proposed.filter(({ key }) => decided.includes(key))).toEqual([]);
      }),
    );
  });

  it('propose nothing more once the last word of each is accepted', () => {
    fc.assert(
      fc.property(any, contracts, (all, known) => {
        const after = all.reduce<AmendedContract>(
          (state, one) => ({
            endsOn: amendmentEffect(one, state).endsOn ?? state.endsOn,
            amountCents: amendmentEffect(one, state).amountCents ?? state.amountCents,
          }),
          known,
        );
        expect(amendmentsToPropose(all, after, nobody)).toEqual([]);
      }),
    );
  });

  it('tell the same effect twice as nothing the second time', () => {
    fc.assert(
      fc.property(any, contracts, (all, known) => {
        for (const one of all) {
          const first = amendmentEffect(one, known);
          const then = { endsOn: first.endsOn ?? known.endsOn, amountCents: first.amountCents ?? known.amountCents };
          expect(amendmentEffect(one, then)).toEqual({ endsOn: null, amountCents: null });
        }
      }),
    );
  });

  it('are all asked about again where nobody decided and nothing is known', () => {
    fc.assert(
      fc.property(any, (all) => {
        const proposed = amendmentsToPropose(all, { endsOn: null, amountCents: null }, nobody);
        const telling = all.filter(({ endsOn, amountCents }) => endsOn !== null || amountCents !== null);
        expect(proposed).toEqual(telling);
      }),
    );
  });
});
