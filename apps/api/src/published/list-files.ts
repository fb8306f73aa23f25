import { listFiles as readFiles } from '@jonction/db/published/files';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

const mostListed = 20;

/** The last files of open data that came in from a folder, and what each brought. */
export const listFiles = procedure('published.listFiles')
  .output(
    z.array(
      z.object({
        name: z.string(),
        read: z.number(),
        created: z.number(),
        updated: z.number(),
        unchanged: z.number(),
        rejected: z.number(),
        takenAt: z.string(),
      }),
    ),
  )
  .query(async ({ ctx }) => readFiles(ctx.tx, mostListed));
