import {
  levelOf,
  type MatchField,
  type MatchSide,
  matchContracts,
  matchFields,
  objectWords,
  referenceKey,
} from '@jonction/domain/published/match';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const buyers = ['21990001600011', '21990001600029', '22990002200018', null] as const;
const firms = ['99000001000019', '99000001000027', '99000002800011', '99000003600014'] as const;
const words = ['peinture', 'École', 'voirie', 'des', 'Tilleuls', 'marché', 'nettoyage', 'lot', 'vitres'] as const;

const sides: fc.Arbitrary<MatchSide> = fc.record({
  buyer: fc.constantFrom(...buyers),
  buyerName: fc.constantFrom('Ville de Montval', 'VILLE MONTVAL', 'Département du Val'),
  reference: fc.constantFrom('2024-017', '2024 017', '2024017L1', 'S-9', ''),
  holders: fc.uniqueArray(fc.constantFrom(...firms), { maxLength: 3 }),
  notifiedOn: fc.option(fc.integer({ min: 0, max: 400 }).map((days) => addDays('2023-06-01', days))),
  amountsCents: fc.array(fc.constantFrom(1, 100, 4_000_000, 4_010_000, 12_000_000), { maxLength: 2 }),
  cpv: fc.option(fc.constantFrom('45442100', '45442190', '45000000', '90911200')),
  object: fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => parts.join(' ')),
});

/** What says nothing, field by field. */
const silent: Readonly<Record<Exclude<MatchField, 'buyer'>, Partial<MatchSide>>> = {
  reference: { reference: '' },
  holder: { holders: [] },
  notified: { notifiedOn: null },
  amount: { amountsCents: [] },
  cpv: { cpv: null },
  object: { object: '' },
};
const others = matchFields.filter((field) => field !== 'buyer');

describe('the likeness of two contracts', () => {
  it('is the same from both sides', () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        expect(matchContracts(a, b)).toEqual(matchContracts(b, a));
      }),
    );
  });

  it('is a whole number from 0 to 1,000, and its level is the one of that number', () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const { confidence, level } = matchContracts(a, b);
        expect(Number.isInteger(confidence)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1000);
        expect(level).toBe(levelOf(confidence));
      }),
    );
  });

  it('is nothing for two buyers, and never more than with oneself', () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const { confidence, signs } = matchContracts(a, b);
        if (signs.buyer === 'different') expect(confidence).toBe(0);
        expect(confidence).toBeLessThanOrEqual(Math.max(matchContracts(a, a).confidence, confidence));
      }),
    );
  });

  it('with oneself says of each field that it is the same, or not said', () => {
    fc.assert(
      fc.property(sides, (one) => {
        const { signs } = matchContracts(one, one);
        for (const field of others) expect(['same', 'unknown']).toContain(signs[field]);
        expect(signs.buyer).toBe(one.buyer === null ? 'unknown' : 'same');
      }),
    );
  });

  it('calls a field unknown exactly where one of the two says nothing of it', () => {
    fc.assert(
      fc.property(sides, sides, fc.constantFrom(...others), (a, b, field) => {
        expect(matchContracts({ ...a, ...silent[field] }, b).signs[field]).toBe('unknown');
        expect(matchContracts(a, { ...b, ...silent[field] }).signs[field]).toBe('unknown');
      }),
    );
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const { signs } = matchContracts(a, b);
        const said = (one: MatchSide) => ({
          reference: referenceKey(one.reference) !== '',
          holder: one.holders.length > 0,
          notified: one.notifiedOn !== null,
          amount: one.amountsCents.some((cents) => cents > 100),
          cpv: one.cpv !== null,
          object: objectWords(one.object).size > 0,
        });
        const [ours, published] = [said(a), said(b)];
        for (const field of others) {
          expect(signs[field] === 'unknown', field).toBe(!ours[field] || !published[field]);
        }
      }),
    );
  });

  it('never grows because a field that agreed is no longer said', () => {
    fc.assert(
      fc.property(sides, sides, fc.constantFrom(...others), (a, b, field) => {
        const before = matchContracts(a, b);
        fc.pre(before.signs[field] === 'same');
        expect(matchContracts({ ...a, ...silent[field] }, b).confidence).toBeLessThanOrEqual(before.confidence);
      }),
    );
  });

  it('never falls because a field that differed comes to agree', () => {
    const agree: Readonly<Record<keyof typeof silent, (b: MatchSide) => Partial<MatchSide>>> = {
      reference: ({ reference }) => ({ reference }),
      holder: ({ holders }) => ({ holders }),
      notified: ({ notifiedOn }) => ({ notifiedOn }),
      amount: ({ amountsCents }) => ({ amountsCents }),
      cpv: ({ cpv }) => ({ cpv }),
      object: ({ object }) => ({ object }),
    };
    fc.assert(
      fc.property(sides, sides, fc.constantFrom(...others), (a, b, field) => {
        const before = matchContracts(a, b);
        fc.pre(before.signs[field] === 'different');
        expect(matchContracts({ ...a, ...agree[field](b) }, b).confidence).toBeGreaterThanOrEqual(before.confidence);
      }),
    );
  });

  it('does not depend on the order of companies and amounts, nor on one said twice', () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const turned = {
          ...a,
          holders: [...a.holders, ...a.holders].reverse(),
          amountsCents: [...a.amountsCents, ...a.amountsCents].reverse(),
        };
        expect(matchContracts(turned, b)).toEqual(matchContracts(a, b));
      }),
    );
  });

  it('does not depend on capitals, accents and the order of the words of an object', () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const shouted = { ...a, object: a.object.toUpperCase().split(' ').reverse().join(' - ') };
        expect(matchContracts(shouted, b).confidence).toBe(matchContracts(a, b).confidence);
      }),
    );
  });

  it('is no further from a nearer day', () => {
    fc.assert(
      fc.property(sides, sides, fc.nat(150), fc.nat(150), (a, b, one, other) => {
        fc.pre(b.notifiedOn !== null);
        const at = (days: number) =>
          matchContracts({ ...a, notifiedOn: addDays(b.notifiedOn ?? '', days) }, b).confidence;
        expect(at(Math.min(one, other))).toBeGreaterThanOrEqual(at(Math.max(one, other)));
      }),
    );
  });
});
