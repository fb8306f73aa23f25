import { listLines as readLines } from '@jonction/db/hours/queries';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { knownAtOf } from './known-at.ts';
import { statusShape } from './shapes.ts';
import { warnedLineShape, withWarnings } from './with-warnings.ts';

/** What the list of lines is asked. */
export const lineQuestionSchema = z.object({
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
  /** As known at the end of that day. */
  knownOn: daySchema.optional(),
  /** Only those recorded after the closing of their month. */
  late: z.boolean().optional(),
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(500).default(50),
});

/** Its filters without what was left out: an absent filter is no filter. */
export function lineFilterOf({
  clauseId,
  contractId,
  placementId,
  employerId,
  status,
  waiting,
  month,
  late,
}: Omit<z.infer<typeof lineQuestionSchema>, 'page' | 'pageSize' | 'knownOn'>) {
  return {
    ...(late ? { late } : {}),
    ...(clauseId ? { clauseId } : {}),
    ...(contractId ? { contractId } : {}),
    ...(placementId ? { placementId } : {}),
    ...(employerId ? { employerId } : {}),
    ...(status ? { status } : {}),
    ...(waiting ? { waiting } : {}),
    ...(month ? { month } : {}),
  };
}

/** Declared lines with how their hours came out: the structure's, or an employer's own. */
export const listLines = procedure('hours.listLines')
  .input(lineQuestionSchema)
  .output(z.object({ rows: z.array(warnedLineShape), total: z.number() }))
  .query(async ({ ctx, input: { knownOn, page, pageSize, ...asked } }) => {
    const known = knownAtOf(knownOn);
    const { rows, total } = await readLines(ctx.tx, { ...lineFilterOf(asked), ...known, page, pageSize });
    return { rows: await withWarnings(ctx.tx, rows, known.knownAt), total };
  });
