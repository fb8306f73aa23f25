import { z } from 'zod';
import type { ContractFact } from '../contract/event.ts';
import type { ContractStatus } from '../contract/lifecycle.ts';
import { stepsOf } from '../contract/status.ts';
import { addDays, type Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { ordonnance2020Window } from './penalty.ts';

/** Why days count for no penalty: nobody works, a service order suspends, the emergency of 2020, or one that the team declared. */
export const exemptReasons = ['stopped', 'suspended', 'emergency', 'declared'] as const;
export type ExemptReason = (typeof exemptReasons)[number];

export const exemptionSchema = z.object({
  reason: z.enum(exemptReasons),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
});
export type Exemption = z.infer<typeof exemptionSchema>;

const reasonOf: Partial<Record<ContractStatus, ExemptReason>> = {
  stopped: 'stopped',
  suspended: 'suspended',
  clause_suspended: 'suspended',
};

interface ExemptionQuestion {
  knownOn: Day;
  runsFrom: Day | null;
  runsTo: Day | null;
  /** The days that emergencies declared by the team take out for this contract. */
  emergencies?: readonly { from: Day; to: Day | null }[];
  /** Somebody said, contract by contract, what the ordonnance 2020-319 is necessary for: its window is no more a matter of course. */
  ordonnanceSettled?: boolean;
}

/**
 * The days of a contract that no penalty counts, as known on a day: from each stop or suspension to the day before it ends, those of
 * the emergencies declared for it, and the window of the ordonnance 2020-319 (art. 6, 2° a) where the contract ran in it and nobody
 * said otherwise. Ranges come in order and may overlap.
 */
export function exemptionsOf(
  events: readonly ContractFact[],
  { knownOn, runsFrom, runsTo, emergencies = [], ordonnanceSettled = false }: ExemptionQuestion,
): Exemption[] {
  const found: Exemption[] = [];
  let open: Exemption | null = null;
  for (const { fact, accepted, after } of stepsOf(events, knownOn)) {
    if (!accepted) continue;
    const reason = reasonOf[after] ?? null;
    if (open !== null && open.reason === reason) continue;
    if (open !== null) open.to = addDays(fact.on, -1);
    open = reason === null ? null : { reason, from: fact.on, to: null };
    if (open !== null) found.push(open);
  }
  found.push(...emergencies.map(({ from, to }) => ({ reason: 'declared' as const, from, to })));
  const { from, to } = ordonnance2020Window;
  if (
    !ordonnanceSettled &&
    from &&
    to &&
    (runsFrom === null || runsFrom <= to) &&
    (runsTo === null || runsTo >= from)
  ) {
    found.push({ reason: 'emergency', from, to });
  }
  // A stop that ended the day it began leaves no day.
  return found
    .filter((range) => range.from === null || range.to === null || range.from <= range.to)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}
