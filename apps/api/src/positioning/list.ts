import { listPositionings } from '@jonction/db/positioning/queries';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { closeReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
import { funnelSteps } from '@jonction/domain/positioning/stopwatch';
import { isToPass } from '@jonction/domain/positioning/to-pass';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { instant } from './shapes.ts';

export const positioningRowShape = z.object({
  id: z.string(),
  participantId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  employerId: z.string(),
  employerName: z.string(),
  offerId: z.string().nullable(),
  offerTitle: z.string().nullable(),
  pushId: z.string().nullable(),
  status: z.enum(positioningStatuses),
  interviewAt: instant.nullable(),
  refusalReason: z.enum(refusalReasons).nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  answerNote: z.string().nullable(),
  sentAt: instant.nullable(),
  seenAt: instant.nullable(),
  answeredAt: instant.nullable(),
  sentByName: z.string().nullable(),
  version: z.number(),
  /** Reminders wait until this day. */
  pausedUntil: z.string().nullable(),
  /** No relay took the letter: the link is to be passed on by hand. */
  toPass: z.boolean(),
});

type Listed = Awaited<ReturnType<typeof listPositionings>>;

/** A CV that no mail carried and nobody opened is not called sent. */
export function withToPass<Rows extends Pick<Listed, 'rows'>>({ mailLeaves }: { mailLeaves: boolean }, listed: Rows) {
  return { ...listed, rows: listed.rows.map((row) => ({ ...row, toPass: isToPass(row, mailLeaves) })) };
}

/** What the list of positionings is asked. */
export const positioningQuestionSchema = z.object({
  statuses: z.array(z.enum(positioningStatuses)).optional(),
  offerId: z.uuid().optional(),
  participantId: z.uuid().optional(),
  employerId: z.uuid().optional(),
  /** The offer's occupation, or the first of the person without one. */
  romeCode: z.string().max(10).optional(),
  /** As far as this, now or before it ended: the rows behind a figure of the funnel. */
  step: z.enum(funnelSteps).optional(),
  /** Sent from this day of Paris, up to that one. */
  sentFrom: daySchema.optional(),
  sentTo: daySchema.optional(),
  /** A person, a company or an offer, in any spelling. */
  text: z.string().trim().max(200).default(''),
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(200).default(50),
});

/** The structure's positionings, by offer, person, company or state. */
export const list = procedure('positioning.list')
  .input(positioningQuestionSchema)
  .output(z.object({ rows: z.array(positioningRowShape), total: z.number() }))
  .query(async ({ ctx, input: { text, ...filter } }) =>
    withToPass(ctx, await listPositionings(ctx.tx, { ...filter, ...(text ? { text } : {}) })),
  );
