import { listShortlists as readShortlists } from '@jonction/db/bank/shortlists';
import { z } from 'zod';
import { instant } from '../participant/shape.ts';
import { procedure } from '../trpc.ts';

/** The lists of the team, the last touched first. */
export const listShortlists = procedure('bank.listShortlists')
  .output(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        offerTitle: z.string().nullable(),
        createdByName: z.string().nullable(),
        updatedAt: instant,
        people: z.number(),
        available: z.number(),
      }),
    ),
  )
  .query(({ ctx }) => readShortlists(ctx.tx));
