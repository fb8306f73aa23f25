import { z } from 'zod';
import { optionalSafeText, safeText } from '../reference/safe-text.ts';
import { daySchema } from '../shared/field-schema.ts';
import { buyerAnswers } from './answer-row.ts';

/** What is written once to every buyer of a campaign. */
export const campaignLetterSchema = z.object({
  title: z.string().trim().min(1, { error: 'census.title_missing' }).max(120),
  letter: safeText('census.letter_missing', { most: 4000 }),
  dueOn: daySchema,
});

/** Rows of one answer: a page of them, with room. */
export const mostRowsAnswered = 500;

/** Days are judged row by row: one that is wrong refuses its own row. */
export const rowAnswerSchema = z.object({
  contractId: z.uuid(),
  answer: z.enum(buyerAnswers, { error: 'census.answer_missing' }),
  on: z.string().max(20).nullable().default(null),
  endsOn: z.string().max(20).nullable().default(null),
  until: z.string().max(20).nullable().default(null),
  legalBasis: optionalSafeText(300),
  note: optionalSafeText(500),
});

/** Some rows, each with its answer; or "no change" of all that have none yet. */
export const answersSchema = z.union([
  z.object({ rows: z.array(rowAnswerSchema).min(1).max(mostRowsAnswered) }),
  z.object({ allUnchanged: z.literal(true) }),
]);
