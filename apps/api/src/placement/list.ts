import { listPlacements } from '@jonction/db/placement/queries';
import { executionModes, windowKinds } from '@jonction/domain/placement/placement';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { placementShape } from './shapes.ts';

const rowShape = placementShape.extend({
  windowKind: z.string().pipe(z.enum(windowKinds)),
  executionMode: z.string().pipe(z.enum(executionModes)),
});

/** The hires of the structure, by clause, contract, person or company. */
export const list = procedure('placement.list')
  .input(
    z.object({
      clauseId: z.uuid().optional(),
      contractId: z.uuid().optional(),
      participantId: z.uuid().optional(),
      employerId: z.uuid().optional(),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(z.object({ rows: z.array(rowShape), total: z.number() }))
  .query(({ ctx, input: { clauseId, contractId, participantId, employerId, ...page } }) =>
    listPlacements(ctx.tx, {
      ...page,
      ...(clauseId ? { clauseId } : {}),
      ...(contractId ? { contractId } : {}),
      ...(participantId ? { participantId } : {}),
      ...(employerId ? { employerId } : {}),
    }),
  );
