import { builtInPolicies, inForceFromTheStart } from '../hours/policies/built-in.ts';
import { emergencyRules, emergencySource } from '../hours/policies/emergency-2020.ts';
import type { Policy } from '../hours/policy.ts';
import { adoptionOf, type PolicyDraft } from '../hours/publish.ts';
import type { Day } from '../shared/day.ts';
import type { CrisisTerms } from './crisis.ts';

/** The rules of spring 2020 for the days of another emergency. */
export const datedPolicy = 'dated';

type Days = Pick<CrisisTerms, 'from' | 'to'>;

/** Built-in policies made for days that an emergency touches; `inForce`: they judge everywhere already, nothing has to be adopted. */
export function policiesOffered({ from, to }: Days): { id: string; inForce: boolean }[] {
  return Object.values(builtInPolicies).flatMap(({ id, validFrom, validTo }) => {
    const touches = id !== 'ordinary' && (to === null || (validFrom ?? from) <= to) && (validTo ?? from) >= from;
    return touches ? [{ id, inForce: inForceFromTheStart.includes(id) }] : [];
  });
}

/**
 * What a structure publishes when an emergency begins: the built-in policies chosen, and where asked the rules of 2020 for its own
 * days. Those that judge everywhere already are left out, and so is what is not made for these days. Rule of the house: an emergency
 * is answered by one more policy, never by changing one.
 */
export function policiesToPublish(
  { policies, title, legalTitle, ...days }: Days & Pick<CrisisTerms, 'policies' | 'title' | 'legalTitle'>,
  { structureId, crisisId }: { structureId: string; crisisId: string },
): PolicyDraft[] {
  const offered = policiesOffered(days).filter(({ id, inForce }) => policies.includes(id) && !inForce);
  const adopted = offered.flatMap(({ id }) => {
    const policy = builtInPolicies[id];
    return policy ? [adoptionOf(policy, structureId)] : [];
  });
  if (!policies.includes(datedPolicy)) return adopted;
  const dated: PolicyDraft = {
    id: `crisis-${crisisId}`,
    title,
    source: `${emergencySource} ; ${legalTitle}`,
    scope: { level: 'structure', id: structureId },
    validFrom: days.from,
    validTo: days.to,
    rules: emergencyRules,
  };
  return [...adopted, dated];
}

/** The version that ends a policy with its emergency: its days stop there; null where they were over by themselves. */
export function policyEndingOn(policy: Policy, endedOn: Day): PolicyDraft | null {
  if (policy.validTo && policy.validTo <= endedOn) return null;
  const { publishedOn: _, ...draft } = policy;
  const before = policy.validFrom !== null && policy.validFrom !== undefined && policy.validFrom > endedOn;
  return before ? { ...draft, rules: [] } : { ...draft, validTo: endedOn };
}
