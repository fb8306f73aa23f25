import { loadOutcomes } from '@jonction/db/matching/reports';
import { outcomesOf, scoreBands } from '@jonction/domain/matching/outcome';
import { addMonths } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** What came of the CVs of the last twelve months, by the score that each had when it left. To be read; no score is made of it. */
export const outcomes = procedure('matching.outcomes')
  .output(
    z.object({
      from: z.string(),
      to: z.string(),
      bands: z.array(
        z.object({
          band: z.enum(scoreBands),
          sent: z.number(),
          interviewed: z.number(),
          hired: z.number(),
          refused: z.number(),
        }),
      ),
    }),
  )
  .query(async ({ ctx }) => {
    const [from, to] = [addMonths(ctx.today, -12), ctx.today];
    const sent = await loadOutcomes(ctx.tx, { structureId: structureOf(ctx), from, to });
    return { from, to, bands: outcomesOf(sent) };
  });
