import { z } from 'zod';
import { addDays, addMonths, type Day, earlier } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';

/** Settings of a structure, because practice varies: the field quotes 12 or 24 months, and 4 years for a permanent hire (EPEC 2021). */
export const windowSettingsSchema = z.object({
  fixedTermMonths: z.int().positive().nullish(),
  permanentCapMonths: z.int().positive().nullish(),
});
export type WindowSettings = z.infer<typeof windowSettingsSchema>;

export const defaultWindowSettings = { fixedTermMonths: 24, permanentCapMonths: 48 } as const;

/** A hire on a clause, as far as the window of eligibility goes. A kind not named in `windowOf` is a fixed-term one. */
export const hireSchema = z.object({
  id: z.string(),
  kind: z.string(),
  from: daySchema,
  to: daySchema.nullish(),
  /** End of the public contract, for a permanent hire. */
  contractEndsOn: daySchema.nullish(),
  /** End of the PASS IAE, for the staff of an insertion structure. */
  passValidTo: daySchema.nullish(),
});
export type Hire = z.infer<typeof hireSchema>;

/** Days on which a hire's hours may count, both included; `to` null while nothing ends it. */
export interface EligibilityWindow {
  id: string;
  from: Day;
  to: Day | null;
}

/** Kinds of hire that have a window of their own; every other kind shares the fixed-term one. */
export const ownWindowKinds = ['permanent', 'apprenticeship', 'professionalisation', 'iae'] as const;

/**
 * The window of each of a person's hires, in the order given. Fixed-term hires share one, all employers together,
 * from the earliest of them: the clock is on the person.
 */
export function eligibilityWindows(hires: readonly Hire[], settings: WindowSettings = {}): EligibilityWindow[] {
  const fixedTermMonths = settings.fixedTermMonths ?? defaultWindowSettings.fixedTermMonths;
  const permanentCapMonths = settings.permanentCapMonths ?? defaultWindowSettings.permanentCapMonths;
  const firstFixedTerm = hires
    .filter(isFixedTerm)
    .reduce<Day | null>((first, hire) => (first === null ? hire.from : earlier(first, hire.from)), null);
  return hires.map((hire) => {
    const { id, from } = hire;
    if (hire.kind === 'permanent') {
      const cap = lastDayOf(from, permanentCapMonths);
      return { id, from, to: hire.contractEndsOn == null ? cap : earlier(hire.contractEndsOn, cap) };
    }
    if (hire.kind === 'iae') return { id, from, to: hire.passValidTo ?? null };
    if (!isFixedTerm(hire)) return { id, from, to: hire.to ?? null };
    const shared = firstFixedTerm ?? from;
    return { id, from: shared, to: lastDayOf(shared, fixedTermMonths) };
  });
}

function isFixedTerm(hire: Hire): boolean {
  return !ownWindowKinds.some((kind) => kind === hire.kind);
}

/** N months end the day before `from` + N months: 24 months from 29 February 2024 end on 27 February 2026. */
function lastDayOf(from: Day, months: number): Day {
  return addDays(addMonths(from, months), -1);
}
