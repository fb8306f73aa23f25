import type { HoursDecision } from '@jonction/domain/hours/decision';
import { type HoursToJudge, judgeHours } from '@jonction/domain/hours/judge';
import type { HourLine } from '@jonction/domain/hours/line';
import type { PlacementFacts } from '@jonction/domain/hours/placement-facts';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import type { Policy, PolicyRule } from '@jonction/domain/hours/policy';
import type { Portion } from '@jonction/domain/hours/portion';

/** A placement of 2020 on contract C1, in whose window every day of the year is eligible. */
export const placement: PlacementFacts = {
  id: 'PL1',
  from: '2020-01-06',
  to: '2020-12-31',
  structure: 'S1',
  buyer: 'B1',
  contract: 'C1',
  clause: 'K5',
  territory: 'T1',
  hourBasis: 'worked',
  eligibleFrom: '2020-01-06',
  eligibleTo: '2022-01-05',
};

export function builtIn(id: string): Policy {
  const policy = builtInPolicies[id];
  if (!policy) throw new Error(`no built-in policy is called ${id}`);
  return policy;
}

export const ordinary = builtIn('ordinary');
export const emergency = builtIn('emergency-2020');

/** Seven hours of work on site on Monday 3 February 2020, unless said otherwise. */
export function line(changes: Partial<HourLine> = {}): HourLine {
  const from = changes.from ?? '2020-02-03';
  return { id: 'a', from, to: from, kind: 'worked_on_site', centihours: 700, ...changes };
}

/** Sick leave paid by the social security, with its statement: the rule of the emergency says "may". */
export function sickLine(changes: Partial<HourLine> = {}): HourLine {
  return line({
    from: '2020-04-06',
    to: '2020-04-10',
    kind: 'sick_leave',
    centihours: 3500,
    payer: 'social_security',
    evidence: ['benefit_statement'],
    ...changes,
  });
}

export function rule(changes: Partial<PolicyRule> = {}): PolicyRule {
  return { id: 'r', kinds: ['training'], outcome: 'validate', ...changes };
}

/** A policy of the contract from 2020 on, known since the first day of that year. */
export function policy(changes: Partial<Policy> = {}): Policy {
  return {
    id: 'p',
    scope: { level: 'contract', id: 'C1' },
    validFrom: '2020-01-01',
    validTo: null,
    publishedOn: '2020-01-01',
    rules: [rule()],
    ...changes,
  };
}

export function decision(changes: Partial<HoursDecision> & { accept: boolean }): HoursDecision {
  const signed = { on: '2020-05-04', by: 'F1', reason: 'statement seen' };
  if ('rule' in changes && changes.rule) {
    return { ...signed, contract: 'C1', from: '2020-04-01', to: '2020-04-30', ...changes, rule: changes.rule };
  }
  return { ...signed, line: 'a', ...changes };
}

export function judge(given: Partial<HoursToJudge & { policies: readonly Policy[] }>) {
  return judgeHours({ placement, policies: [ordinary, emergency], lines: [], knownOn: '2020-09-01', ...given });
}

/** `a 2020-04-06..2020-04-10 3500 validated emergency-2020/sick-ss decided`. */
export function told(portions: readonly Portion[]): string[] {
  return portions.map(({ line: id, from, to, centihours, status, policy: by, rule: rowId, reason }) => {
    const days = from === to ? from : `${from}..${to}`;
    const judgedBy = by === null ? 'check' : `${by}/${rowId}`;
    return [id, days, centihours, status, judgedBy, ...(reason === null ? [] : [reason])].join(' ');
  });
}

/** What became of the hours, in the words of `told`. */
export function outcomeOf(given: Parameters<typeof judge>[0]): string[] {
  return told(judge(given).portions);
}
