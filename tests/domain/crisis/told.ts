import { type CrisisContract, measuresFor } from '@jonction/domain/crisis/measure-rule';
import type { CrisisMeasure } from '@jonction/domain/crisis/regime';

/** What the rule answers for one contract and one measure, in one line: why not, or what changes. */
export function told(
  contract: CrisisContract,
  measure: CrisisMeasure,
  crisis: Parameters<typeof measuresFor>[1],
  today: string,
): string {
  const verdict = measuresFor(contract, crisis, today).find((one) => one.measure === measure);
  if (!verdict) return 'not in the text';
  if (!verdict.may) return verdict.why;
  const { effect } = verdict;
  if (effect.kind === 'told') return 'told';
  if (effect.kind === 'exempt') return `no penalty from ${effect.from} to ${effect.to}`;
  return `${effect.type} on ${effect.on} to ${effect.endsOn}`;
}
