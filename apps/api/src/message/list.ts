import { listMessages } from '@jonction/db/message/queries';
import { messageStatuses } from '@jonction/domain/message/words';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const instant = z.date().transform((date) => date.toISOString());

/** Letters of the structure, latest first. Whether they leave by a relay is said with them. */
export const list = procedure('message.list')
  .input(
    pageSchema.extend({
      text: z.string().trim().max(200).default(''),
      status: z.enum(messageStatuses).nullable().default(null),
    }),
  )
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          template: z.string(),
          toAddress: z.string(),
          toName: z.string().nullable(),
          subject: z.string(),
          status: z.enum(messageStatuses),
          createdAt: instant,
          sentAt: instant.nullable(),
          attempts: z.number(),
          /** It came back after a relay had taken it. */
          returnedAt: instant.nullable(),
        }),
      ),
      more: z.boolean(),
      mailLeaves: z.boolean(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const rows = await listMessages(ctx.tx, {
      ...input,
      structureId: structureOf(ctx),
      limit: input.pageSize,
      offset: offsetOf(input),
    });
    return {
      rows: rows.slice(0, input.pageSize),
      more: rows.length > input.pageSize,
      mailLeaves: ctx.mailLeaves,
    };
  });
