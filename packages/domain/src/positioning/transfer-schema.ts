import { z } from 'zod';
import { declineReasons, transferWhys } from './transfer.ts';

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
