import { cardSchema } from '@jonction/domain/positioning/card';
import { interviewOutcomes } from '@jonction/domain/positioning/interview-outcome';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { closeReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
import { declineReasons, transferStatuses, transferWhys } from '@jonction/domain/positioning/transfer';
import { z } from 'zod';

export const instant = z.date().transform((date) => date.toISOString());

/** What a company sees of one person. `card` is null once withdrawn: the page says so, and never why. */
export const receivedShape = z.object({
  positioningId: z.string(),
  status: z.enum(positioningStatuses),
  offerTitle: z.string().nullable(),
  contractObject: z.string().nullable(),
  sentAt: instant.nullable(),
  interviewAt: instant.nullable(),
  /** What became of the meeting, once somebody said. */
  outcome: z.enum(interviewOutcomes).nullable(),
  refusalReason: z.enum(refusalReasons).nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  answerNote: z.string().nullable(),
  /** What became of its question to pass the CV on; null when it asked nothing. */
  transfer: z.enum(transferStatuses).nullable(),
  /** Sent back with an answer: one given to an old page is not taken. */
  version: z.number(),
  card: cardSchema.nullable(),
  eligibleUntil: z.string().nullable(),
  /** Without a last day: said, and never why. */
  eligibleForGood: z.boolean(),
});
export type Received = z.input<typeof receivedShape>;

/** A question to pass a CV on, and what the team decided. Days are those of Paris. */
export const transferShape = z.object({
  id: z.string(),
  status: z.enum(transferStatuses),
  companyName: z.string(),
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
  why: z.enum(transferWhys),
  note: z.string().nullable(),
  askedBy: z.enum(['facilitator', 'employer', 'link']),
  askedOn: z.string(),
  decidedOn: z.string().nullable(),
  decidedByName: z.string().nullable(),
  declineReason: z.enum(declineReasons).nullable(),
  fromPositioningId: z.string(),
  fromEmployerName: z.string(),
  toPositioningId: z.string().nullable(),
  toEmployerName: z.string().nullable(),
});
