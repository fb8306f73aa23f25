import type { HoursDecision } from '@jonction/domain/hours/decision';
import type { ElsewhereLine, HourLine } from '@jonction/domain/hours/line';
import type { PlacementFacts } from '@jonction/domain/hours/placement-facts';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import type { Policy, PolicyRule } from '@jonction/domain/hours/policy';
import fc from 'fast-check';
import { contractFactsArbitrary, dayArbitrary } from '../contract/arbitraries.ts';
import type { Given } from './oracle.ts';

// Few values, so that lines, rules, scopes and decisions meet often. U+FF5E and U+1F600 tell code points from UTF-16.
const kinds = ['worked_on_site', 'telework', 'sick_leave', 'childcare_leave', 'paid_leave'] as const;
const payers = ['employer', 'social_security', 'partial_activity'] as const;
const evidence = ['employer_attestation', 'benefit_statement'] as const;
const ids = ['a', 'b', '\uff5e', '\u{1f600}'] as const;
const ruleIds = ['sick-ss', 'r', 's'] as const;

const rangeArbitrary = (longest: number): fc.Arbitrary<{ from: string; to: string }> =>
  fc.tuple(dayArbitrary(10), fc.nat(longest)).map(([from, days]) => ({
    from,
    to: new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10),
  }));

const lineWithoutId: fc.Arbitrary<Omit<HourLine, 'id'>> = fc
  .tuple(
    rangeArbitrary(25),
    fc.record({
      kind: fc.constantFrom(...kinds),
      centihours: fc.oneof(fc.nat(30), fc.nat(6000), fc.constantFrom(700, 3500, 15167)),
      payer: fc.option(fc.constantFrom(...payers), { nil: undefined }),
      evidence: fc.option(fc.subarray([...evidence]), { nil: undefined }),
      receivedOn: fc.option(dayArbitrary(), { nil: undefined }),
    }),
  )
  .map(([range, rest]) => ({ ...range, ...rest }));

export const linesArbitrary: fc.Arbitrary<HourLine[]> = fc
  .array(lineWithoutId, { minLength: 1, maxLength: 5 })
  .map((lines) => lines.map((line, index) => ({ id: `line-${index}`, ...line })));

const ruleArbitrary: fc.Arbitrary<PolicyRule> = fc.record({
  id: fc.constantFrom(...ruleIds),
  kinds: fc.subarray([...kinds], { minLength: 1 }),
  payer: fc.option(fc.constantFrom(...payers), { freq: 2 }),
  hourBasis: fc.option(fc.constantFrom('worked' as const, 'paid' as const), { freq: 2 }),
  evidence: fc.option(fc.subarray([...evidence]), { freq: 2, nil: undefined }),
  outcome: fc.constantFrom('validate' as const, 'reject' as const, 'discretion' as const, 'discretion' as const),
  creditedCapPerWeek: fc.option(fc.oneof(fc.nat(3500), fc.constantFrom(0, 700, 3500)), { nil: undefined }),
});

export const policyArbitrary: fc.Arbitrary<Policy> = fc.record({
  id: fc.constantFrom(...ids),
  scope: fc.oneof(
    fc.record({ level: fc.constant('national' as const) }),
    fc.record({
      level: fc.constantFrom('territory' as const, 'structure' as const, 'buyer' as const, 'contract' as const),
      id: fc.option(fc.constantFrom('mine', 'mine', 'other'), { nil: undefined }),
    }),
  ),
  validFrom: fc.option(dayArbitrary()),
  validTo: fc.option(dayArbitrary()),
  publishedOn: fc.oneof(dayArbitrary(), fc.constantFrom('2020-03-20', '2020-04-16')),
  rules: fc.array(ruleArbitrary, { maxLength: 3 }),
});

const signed = {
  accept: fc.boolean(),
  by: fc.constantFrom('F1', 'F2'),
  on: fc.oneof(dayArbitrary(), fc.constantFrom('2020-05-04', '2020-05-05')),
  reason: fc.constant('heard by phone'),
};

export const decisionArbitrary: fc.Arbitrary<HoursDecision> = fc.oneof(
  fc.record({
    ...signed,
    line: fc.constantFrom('line-0', 'line-1', 'line-2'),
    centihours: fc.option(fc.oneof(fc.nat(4000), fc.constant(0)), { nil: undefined }),
  }),
  fc.record({
    ...signed,
    rule: fc.constantFrom(...ruleIds, 'childcare-ss'),
    contract: fc.constantFrom('mine', 'mine', 'other'),
    from: fc.option(dayArbitrary()),
    to: fc.option(dayArbitrary()),
  }),
);

const elsewhereArbitrary: fc.Arbitrary<ElsewhereLine> = fc
  .tuple(lineWithoutId, fc.constantFrom(...ids))
  .map(([{ from, to, kind, centihours, receivedOn }, clause]) => ({ from, to, kind, centihours, receivedOn, clause }));

export const placementArbitrary: fc.Arbitrary<PlacementFacts> = fc.record({
  id: fc.constant('PL1'),
  from: fc.option(dayArbitrary(2), { freq: 1 }),
  to: fc.option(fc.constantFrom('2020-04-24', '2020-05-11', '2020-12-31'), { freq: 1 }),
  structure: fc.constant('mine'),
  buyer: fc.constant('mine'),
  contract: fc.constant('mine'),
  clause: fc.constantFrom('b', '\uff5e'),
  territory: fc.option(fc.constant('mine'), { nil: undefined }),
  hourBasis: fc.constantFrom('worked' as const, 'paid' as const),
  eligibleFrom: fc.option(dayArbitrary(2), { freq: 1 }),
  eligibleTo: fc.option(fc.constantFrom('2020-04-28', '2020-05-20', '2022-01-05'), { freq: 1 }),
});

const builtIns = Object.values(builtInPolicies);

export const policiesArbitrary: fc.Arbitrary<Policy[]> = fc
  .tuple(fc.subarray(builtIns), fc.array(policyArbitrary, { maxLength: 6 }))
  .chain(([shipped, own]) => fc.shuffledSubarray([...shipped, ...own], { minLength: shipped.length + own.length }));

/** Everything that judging a placement may be given. */
export const givenArbitrary: fc.Arbitrary<Given> = fc.record({
  placement: placementArbitrary,
  policies: policiesArbitrary,
  lines: linesArbitrary,
  decisions: fc.array(decisionArbitrary, { maxLength: 5 }),
  elsewhere: fc.option(fc.array(elsewhereArbitrary, { maxLength: 3 }), { freq: 2, nil: undefined }),
  contractEvents: fc.option(contractFactsArbitrary, { freq: 1, nil: undefined }),
  knownOn: fc.oneof(dayArbitrary(), fc.constantFrom('2020-09-01', '2020-05-05'), fc.constant('2020-09-01')),
});
