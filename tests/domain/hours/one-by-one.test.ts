import { isOnLine } from '@jonction/domain/hours/decision';
import { centihoursOn, layOut } from '@jonction/domain/hours/lay-out';
import { knownEvidence } from '@jonction/domain/hours/line';
import type { Portion } from '@jonction/domain/hours/portion';
import { dayFromNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenArbitrary, policyArbitrary } from './arbitraries.ts';
import type { Given } from './oracle.ts';
import { judge } from './placed.ts';

/** The same question without what makes days depend on each other: weekly caps, and decisions on a number of hours. */
function dayByDay(given: Given): Given {
  return {
    ...given,
    policies: given.policies.map((policy) => ({
      ...policy,
      rules: policy.rules.map((rule) => ({ ...rule, creditedCapPerWeek: null })),
    })),
    decisions: (given.decisions ?? []).filter((decision) => !isOnLine(decision)),
  };
}

/** Hours by line, outcome, rule and reason, whatever the stretches that they are told in. */
function sumsOf(portions: readonly Portion[], lineOf = (id: string) => id): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { line, status, policy, rule, reason, centihours } of portions) {
    const key = [lineOf(line), status, policy, rule, reason].join(' ');
    sums.set(key, (sums.get(key) ?? 0) + centihours);
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const judged = (given: Given) => judge(given).portions;

describe('without a weekly cap, hours are judged one by one', () => {
  test('a line says the same as its days declared apart', () => {
    fc.assert(
      fc.property(givenArbitrary.map(dayByDay), (given) => {
        const apart = given.lines.flatMap((line) => {
          const layout = layOut(line);
          return layout.days.map((number, index) => {
            const day = dayFromNumber(number);
            return { ...line, id: `${line.id} ${index}`, from: day, to: day, centihours: centihoursOn(layout, index) };
          });
        });
        const together = sumsOf(judged({ ...given, lines: apart }), (id) => id.split(' ')[0] ?? '');
        expect(together).toEqual(sumsOf(judged(given)));
      }),
    );
  });

  test('a line says the same alone as among others of its placement', () => {
    fc.assert(
      fc.property(givenArbitrary.map(dayByDay), (given) => {
        const alone = given.lines.flatMap((line) => judged({ ...given, lines: [line] }));
        expect(sumsOf(alone)).toEqual(sumsOf(judged(given)));
      }),
    );
  });

  test('a wider placement and a wider window reject no hour that they did not', () => {
    fc.assert(
      fc.property(givenArbitrary.map(dayByDay), (given) => {
        const open = { from: null, to: null, eligibleFrom: null, eligibleTo: null };
        const wider = judge({ ...given, placement: { ...given.placement, ...open } });
        const before = judge(given);
        for (const status of ['validated', 'pending'] as const) {
          expect(wider.totals[status]).toBeGreaterThanOrEqual(before.totals[status]);
        }
        expect(wider.portions.filter(({ reason }) => reason?.startsWith('outside'))).toEqual([]);
      }),
    );
  });
});

describe('papers', () => {
  const withPapers = (given: Given): Given => ({
    ...given,
    lines: given.lines.map((line) => ({ ...line, evidence: [...knownEvidence] })),
  });

  test('all handed in leave nothing waiting for a paper, and take back no hour validated', () => {
    // A decision on a number of hours counts those that have their papers: with more of them it chooses other days.
    const ruled = givenArbitrary.map((given) => ({
      ...given,
      decisions: (given.decisions ?? []).filter((decision) => !isOnLine(decision)),
    }));
    fc.assert(
      fc.property(ruled, (given) => {
        const after = judge(withPapers(given));
        expect(after.portions.filter(({ reason }) => reason === 'evidence-missing')).toEqual([]);
        expect(after.totals.validated).toBeGreaterThanOrEqual(judge(given).totals.validated);
      }),
    );
  });

  test('change no rule, no cap and no check: only what waited for them moves', () => {
    const settled = (portions: readonly Portion[]) =>
      portions.filter(({ status, reason }) => status === 'rejected' && reason !== 'decided');
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        expect(sumsOf(settled(judged(withPapers(given))))).toEqual(sumsOf(settled(judged(given))));
      }),
    );
  });
});

describe('what is of somebody else', () => {
  const elsewhere = (level: 'territory' | 'structure' | 'buyer' | 'contract') => ({ level, id: 'far away' });

  test('a policy of another structure, buyer, territory or contract changes nothing', () => {
    const levels = fc.constantFrom('territory' as const, 'structure' as const, 'buyer' as const, 'contract' as const);
    fc.assert(
      fc.property(givenArbitrary, policyArbitrary, levels, (given, policy, level) => {
        const policies = [...given.policies, { ...policy, scope: elsewhere(level) }];
        expect(judge({ ...given, policies })).toEqual(judge(given));
      }),
    );
  });

  test('a decision on another contract, or on a line of nobody here, changes nothing', () => {
    const signed = { accept: true, by: 'F9', on: '2020-01-01', reason: 'other' };
    fc.assert(
      fc.property(givenArbitrary, fc.constantFrom('sick-ss', 'r', 's'), (given, rule) => {
        const foreign = [
          { ...signed, rule, contract: 'far away' },
          { ...signed, line: 'far away' },
        ];
        expect(judge({ ...given, decisions: [...(given.decisions ?? []), ...foreign] })).toEqual(judge(given));
      }),
    );
  });

  test('hours declared on the same clause are no duplicate of its own', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        const own = given.lines.map((line) => ({ ...line, receivedOn: '2019-01-01', clause: given.placement.clause }));
        expect(judge({ ...given, elsewhere: [...(given.elsewhere ?? []), ...own] })).toEqual(judge(given));
      }),
    );
  });
});
