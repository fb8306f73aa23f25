import { cardSchema } from '@jonction/domain/positioning/card';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { closeReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
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
  refusalReason: z.enum(refusalReasons).nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  answerNote: z.string().nullable(),
  /** Sent back with an answer: one given to an old page is not taken. */
  version: z.number(),
  card: cardSchema.nullable(),
  eligibleUntil: z.string().nullable(),
  /** Without a last day: said, and never why. */
  eligibleForGood: z.boolean(),
});
export type Received = z.input<typeof receivedShape>;
