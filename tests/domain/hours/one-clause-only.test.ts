import type { ElsewhereLine } from '@jonction/domain/hours/line';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, daysFromTo, dealtOut } from './calendar.ts';
import { judge, placement } from './placed.ts';

/** Hours of one person on one clause, as both the clause's own line and what the others see of it. */
interface Claim {
  clause: string;
  from: string;
  to: string;
  centihours: number;
  receivedOn: string | undefined;
}

const knownOn = '2020-09-01';
const day = fc.nat(40).map((count) => dayAfter('2020-04-27', count));

const claimsArbitrary = fc
  .uniqueArray(fc.constantFrom('K1', 'K10', 'K2', 'k1', 'é', 'Z'), { minLength: 2, maxLength: 5 })
  .chain((clauses) =>
    fc.tuple(
      ...clauses.map((clause) =>
        fc
          .record({
            from: day,
            length: fc.nat(9),
            centihours: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 100, max: 7000 })),
            receivedOn: fc.option(fc.constantFrom('2020-06-01', '2020-06-02', knownOn), { nil: undefined }),
          })
          .map(
            ({ from, length, centihours, receivedOn }): Claim => ({
              clause,
              from,
              to: dayAfter(from, length),
              centihours,
              receivedOn,
            }),
          ),
      ),
    ),
  );

/** The days of a claim, by what became of them when its own clause is judged with the others elsewhere. */
function daysOf(claim: Claim, others: readonly Claim[]): { kept: Set<string>; lost: Set<string> } {
  const elsewhere: ElsewhereLine[] = others.map((other) => ({ ...other, kind: 'worked_on_site' }));
  const { clause, ...hours } = claim;
  const { portions } = judge({
    placement: { ...placement, clause },
    lines: [{ id: clause, kind: 'worked_on_site', ...hours }],
    elsewhere,
    knownOn,
  });
  const laid = dealtOut(claim);
  const kept = new Set<string>();
  const lost = new Set<string>();
  for (const { from, to, reason } of portions) {
    for (const each of daysFromTo(from, to)) {
      if (laid.has(each)) (reason === 'duplicate' ? lost : kept).add(each);
    }
  }
  return { kept, lost };
}

function isBefore(one: Claim, other: Claim): boolean {
  const [left, right] = [one.receivedOn ?? knownOn, other.receivedOn ?? knownOn];
  return left === right ? one.clause < other.clause : left < right;
}

describe('a day declared on several clauses, each judged on its own', () => {
  test('counts on the clause that came first of all, and on no other', () => {
    fc.assert(
      fc.property(claimsArbitrary, (claims) => {
        for (const claim of claims) {
          const others = claims.filter(({ clause }) => clause !== claim.clause);
          const { kept, lost } = daysOf(claim, others);
          for (const each of dealtOut(claim).keys()) {
            const beaten = others.some((other) => dealtOut(other).has(each) && isBefore(other, claim));
            expect([each, kept.has(each), lost.has(each)]).toEqual([each, !beaten, beaten]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is never lost to all of them, nor kept by two', () => {
    fc.assert(
      fc.property(claimsArbitrary, (claims) => {
        const keepers = new Map<string, number>();
        for (const claim of claims) {
          const others = claims.filter(({ clause }) => clause !== claim.clause);
          for (const each of daysOf(claim, others).kept) keepers.set(each, (keepers.get(each) ?? 0) + 1);
        }
        const declared = new Set(claims.flatMap((claim) => [...dealtOut(claim).keys()]));
        expect([...declared].filter((each) => keepers.get(each) !== 1)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('of two clauses received the same day stays with the smaller id, from whichever side it is judged', () => {
    const one: Claim = {
      clause: 'K10',
      from: '2020-05-11',
      to: '2020-05-13',
      centihours: 2100,
      receivedOn: '2020-06-01',
    };
    const other: Claim = { ...one, clause: 'K2', from: '2020-05-13', to: '2020-05-14', centihours: 1400 };
    expect(daysOf(one, [other])).toEqual({
      kept: new Set(['2020-05-11', '2020-05-12', '2020-05-13']),
      lost: new Set(),
    });
    expect(daysOf(other, [one])).toEqual({ kept: new Set(['2020-05-14']), lost: new Set(['2020-05-13']) });
  });

  test('takes nothing from a claim whose hundredths ran out before the day', () => {
    const thin: Claim = { clause: 'K1', from: '2020-05-11', to: '2020-05-15', centihours: 2, receivedOn: '2020-06-01' };
    const late: Claim = {
      clause: 'K2',
      from: '2020-05-12',
      to: '2020-05-14',
      centihours: 2100,
      receivedOn: '2020-06-02',
    };
    expect(daysOf(late, [thin])).toEqual({
      kept: new Set(['2020-05-13', '2020-05-14']),
      lost: new Set(['2020-05-12']),
    });
  });
});
