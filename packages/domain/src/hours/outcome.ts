/** Hours are validated, wait for something, or are rejected; the three always sum to what was declared. */
export const hourStatuses = ['validated', 'pending', 'rejected'] as const;

export type HourStatus = (typeof hourStatuses)[number];

/** The checks made before any rule, in their order. */
export const checkReasons = ['outside-placement', 'outside-eligibility', 'contract-inactive', 'duplicate'] as const;

export type CheckReason = (typeof checkReasons)[number];

export const ruleReasons = ['evidence-missing', 'decision-needed', 'decided', 'over-cap'] as const;

export type HourReason = CheckReason | (typeof ruleReasons)[number];

/** What became of some hours, and by which rule of which policy; both null where a check rejected them. */
export interface Outcome {
  readonly status: HourStatus;
  readonly policy: string | null;
  readonly rule: string | null;
  readonly reason: HourReason | null;
}

/** Each outcome that a rule can give. */
export interface OutcomesOfRule {
  readonly validated: Outcome;
  readonly rejected: Outcome;
  readonly evidenceMissing: Outcome;
  readonly decisionNeeded: Outcome;
  readonly accepted: Outcome;
  readonly refused: Outcome;
  readonly overCap: Outcome;
}

/**
 * Outcomes are compared a million times: within a rulebook there is one object a value, also where two
 * versions of a policy (its own scope and everybody's) hold a rule of the same id.
 */
export function outcomesOfRules(): (policy: string, rule: string) => OutcomesOfRule {
  const made = new Map<string, OutcomesOfRule>();
  return (policy, rule) => {
    const key = JSON.stringify([policy, rule]);
    const known = made.get(key);
    if (known) return known;
    const outcomes = {
      validated: outcome('validated', policy, rule, null),
      rejected: outcome('rejected', policy, rule, null),
      evidenceMissing: outcome('pending', policy, rule, 'evidence-missing'),
      decisionNeeded: outcome('pending', policy, rule, 'decision-needed'),
      accepted: outcome('validated', policy, rule, 'decided'),
      refused: outcome('rejected', policy, rule, 'decided'),
      overCap: outcome('rejected', policy, rule, 'over-cap'),
    };
    made.set(key, outcomes);
    return outcomes;
  };
}

const rejectedByCheck: Readonly<Record<CheckReason, Outcome>> = {
  'outside-placement': outcome('rejected', null, null, 'outside-placement'),
  'outside-eligibility': outcome('rejected', null, null, 'outside-eligibility'),
  'contract-inactive': outcome('rejected', null, null, 'contract-inactive'),
  duplicate: outcome('rejected', null, null, 'duplicate'),
};

export function outcomeOfCheck(reason: CheckReason): Outcome {
  return rejectedByCheck[reason];
}

function outcome(status: HourStatus, policy: string | null, rule: string | null, reason: HourReason | null): Outcome {
  return Object.freeze({ status, policy, rule, reason });
}
