import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';

/** A calendar year; clauses began with the code of 2001. */
export const consolidationQuestionSchema = z.object({
  year: z
    .int({ error: 'report.year_missing' })
    .min(2001, { error: 'report.year_missing' })
    .max(2100, { error: 'report.year_missing' }),
  /** As known at the end of that day; null: now. */
  knownOn: daySchema.nullable().default(null),
});
export type AskedConsolidation = z.infer<typeof consolidationQuestionSchema>;
