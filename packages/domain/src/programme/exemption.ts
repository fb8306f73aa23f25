import { accepted, type Decision, refused } from '../shared/decision.ts';

/** The four ways out of the duty to set social conditions (CCP L2112-2-1 II, in its order). */
export const exemptionReasons = ['available_solution', 'no_link', 'competition', 'short_works'] as const;
export type ExemptionReason = (typeof exemptionReasons)[number];

export interface Exemption {
  reason: ExemptionReason;
  /** What the buyer writes in the file of the procedure, and must be able to show. */
  words: string;
}

/** Months below which works may do without (CCP L2112-2-1 II 4°). */
export const shortWorksMonths = 6;

export type ExemptionRefusal =
  | 'programme.exemption_only_works'
  | 'programme.exemption_too_long_works'
  | 'programme.exemption_duration_unknown';

/** Refuses the fourth way out for what is no works contract, or lasts six months and more, or so long as its duration is not known. */
export function mayExempt(
  { kind, durationMonths }: { kind: string | null; durationMonths: number | null },
  exemption: Exemption,
): Decision<Exemption, ExemptionRefusal> {
  if (exemption.reason !== 'short_works') return accepted(exemption);
  if (kind !== 'works') return refused('programme.exemption_only_works');
  if (durationMonths === null) return refused('programme.exemption_duration_unknown');
  return durationMonths < shortWorksMonths
    ? accepted(exemption)
    : refused('programme.exemption_too_long_works', { durationMonths });
}
