import { listRuns } from '@jonction/db/import/queries';
import { listStatuses } from '@jonction/domain/contract/listed';
import { z } from 'zod';
import { instant } from '../../participant/shape.ts';
import { procedure } from '../../trpc.ts';
import { contractsKind } from './start-run.ts';

const mostListed = 20;

/** The last lists of contracts of the team, whoever brought them. */
export const listImports = procedure('contract.listImports')
  .output(
    z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        status: z.enum(listStatuses),
        rowsTotal: z.number(),
        rowsDone: z.number(),
        createdAt: instant,
        finishedAt: instant.nullable(),
        createdByName: z.string().nullable(),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const runs = await listRuns(ctx.tx, contractsKind, mostListed);
    return runs.map((run) => ({ ...run, status: z.enum(listStatuses).parse(run.status) }));
  });
