import { listPlacements, placementStates } from '@jonction/db/placement/queries';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { placementShape } from './shapes.ts';

/** The hires of the structure, the latest first, by clause, contract, person or company, or found by text. */
export const list = procedure('placement.list')
  .input(
    z.object({
      clauseId: z.uuid().optional(),
      contractId: z.uuid().optional(),
      participantId: z.uuid().optional(),
      employerId: z.uuid().optional(),
      state: z.enum(placementStates).optional(),
      /** Begun from this day, up to that one. */
      startsFrom: daySchema.optional(),
      startsTo: daySchema.optional(),
      text: z.string().trim().max(200).default(''),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(z.object({ rows: z.array(placementShape), total: z.number() }))
  .query(
    ({ ctx, input: { clauseId, contractId, participantId, employerId, state, startsFrom, startsTo, text, ...page } }) =>
      listPlacements(ctx.tx, {
        ...page,
        ...(clauseId ? { clauseId } : {}),
        ...(contractId ? { contractId } : {}),
        ...(participantId ? { participantId } : {}),
        ...(employerId ? { employerId } : {}),
        ...(state ? { standing: { state, on: ctx.today } } : {}),
        ...(startsFrom ? { startsFrom } : {}),
        ...(startsTo ? { startsTo } : {}),
        ...(text ? { text } : {}),
      }),
  );
