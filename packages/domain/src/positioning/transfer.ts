import { z } from 'zod';
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

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text));
const email = (code: string) =>
  z
    .string({ error: code })
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: code }));

export const askTransferInput = z.object({
  positioningId: z.uuid(),
  /** The other company, as whoever asks calls it. */
  companyName: z
    .string({ error: 'positioning.transfer_company' })
    .trim()
    .min(2, { error: 'positioning.transfer_company' })
    .max(200),
  contactName: line(200),
  contactEmail: line(200).pipe(z.email({ error: 'positioning.recipient_email' }).nullable()),
  why: z.enum(transferWhys, { error: 'positioning.transfer_why' }),
  note: line(1000),
});
export type AskTransferInput = z.infer<typeof askTransferInput>;

export const agreeTransferInput = z.object({
  transferId: z.uuid(),
  /** The company of the register that is meant. */
  employerId: z.uuid({ error: 'positioning.employer_not_found' }),
  recipientEmail: email('positioning.recipient_email'),
  recipientName: line(200),
  message: line(2000),
  /** She was asked about this very company: her general consent is not hers for it. */
  personAgrees: z.literal(true, { error: 'positioning.transfer_person' }),
});
export type AgreeTransferInput = z.infer<typeof agreeTransferInput>;

export const declineTransferInput = z.object({
  transferId: z.uuid(),
  reason: z.enum(declineReasons, { error: 'positioning.reason_missing' }),
});

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
