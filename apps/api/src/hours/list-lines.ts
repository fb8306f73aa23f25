import { listLines as readLines } from '@jonction/db/hours/queries';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { lineShape, statusShape } from './shapes.ts';

/** Declared lines with how their hours came out: the structure's, or an employer's own. */
export const listLines = procedure('hours.listLines')
  .input(
    z.object({
      clauseId: z.uuid().optional(),
      contractId: z.uuid().optional(),
      placementId: z.uuid().optional(),
      employerId: z.uuid().optional(),
      status: statusShape.optional(),
      waiting: z.object({ rule: z.string().min(1), reason: z.string().min(1) }).optional(),
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(500).default(50),
    }),
  )
  .output(z.object({ rows: z.array(lineShape), total: z.number() }))
  .query(({ ctx, input: { clauseId, contractId, placementId, employerId, status, waiting, month, ...page } }) =>
    readLines(ctx.tx, {
      ...page,
      ...(clauseId ? { clauseId } : {}),
      ...(contractId ? { contractId } : {}),
      ...(placementId ? { placementId } : {}),
      ...(employerId ? { employerId } : {}),
      ...(status ? { status } : {}),
      ...(waiting ? { waiting } : {}),
      ...(month ? { month } : {}),
    }),
  );
