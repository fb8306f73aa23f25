import { hourStatuses } from '@jonction/domain/hours/outcome';
import { mondayOf } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionArbitrary, givenArbitrary } from './arbitraries.ts';
import { type Given, oracleLayOut } from './oracle.ts';
import { judge } from './placed.ts';
import { asSet } from './portions.ts';

/** Policies whose order the rules settle: no two versions of one id and scope published on one day. */
function withoutTies(given: Given): boolean {
  const versions = given.policies.map(({ id, scope, publishedOn }) =>
    JSON.stringify([id, scope.level, scope.id ?? null, publishedOn]),
  );
  return new Set(versions).size === versions.length;
}

function cappedAt1000({ policies }: Given): Given['policies'] {
  return policies.map((policy) => ({
    ...policy,
    rules: policy.rules.map((rule) => ({ ...rule, creditedCapPerWeek: 1000 })),
  }));
}

describe('whatever is judged', () => {
  test('the statuses of a line always sum to its hours', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        const { portions } = judge(given);
        for (const { id, centihours } of given.lines) {
          const ofLine = portions.filter((portion) => portion.line === id);
          expect(ofLine.reduce((sum, portion) => sum + portion.centihours, 0)).toBe(centihours);
        }
      }),
    );
  });

  test('the totals are those of the portions, and none is of no hours', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        const { portions, totals } = judge(given);
        for (const status of hourStatuses) {
          const ofStatus = portions.filter((portion) => portion.status === status);
          expect(ofStatus.reduce((sum, portion) => sum + portion.centihours, 0)).toBe(totals[status]);
        }
        expect(portions.every((portion) => portion.centihours > 0)).toBe(true);
      }),
    );
  });

  test('each portion begins and ends on days on which its line lays hours', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        for (const portion of judge(given).portions) {
          const days = [...oracleLayOut(given.lines.find((line) => line.id === portion.line) ?? lineOfNothing).keys()];
          expect(days).toContain(portion.from);
          expect(days).toContain(portion.to);
          expect(portion.from <= portion.to).toBe(true);
        }
      }),
    );
  });

  test('reasons keep to their statuses, and names to their reasons', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        for (const { status, policy, rule, reason } of judge(given).portions) {
          const ofCheck = ['outside-placement', 'outside-eligibility', 'contract-inactive', 'duplicate'];
          expect(policy === null).toBe(reason !== null && ofCheck.includes(reason));
          expect(rule === null).toBe(policy === null);
          if (status === 'pending') expect(['evidence-missing', 'decision-needed']).toContain(reason);
          if (status === 'validated') expect([null, 'decided']).toContain(reason);
          if (policy === 'none')
            expect({ status, rule, reason }).toEqual({ status: 'rejected', rule: 'no-rule', reason: null });
        }
      }),
    );
  });

  test('judging it again gives the same answer, and changes nothing of what was given', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        const before = structuredClone(given);
        const first = judge(given);
        expect(judge(given)).toEqual(first);
        expect(given).toEqual(before);
      }),
    );
  });
});

const lineOfNothing = { from: '2020-03-09', to: '2020-03-09', centihours: 0 };

describe('what the rules do not order', () => {
  test('the order of the policies changes nothing', () => {
    const shuffled = givenArbitrary
      .filter(withoutTies)
      .chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given.policies, { minLength: given.policies.length })),
      );
    fc.assert(
      fc.property(shuffled, ([given, policies]) => {
        expect(judge({ ...given, policies })).toEqual(judge(given));
      }),
    );
  });

  test('the order of the lines changes nothing where no rule has a cap', () => {
    const uncapped = givenArbitrary.map((given) => ({
      ...given,
      policies: given.policies.map((policy) => ({
        ...policy,
        rules: policy.rules.map((rule) => ({ ...rule, creditedCapPerWeek: null })),
      })),
    }));
    const shuffled = uncapped.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given.lines, { minLength: given.lines.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, lines]) => {
        const one = judge(given);
        const other = judge({ ...given, lines });
        expect(asSet(other.portions)).toEqual(asSet(one.portions));
        expect(other.totals).toEqual(one.totals);
        expect(other.warnings).toEqual(one.warnings);
      }),
    );
  });

  test('under caps, the order of the lines never changes how many are over them', () => {
    const shuffled = givenArbitrary
      .map((given) => ({ ...given, policies: cappedAt1000(given) }))
      .chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given.lines, { minLength: given.lines.length })),
      );
    fc.assert(
      fc.property(shuffled, ([given, lines]) => {
        const overCap = (all: ReturnType<typeof judge>) =>
          all.portions.reduce((sum, portion) => sum + (portion.reason === 'over-cap' ? portion.centihours : 0), 0);
        expect(overCap(judge({ ...given, lines }))).toBe(overCap(judge(given)));
      }),
    );
  });

  test('the order of what is declared elsewhere changes nothing', () => {
    fc.assert(
      fc.property(givenArbitrary, (given) => {
        expect(judge({ ...given, elsewhere: given.elsewhere?.toReversed() })).toEqual(judge(given));
      }),
    );
  });

  test('the order of decisions made on different days changes nothing', () => {
    const apart = givenArbitrary.filter(({ decisions }) => {
      const days = (decisions ?? []).map((one) => one.on);
      return new Set(days).size === days.length;
    });
    fc.assert(
      fc.property(apart, (given) => {
        expect(judge({ ...given, decisions: given.decisions?.toReversed() })).toEqual(judge(given));
      }),
    );
  });
});

