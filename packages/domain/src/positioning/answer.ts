import { z } from 'zod';
import { isDay } from '../shared/day.ts';
import { answers } from './lifecycle.ts';
import { refusalReasons } from './reasons.ts';

/** A local time of Paris, as a form gives it: `2026-05-04T14:30`. A day or an hour that does not exist is no time. */
const localInstant = z
  .string()
  .refine((text) => isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10)), {
    error: 'positioning.interview_date_missing',
  });

/** What a company says of one CV. A meeting has its date, a refusal its reason. */
export const answerInput = z
  .object({
    positioningId: z.uuid(),
    answer: z.enum(answers),
    interviewAt: localInstant.nullable().default(null),
    reason: z.enum(refusalReasons).nullable().default(null),
    note: z.string().trim().max(1000).nullable().default(null),
    /** What the page showed when the answer was given; without it, the answer is to whatever stands. */
    version: z.number().int().min(1).nullable().default(null),
  })
  .refine(({ answer, interviewAt }) => answer !== 'meet' || interviewAt !== null, {
    error: 'positioning.interview_date_missing',
    path: ['interviewAt'],
  })
  .refine(({ answer, reason }) => answer !== 'refuse' || reason !== null, {
    error: 'positioning.reason_missing',
    path: ['reason'],
  });
export type AnswerInput = z.infer<typeof answerInput>;
