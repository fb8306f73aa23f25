import { listRuns } from '@jonction/db/import/queries';
import { importStatuses } from '@jonction/domain/participant/import';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { importKind } from './list-in/start-run.ts';
import { instant } from './shape.ts';

/** The last lists of the structure, whoever brought them. */
export const listImports = procedure('participant.listImports')
  .output(
    z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        status: z.enum(importStatuses),
        rowsTotal: z.number(),
        rowsDone: z.number(),
        createdAt: instant,
        finishedAt: instant.nullable(),
        createdByName: z.string().nullable(),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const runs = await listRuns(ctx.tx, importKind, 20);
    return runs.map((run) => ({
      ...run,
      status: importStatuses.find((status) => status === run.status) ?? ('preview' as const),
    }));
  });
