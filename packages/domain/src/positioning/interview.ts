import { z } from 'zod';
import { isDay } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { type InterviewOutcome, interviewOutcomes } from './interview-outcome.ts';

/** What a person must know to walk in at the right door: asked before a meeting is confirmed (rule of the house). */
export const sheetFields = ['address', 'hours', 'contactName', 'contactPhone', 'tutor', 'equipment'] as const;
export type SheetField = (typeof sheetFields)[number];
export type Sheet = Readonly<Record<SheetField, string | null>>;

const line = z
  .string()
  .trim()
  .max(500)
  .nullable()
  .default(null)
  .transform((text) => (text === '' ? null : text));

/** A local time of Paris, as a form gives it: `2026-05-04T14:30`. */
const localInstant = z
  .string()
  .refine((text) => isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10)), {
    error: 'positioning.interview_date_missing',
  });

export const sheetInput = z.object({
  positioningId: z.uuid(),
  at: localInstant,
  minutes: z.number().int().min(5).max(480).default(45),
  ...{ address: line, hours: line, contactName: line, contactPhone: line, tutor: line, equipment: line },
  /** Confirms the meeting as well; without it the sheet is kept as far as it goes. */
  confirm: z.boolean().default(false),
});
export type SheetInput = z.infer<typeof sheetInput>;

export function missingOf(sheet: Sheet): SheetField[] {
  return sheetFields.filter((field) => (sheet[field] ?? '').trim() === '');
}

/**
 * Whether a meeting may be confirmed. Refusals: `positioning.sheet_incomplete` (`missing`: the fields, by their codes),
 * `positioning.interview_past`.
 */
export function confirmInterview(
  sheet: Sheet,
  at: Date,
  now: Date,
): Decision<true, 'positioning.sheet_incomplete' | 'positioning.interview_past'> {
  const missing = missingOf(sheet);
  if (missing.length > 0) return refused('positioning.sheet_incomplete', { missing: missing.join(' ') });
  return at <= now ? refused('positioning.interview_past') : accepted(true);
}

export const outcomeInput = z.object({
  positioningId: z.uuid(),
  outcome: z.enum(interviewOutcomes),
  feedback: z.string().trim().max(2000).nullable().default(null),
});

/** Whether it can be said that a meeting took place or did not: its hour has come. Put off, it may be said before. */
export function mayTellOutcome(
  outcome: InterviewOutcome,
  at: Date,
  now: Date,
): Decision<true, 'positioning.interview_to_come'> {
  return outcome === 'postponed' || at <= now ? accepted(true) : refused('positioning.interview_to_come');
}
