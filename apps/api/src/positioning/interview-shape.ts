import type { findInterview } from '@jonction/db/positioning/interviews';
import { interviewOutcomes } from '@jonction/domain/positioning/interview-outcome';
import { z } from 'zod';
import { instant } from './shapes.ts';

/** A meeting and its preparation sheet, shared between the team and the company that receives the person. */
export const interviewShape = z.object({
  at: instant,
  minutes: z.number(),
  address: z.string().nullable(),
  hours: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  tutor: z.string().nullable(),
  equipment: z.string().nullable(),
  confirmed: z.boolean(),
  outcome: z.enum(interviewOutcomes).nullable(),
  feedback: z.string().nullable(),
});

type Row = Awaited<ReturnType<typeof findInterview>>;

export function interviewOf(row: Row): z.input<typeof interviewShape> | null {
  return row ? { ...row, confirmed: row.confirmedAt !== null } : null;
}
