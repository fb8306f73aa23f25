import { contractFactSchema } from '@jonction/domain/contract/event';
import { hoursDecisionSchema } from '@jonction/domain/hours/decision';
import { judgeHours } from '@jonction/domain/hours/judge';
import { elsewhereLineSchema, enterLine, hourLineSchema } from '@jonction/domain/hours/line';
import { placementFactsSchema } from '@jonction/domain/hours/placement-facts';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { type Policy, policySchema } from '@jonction/domain/hours/policy';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';

const hoursCaseSchema = z.object({
  placement: placementFactsSchema,
  /** Ids of built-in policies, or whole policies. */
  policies: z.array(z.union([z.string(), policySchema])),
  lines: z.array(hourLineSchema),
  decisions: z.array(hoursDecisionSchema).nullish(),
  elsewhere: z.array(elsewhereLineSchema).nullish(),
  /** Absent: the contract's status is not checked. */
  contractEvents: z.array(contractFactSchema).nullish(),
  knownOn: daySchema,
});

/** Judges the hours of a worked case. A line that may not be entered is refused, as it is at entry. */
export function judgeCase(given: unknown): ReturnType<typeof judgeHours> {
  const { policies, ...rest } = hoursCaseSchema.parse(given);
  for (const line of rest.lines) {
    const entered = enterLine(line);
    if (!entered.ok) throw new Error(`line ${line.id} refused: ${entered.refusal.code}`);
  }
  return judgeHours({ ...rest, policies: policies.map(policyOf) });
}

function policyOf(policy: string | Policy): Policy {
  if (typeof policy !== 'string') return policy;
  const builtIn = Object.hasOwn(builtInPolicies, policy) ? builtInPolicies[policy] : undefined;
  if (!builtIn) throw new Error(`unknown built-in policy: ${policy}`);
  return builtIn;
}
