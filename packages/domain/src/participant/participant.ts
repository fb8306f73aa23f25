import { z } from 'zod';
import { isLicenceCode } from '../reference/licence.ts';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { normalisePhone } from '../shared/phone.ts';
import { preferredChannels, sexes } from './status.ts';

export const earliestBirth: Day = '1900-01-01';

const nameSchema = z
  .string()
  .trim()
  .min(1, { error: 'participant.name_missing' })
  .max(100, { error: 'participant.name_too_long' });

const phoneSchema = z
  .string()
  .trim()
  .transform((text, context) => {
    const phone = normalisePhone(text);
    if (phone === null) context.addIssue({ code: 'custom', message: 'participant.phone_invalid' });
    return phone ?? z.NEVER;
  });

export const postalCodeSchema = z
  .string()
  .trim()
  .regex(/^\d{5}$/, { error: 'participant.postal_code_invalid' });

/** Who somebody is and how to reach her. */
export const identitySchema = z.object({
  firstName: nameSchema,
  lastName: nameSchema,
  birthDate: daySchema.nullish(),
  sex: z.enum(sexes).nullish(),
  phone: phoneSchema.nullish(),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'participant.email_invalid' }))
    .nullish(),
  postalCode: postalCodeSchema.nullish(),
  city: z.string().trim().max(100).nullish(),
  preferredChannel: z.enum(preferredChannels).nullish(),
  /** She lives with somebody who reads her phone: nothing sensitive by SMS, letter or page. */
  safeContactOnly: z.boolean().default(false),
});

/** The facts that a ranking reads. Absent or null is "not known": it excludes nobody and is listed as a thing to check. */
export const availabilitySchema = z.object({
  availableFrom: daySchema.nullish(),
  /** Whole kilometres she can travel to work. */
  radiusKm: z
    .int({ error: 'participant.radius_invalid' })
    .min(0)
    .max(500, { error: 'participant.radius_invalid' })
    .nullish(),
  /** 0 (none) to 6 (C2). */
  frenchLevel: z.int().min(0).max(6).nullish(),
  weeklyHoursMin: weeklyHours().nullish(),
  weeklyHoursMax: weeklyHours().nullish(),
  licences: z
    .array(z.string().refine(isLicenceCode, { error: 'participant.licence_unknown' }))
    .max(60)
    .nullish(),
});

function weeklyHours() {
  return z
    .int({ error: 'participant.hours_invalid' })
    .min(1, { error: 'participant.hours_invalid' })
    .max(48, { error: 'participant.hours_invalid' });
}

/** An occupation held or sought, with the months of it; ROME v3 code. */
export const heldOccupationSchema = z.object({
  code: z.string().regex(/^[A-N]\d{4}$/, { error: 'participant.occupation_unknown' }),
  months: z.int().min(0).max(720).default(0),
});
export type HeldOccupation = z.infer<typeof heldOccupationSchema>;

/** What `identitySchema` and `availabilitySchema` cannot see field by field. */
export function checkTogether(
  fields: {
    birthDate?: Day | null | undefined;
    weeklyHoursMin?: number | null | undefined;
    weeklyHoursMax?: number | null | undefined;
  },
  context: z.core.$RefinementCtx,
): void {
  const { birthDate, weeklyHoursMin, weeklyHoursMax } = fields;
  if (birthDate != null && birthDate < earliestBirth) {
    context.addIssue({
      code: 'custom',
      path: ['birthDate'],
      message: 'participant.birth_date_impossible',
      input: birthDate,
    });
  }
  if (weeklyHoursMin != null && weeklyHoursMax != null && weeklyHoursMin > weeklyHoursMax) {
    context.addIssue({
      code: 'custom',
      path: ['weeklyHoursMax'],
      message: 'participant.hours_reversed',
      input: weeklyHoursMax,
    });
  }
}
