import { listContests as readContests } from '@jonction/db/hours/contests';
import { contestOutcomes } from '@jonction/domain/hours/contest';
import { hourSides } from '@jonction/domain/hours/paper';
import { pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { procedure } from '../../trpc.ts';
import { contestShape } from './shapes.ts';

/** Contests of the structure: the open ones, the longest waiting first, or those that were closed. */
export const listContests = procedure('hours.listContests')
  .input(pageSchema.extend({ open: z.boolean().default(true) }))
  .output(
    z.object({
      rows: z.array(
        contestShape.omit({ words: true, mine: true }).extend({
          outcome: z.enum(contestOutcomes).nullable(),
          lineId: z.string(),
          workerName: z.string(),
          employerName: z.string(),
          contractObject: z.string(),
          from: z.string(),
          to: z.string(),
          centihours: z.number(),
          lastSide: z.enum(hourSides),
          lastSaidAt: z.string(),
          lastBody: z.string(),
        }),
      ),
      total: z.number(),
      open: z.number(),
    }),
  )
  .query(({ ctx, input: { open, page, pageSize } }) => readContests(ctx.tx, { open, page, pageSize }));
