import { z } from 'zod';
import { addMonths, type Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { pageSchema } from '../shared/page.ts';
import { activityFigures } from './activity.ts';

/** At most ten years: longer than any report. */
const mostMonths = 120;

const period = z.object({
  from: daySchema,
  to: daySchema,
  /** As known at the end of that day; null: now. What was corrected since without a trace is shown corrected. */
  knownOn: daySchema.nullable().default(null),
});
interface Asked {
  from: Day;
  to: Day;
}
const inOrder = ({ from, to }: Asked) => from <= to;
const shortEnough = ({ from, to }: Asked) => to < addMonths(from, mostMonths);
const reversed = { error: 'report.days_reversed', path: ['to'] };
const tooLong = { error: 'report.activity_too_long', path: ['to'] };

export const activityQuestionSchema = period.refine(inOrder, reversed).refine(shortEnough, tooLong);
export type AskedActivity = z.infer<typeof activityQuestionSchema>;

/** The rows of one figure, or of one of its groups. */
export const activityRowsSchema = period
  .extend({ figure: z.enum(activityFigures), key: z.string().min(1).max(60).optional(), ...pageSchema.shape })
  .refine(inOrder, reversed)
  .refine(shortEnough, tooLong);
