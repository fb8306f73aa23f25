import type { Policy } from '@jonction/domain/hours/policy';

/** A version as screens read it: what it leaves out is said. */
export function shown(policy: Policy) {
  return {
    ...policy,
    title: policy.title ?? policy.id,
    source: policy.source ?? '',
    note: policy.note ?? null,
    scope: { level: policy.scope.level, id: policy.scope.id ?? null },
    validFrom: policy.validFrom ?? null,
    validTo: policy.validTo ?? null,
  };
}
