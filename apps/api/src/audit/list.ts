import { listAudit } from '@jonction/db/audit/list';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { recordAudit } from './record.ts';

/** The journal of the structure, latest first. Reading it is itself written in it. */
export const list = procedure('audit.list')
  .input(
    pageSchema.extend({
      action: z
        .string()
        .trim()
        .regex(/^[a-zA-Z.]{1,60}$/)
        .nullable()
        .default(null),
      userId: z.uuid().nullable().default(null),
      subjectId: z.uuid().nullable().default(null),
      from: daySchema.nullable().default(null),
      to: daySchema.nullable().default(null),
    }),
  )
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          actorKind: z.string(),
          userId: z.string().nullable(),
          userName: z.string().nullable(),
          role: z.string().nullable(),
          organisationName: z.string().nullable(),
          action: z.string(),
          subjectKind: z.string().nullable(),
          subjectId: z.string().nullable(),
          purpose: z.string().nullable(),
          requestId: z.string().nullable(),
          facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
        }),
      ),
      more: z.boolean(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const rows = await listAudit(ctx.tx, {
      ...input,
      structureId: structureOf(ctx),
      limit: input.pageSize,
      offset: offsetOf(input),
    });
    await recordAudit(ctx, {
      action: 'audit.list',
      facts: { page: input.page, action: input.action, from: input.from, to: input.to },
    });
    return { rows: rows.slice(0, input.pageSize), more: rows.length > input.pageSize };
  });
