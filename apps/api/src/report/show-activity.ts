import { type ActivityFigure, activityFigures } from '@jonction/domain/report/activity';
import { activityQuestionSchema } from '@jonction/domain/report/activity-question';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { countBoth } from './activity-asked.ts';

const count = z.object({
  figure: z.enum(activityFigures),
  amount: z.number(),
  rows: z.number(),
  /** The same figure of the period of the same length right before. */
  before: z.number(),
  groups: z.array(z.object({ key: z.string().nullable(), label: z.string().nullable(), amount: z.number() })),
});

/** What a team did in a period, figure by figure, beside the period before; as known on a day. A fixed number of statements. */
export const showActivity = procedure('report.showActivity')
  .input(activityQuestionSchema)
  .output(z.object({ before: z.object({ from: z.string(), to: z.string() }), figures: z.array(count) }))
  .query(async ({ ctx, input: { from, to, knownOn } }) => {
    const asked = { structureId: structureOf(ctx), today: ctx.today, knownOn };
    const { before, now, previous } = await countBoth(ctx.tx, { from, to }, asked);
    const told = (figure: ActivityFigure) => ({ figure, ...now[figure], before: previous[figure].amount });
    return { before, figures: activityFigures.map(told) };
  });
