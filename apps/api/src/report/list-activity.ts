import { listActivity as readRows } from '@jonction/db/report/activity/read';
import { activityRowsSchema } from '@jonction/domain/report/activity-question';
import { offsetOf } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { activityQuestion } from './activity-asked.ts';

/** The rows behind a figure of the activity report, or behind one of its groups: their amounts add up to it. */
export const listActivity = procedure('report.listActivity')
  .input(activityRowsSchema)
  .output(
    z.object({
      rows: z.array(
        z.object({
          /** Of what the row leads to: an offer, a person, a hire, a line of hours, a contract. */
          id: z.string(),
          on: z.string().nullable(),
          label: z.string(),
          detail: z.string().nullable(),
          amount: z.number(),
          key: z.string().nullable(),
        }),
      ),
      total: z.number(),
      amount: z.number(),
    }),
  )
  .query(async ({ ctx, input: { figure, key, from, to, knownOn, page, pageSize } }) => {
    const asked = { structureId: structureOf(ctx), today: ctx.today, knownOn, figure };
    const question = await activityQuestion(ctx.tx, { from, to }, asked);
    const paged = { offset: offsetOf({ page, pageSize }), limit: pageSize };
    return readRows(ctx.tx, { ...question, figure, ...(key === undefined ? {} : { key }) }, paged);
  });
