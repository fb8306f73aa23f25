import type { PenaltyTerms } from '../contract/clause.ts';
import { type DatedSmic, smicRates } from '../reference/smic.ts';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { Exemption } from './exempt.ts';
import { type PenaltyInput, type PenaltyProposal, proposePenalty } from './penalty.ts';

/** What the penalty of a clause is counted from. */
export interface PenaltyQuestion {
  terms: PenaltyTerms | null;
  dueHours: number;
  validatedCentihours: number;
  /** The day of the formal notice for a proof or a report that is late, and the day it came or today; null: nothing is late. */
  late: { noticeOn: Day; untilOn: Day } | null;
  exemptions: readonly Exemption[];
  /** Only picks the SMIC. */
  day: Day;
  /** Amount HT of the lot, else of the contract: what a cap is a share of. */
  baseCents: number | null;
}

export interface CalculatedPenalty {
  terms: PenaltyTerms;
  input: PenaltyInput;
  proposal: PenaltyProposal;
}

export type PenaltyRefusal =
  | 'penalty.no_terms'
  | 'penalty.no_cap_base'
  | 'penalty.notice_reversed'
  | 'penalty.nothing_missing'
  | 'penalty.no_smic';

/** The penalty that a clause's terms propose for hours missing and days late. Validated hours alone count as done. */
export function calculatePenalty(
  question: PenaltyQuestion,
  smic: readonly DatedSmic[] = smicRates,
): Decision<CalculatedPenalty, PenaltyRefusal> {
  const { terms, late, baseCents } = question;
  if (!terms || (terms.perHour === null && terms.perDayCents === null)) return refused('penalty.no_terms');
  if (terms.capBps !== null && baseCents === null) return refused('penalty.no_cap_base');
  if (late && late.untilOn < late.noticeOn) return refused('penalty.notice_reversed', late);
  const input: PenaltyInput = {
    missingCentihours: Math.max(0, question.dueHours * 100 - question.validatedCentihours),
    perHour: terms.perHour,
    smic: terms.perHour?.basis === 'smic_multiple' ? smic.map(({ from, cents }) => ({ from, cents })) : null,
    perDay: late && terms.perDayCents !== null ? { ...late, cents: terms.perDayCents } : null,
    exempt: question.exemptions.map(({ from, to }) => ({ from, to })),
    day: question.day,
    cap: terms.capBps === null || baseCents === null ? null : { bps: terms.capBps, baseCents },
  };
  const proposal = proposePenalty(input);
  if (!proposal.ok) return proposal;
  if (proposal.value.hoursCents + proposal.value.daysCents === 0) return refused('penalty.nothing_missing');
  return accepted({ terms, input, proposal: proposal.value });
}
