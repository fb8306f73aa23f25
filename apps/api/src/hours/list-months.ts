import { listDeclaredMonths } from '@jonction/db/hours/month';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const shownMonths = 24;

/** The months that an employer declares, the latest first: whose hours are missing, and what became of the others. */
export const listMonths = procedure('hours.listMonths')
  .output(
    z.array(
      z.object({
        month: z.string(),
        workers: z.number(),
        declaredWorkers: z.number(),
        validated: z.number(),
        toDecide: z.number(),
        waiting: z.number(),
        rejected: z.number(),
      }),
    ),
  )
  .query(({ ctx }) =>
    listDeclaredMonths(ctx.tx, {
      employerId: speaker(ctx).membership.organisationId,
      today: ctx.today,
      months: shownMonths,
    }),
  );
