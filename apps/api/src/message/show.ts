import { findMessage } from '@jonction/db/message/queries';
import { messageStatuses } from '@jonction/domain/message/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

const instant = z.date().transform((date) => date.toISOString());

/**
 * One letter with its body while it is kept. A body may hold a link that opens CVs: each reading is written in the
 * journal.
 */
export const show = procedure('message.show')
  .input(z.object({ messageId: z.uuid() }))
  .output(
    z.object({
      id: z.string(),
      template: z.string(),
      toAddress: z.string(),
      toName: z.string().nullable(),
      subject: z.string(),
      /** Null once a relay has taken it. */
      bodyText: z.string().nullable(),
      status: z.enum(messageStatuses),
      createdAt: instant,
      sentAt: instant.nullable(),
      attempts: z.number(),
      lastError: z.string().nullable(),
      returnedAt: instant.nullable(),
    }),
  )
  .query(async ({ ctx, input: { messageId } }) => {
    const row = found(await findMessage(ctx.tx, messageId), 'message.not_found');
    await recordAudit(ctx, { action: 'message.show', subjectKind: 'message', subjectId: messageId });
    return row;
  });
