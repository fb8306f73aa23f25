import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { PositioningActor, PositioningStatus } from './lifecycle.ts';

/**
 * A company to which a CV was sent may ask that it go on to another one: its subcontractor, another agency. It only asks. A person
 * agreed that the team show her CV to companies that the team chooses, and may have ruled some out: a company cannot hand on what was
 * shown to it. So the company names the other one in its own words and reads nothing of the register; the team finds out who that is,
 * speaks with the person, and passes the CV on or not. Passed on, it is a new sending, with its own link, letter and answer, under the
 * same checks as every sending; the first row ends for that reason and its CV is no longer shown (rule of the house).
 */
export const transferWhys = ['subcontractor', 'other_agency', 'other_site', 'other_company'] as const;
export type TransferWhy = (typeof transferWhys)[number];

export const transferStatuses = ['asked', 'agreed', 'declined'] as const;
export type TransferStatus = (typeof transferStatuses)[number];

/** Why the team does not pass it on. The company is told that it is not, and never which of these. */
export const declineReasons = ['person_declined', 'not_suitable', 'other_plan', 'unknown_company'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Statuses in which a company has the CV before it and nothing is decided. */
const passable: readonly PositioningStatus[] = ['sent', 'seen', 'interview', 'meeting_set'];
const askers: readonly PositioningActor[] = ['facilitator', 'employer', 'link'];

/** Whether a CV may be asked for on behalf of another company. One question at a time. */
export function askTransfer(
  { status, pending }: { status: PositioningStatus; pending: boolean },
  by: PositioningActor,
): Decision<true, 'positioning.withdrawn' | 'positioning.act_not_allowed' | 'positioning.transfer_pending'> {
  if (status === 'withdrawn') return refused('positioning.withdrawn');
  if (!passable.includes(status) || !askers.includes(by)) return refused('positioning.act_not_allowed', { status });
  return pending ? refused('positioning.transfer_pending') : accepted(true);
}

/** Whether the team may still decide, and to which company. What her consent covers is asked apart, as for each sending. */
export function decideTransfer(
  transfer: { status: TransferStatus; fromEmployerId: string; positioning: PositioningStatus },
  toEmployerId: string | null,
): Decision<
  true,
  'positioning.transfer_decided' | 'positioning.transfer_same' | 'positioning.withdrawn' | 'positioning.act_not_allowed'
> {
  if (transfer.status !== 'asked') return refused('positioning.transfer_decided');
  if (toEmployerId === null) return accepted(true);
  if (toEmployerId === transfer.fromEmployerId) return refused('positioning.transfer_same');
  if (transfer.positioning === 'withdrawn') return refused('positioning.withdrawn');
  return passable.includes(transfer.positioning)
    ? accepted(true)
    : refused('positioning.act_not_allowed', { status: transfer.positioning });
}
