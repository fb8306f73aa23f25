import { listRecommendations as readRecommendations } from '@jonction/db/participant/recommendations';
import { answerClock, clockStates } from '@jonction/domain/participant/answer-clock';
import { recommendationStatuses } from '@jonction/domain/participant/recommend';
import { parisDayOf } from '@jonction/domain/shared/day';
import { pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { occupationTable } from '../reference/occupations.ts';
import { procedure } from '../trpc.ts';
import { instant } from './shape.ts';

/** What partners sent, the oldest waiting first; answered ones on demand. */
export const listRecommendations = procedure('participant.listRecommendations')
  .input(z.object({ ...pageSchema.shape, waiting: z.boolean().default(true) }))
  .output(
    z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          id: z.string(),
          participantId: z.string(),
          firstName: z.string(),
          lastName: z.string(),
          partnerName: z.string(),
          recommendedByName: z.string().nullable(),
          message: z.string().nullable(),
          status: z.enum(recommendationStatuses),
          createdAt: instant,
          reviewedAt: instant.nullable(),
          answeredAt: instant.nullable(),
          /** While nobody has looked at it: the day by which the partner is to hear of it. */
          clock: z.object({ dueOn: z.string(), state: z.enum(clockStates) }).nullable(),
          consents: z.boolean(),
          duplicates: z.number(),
          occupations: z.array(z.object({ code: z.string(), label: z.string() })),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { total, rows } = await readRecommendations(ctx.tx, input);
    const table = await occupationTable(ctx.tx);
    return {
      total,
      rows: rows.map((row) => ({
        ...row,
        clock: row.status === 'received' ? answerClock(parisDayOf(row.createdAt), ctx.today) : null,
        occupations: row.occupations.map((code) => ({ code, label: table.labelOf(code) })),
      })),
    };
  });
