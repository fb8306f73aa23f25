import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';

/** What the hours of a line were spent on, in the order of the declaration sheet. */
export const hourKinds = [
  'worked_on_site',
  'telework',
  'training',
  'paid_leave',
  'public_holiday',
  'sick_leave',
  'childcare_leave',
  'vulnerable_leave',
  'work_accident',
  'bad_weather',
  'partial_unemployment',
  'partial_unemployment_training',
  'unpaid_absence',
  'internship',
] as const;

export type HourKind = (typeof hourKinds)[number];

/** Who paid the person for the hours: in 2020 the payer, not the date, told which rule applied (field report EPEC). */
export const hourPayers = ['employer', 'social_security', 'partial_activity'] as const;

export type HourPayer = (typeof hourPayers)[number];

/** The evidence that the built-in policies ask for. A policy may name another: a crisis waits for no release. */
export const knownEvidence = ['employer_attestation', 'benefit_statement'] as const;

/** Hours in integer hundredths of an hour: the 151.67 h of a payslip are 15167. */
export const centihoursSchema = z.int();

/** Hours declared for one placement, from a day to a day, both included. */
export const hourLineSchema = z.object({
  id: z.string().min(1),
  from: daySchema,
  to: daySchema,
  kind: z.enum(hourKinds),
  centihours: centihoursSchema,
  payer: z.enum(hourPayers).nullish(),
  evidence: z.array(z.string().min(1)).nullish(),
  receivedOn: daySchema.nullish(),
});

export type HourLine = z.infer<typeof hourLineSchema>;

/** Hours of the same person on a clause, theirs or another: the claims that a line may duplicate. */
export const elsewhereLineSchema = hourLineSchema
  .pick({ from: true, to: true, kind: true, centihours: true, receivedOn: true })
  .extend({ clause: z.string().min(1) });

export type ElsewhereLine = z.infer<typeof elsewhereLineSchema>;

export type LineRefusalCode = 'hours.from_after_to' | 'hours.negative_hours';

/**
 * A line may be entered when its first day is not after its last and its hours are not negative; a correction is
 * a reversal and a new line, never a negative one. Rule of the house.
 */
export function enterLine<Line extends Pick<HourLine, 'from' | 'to' | 'centihours'>>(
  line: Line,
): Decision<Line, LineRefusalCode> {
  if (line.from > line.to) return refused('hours.from_after_to', { from: line.from, to: line.to });
  if (line.centihours < 0) return refused('hours.negative_hours', { centihours: line.centihours });
  return accepted(line);
}
