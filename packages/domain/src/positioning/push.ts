import { z } from 'zod';

/** A company reads at most this many CVs at once: more is a flood, fewer answers come back (rule of the house). */
export const mostCvsPerPush = 12;

/**
 * CVs pushed to a company, for an offer or without one. `idempotencyKey` is drawn with the form: pressing twice, or
 * sending again after a cut, is the same push.
 */
export const pushInput = z
  .object({
    offerId: z.uuid().nullable().default(null),
    employerId: z.uuid().nullable().default(null),
    participantIds: z
      .array(z.uuid())
      .min(1, { error: 'positioning.nobody_chosen' })
      .max(mostCvsPerPush, { error: 'positioning.too_many' }),
    recipientEmail: z
      .string({ error: 'positioning.recipient_email' })
      .trim()
      .toLowerCase()
      .pipe(z.email({ error: 'positioning.recipient_email' })),
    recipientName: z.string().trim().max(200).nullable().default(null),
    message: z.string().trim().max(2000).nullable().default(null),
    /** Why a sending leaves without anybody whom nobody puts forward, where its size asks for some. */
    roundReason: z.string().trim().min(3, { error: 'matching.reason_needed' }).max(500).nullable().default(null),
    idempotencyKey: z.string().min(8).max(80),
  })
  .refine(({ offerId, employerId }) => (offerId === null) !== (employerId === null), {
    error: 'positioning.offer_or_employer',
    path: ['employerId'],
  });
export type PushInput = z.infer<typeof pushInput>;

/** Why a person cannot be pushed now, as the facilitator reads it. */
export const pushObstacles = ['no_consent', 'not_available', 'opted_out', 'already', 'no_cv'] as const;
export type PushObstacle = (typeof pushObstacles)[number];

/** Days a company's link lives; a new push brings a new one. */
export const linkLifeDays = 30;
