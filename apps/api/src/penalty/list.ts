import { listPenalties } from '@jonction/db/penalty/queries';
import { penaltyOutcomes } from '@jonction/domain/penalty/decide';
import { penaltyStates } from '@jonction/domain/penalty/lifecycle';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

/** Penalties proposed: the team's, or those that were put before a buyer. Those that wait come first. */
export const list = procedure('penalty.list')
  .input(
    z.object({
      contractId: z.uuid().optional(),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          contractId: z.string(),
          contractNumber: z.number(),
          contractObject: z.string(),
          lotNumber: z.string().nullable(),
          state: z.enum(penaltyStates),
          cents: z.number(),
          outcome: z.enum(penaltyOutcomes).nullable(),
          decidedCents: z.number().nullable(),
          knownOn: z.string(),
          createdAt: z.date(),
        }),
      ),
      total: z.number(),
    }),
  )
  .query(({ ctx, input: { contractId, ...page } }) =>
    listPenalties(ctx.tx, { ...page, ...(contractId ? { contractId } : {}) }),
  );