describe('a cap is never exceeded', () => {
  test('in any week, for any rule id, when all its rules have the same cap', () => {
    const sameCap = givenArbitrary.map((given) => ({
      ...given,
      policies: cappedAt1000(given),
      // Lines of one week, so that a portion belongs to a week.
      lines: given.lines.map((line) => ({ ...line, to: line.from })),
    }));
    fc.assert(
      fc.property(sameCap, (given) => {
        const credited = new Map<string, number>();
        const rejecting = new Set(
          given.policies.flatMap((policy) =>
            policy.rules.filter((rule) => rule.outcome === 'reject').map((rule) => `${policy.id}/${rule.id}`),
          ),
        );
        for (const portion of judge(given).portions) {
          const byRejection = portion.reason === null && rejecting.has(`${portion.policy}/${portion.rule}`);
          if (portion.rule === null || portion.rule === 'no-rule' || portion.reason === 'over-cap' || byRejection)
            continue;
          const week = `${portion.rule} ${mondayOf(portion.from)}`;
          credited.set(week, (credited.get(week) ?? 0) + portion.centihours);
        }
        for (const centihours of credited.values()) expect(centihours).toBeLessThanOrEqual(1000);
      }),
    );
  });
});

describe('a decision', () => {
  test('never overrides a rule that validates or rejects, a check or missing evidence', () => {
    fc.assert(
      fc.property(givenArbitrary, fc.array(decisionArbitrary, { maxLength: 6 }), (given, decisions) => {
        const settledByItself = (all: ReturnType<typeof judge>) =>
          asSet(all.portions.filter(({ reason }) => reason !== 'decided' && reason !== 'decision-needed'));
        expect(settledByItself(judge({ ...given, decisions }))).toEqual(
          settledByItself(judge({ ...given, decisions: [] })),
        );
      }),
    );
  });

  test('moves only hours that waited for one', () => {
    fc.assert(
      fc.property(givenArbitrary, fc.array(decisionArbitrary, { maxLength: 6 }), (given, decisions) => {
        const open = (all: ReturnType<typeof judge>) =>
          all.portions
            .filter(({ reason }) => reason === 'decided' || reason === 'decision-needed')
            .reduce((sum, { centihours }) => sum + centihours, 0);
        expect(open(judge({ ...given, decisions }))).toBe(open(judge({ ...given, decisions: [] })));
      }),
    );
  });

  test('on a line never accepts more than it says', () => {
    fc.assert(
      fc.property(givenArbitrary, fc.nat(5000), (given, centihours) => {
        const decisions = given.lines.map((line) => ({
          line: line.id,
          accept: true,
          centihours,
          on: '2020-03-09',
          by: 'F1',
          reason: 'x',
        }));
        const { portions } = judge({ ...given, decisions, knownOn: '2020-09-01' });
        for (const { id } of given.lines) {
          const accepted = portions
            .filter((portion) => portion.line === id && portion.status === 'validated' && portion.reason === 'decided')
            .reduce((sum, portion) => sum + portion.centihours, 0);
          expect(accepted).toBeLessThanOrEqual(centihours);
        }
      }),
    );
  });
});
