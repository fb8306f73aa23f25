import { type ContractFact, contractFactSchema } from '@jonction/domain/contract/event';
import { type FoldedStatus, foldStatus, type StatusQuestion } from '@jonction/domain/contract/status';
import { hoursDecisionSchema } from '@jonction/domain/hours/decision';
import { type HoursToJudge, type Judgement, judgeHours } from '@jonction/domain/hours/judge';
import { elsewhereLineSchema, hourLineSchema } from '@jonction/domain/hours/line';
import { placementFactsSchema } from '@jonction/domain/hours/placement-facts';
import { type Policy, policySchema } from '@jonction/domain/hours/policy';
import { describe, expect, test } from 'vitest';
import { builtIn } from '../domain/hours/placed.ts';
import { asSet } from '../domain/hours/portions.ts';
import { casesOf } from './cases.ts';

/** What an outside program would send: each part must have the shape that the product takes. */
function received(given: HoursToJudge & { policies: (string | Policy)[] }) {
  const events = (facts: readonly ContractFact[]) => facts.map((fact) => contractFactSchema.parse(fact));
  return {
    placement: placementFactsSchema.parse(given.placement),
    policies: given.policies.map((one) => (typeof one === 'string' ? builtIn(one) : policySchema.parse(one))),
    lines: given.lines.map((line) => hourLineSchema.parse(line)),
    decisions: given.decisions?.map((decision) => hoursDecisionSchema.parse(decision)),
    elsewhere: given.elsewhere?.map((line) => elsewhereLineSchema.parse(line)),
    contractEvents: given.contractEvents && events(given.contractEvents),
    knownOn: given.knownOn,
  };
}

describe('worked cases of hours', () => {
  const cases = casesOf<HoursToJudge & { policies: (string | Policy)[] }, Judgement>('hours');
  test.for(cases)('$file $id $title', ({ given, expect: expected }) => {
    const { portions, ...rest } = judgeHours(received(given));
    expect({ ...rest, portions: asSet(portions) }).toEqual({ ...expected, portions: asSet(expected.portions) });
  });
});

describe('worked cases of contract statuses', () => {
  test.for(casesOf<StatusQuestion, FoldedStatus>('contract_status'))(
    '$file $id $title',
    ({ given, expect: expected }) => {
      expect(foldStatus({ ...given, events: given.events.map((fact) => contractFactSchema.parse(fact)) })).toEqual(
        expected,
      );
    },
  );
});
