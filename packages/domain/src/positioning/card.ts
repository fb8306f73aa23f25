import { z } from 'zod';

/**
 * What a company reads of a person, frozen when it was sent. No birth date, no address, no category, no health, nothing that
 * says why she is eligible. `distanceKm` and not a place; `availableFrom` null is unknown.
 */
export const cardSchema = z.object({
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  title: z.string(),
  occupations: z.array(z.object({ code: z.string(), label: z.string(), months: z.number().int() })),
  experience: z.array(z.object({ label: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  skills: z.array(z.string()),
  licences: z.array(z.string()),
  languages: z.array(z.object({ code: z.string(), level: z.string().nullable() })),
  city: z.string().nullable(),
  availableFrom: z.string().nullable(),
  weeklyHoursMin: z.number().nullable(),
  weeklyHoursMax: z.number().nullable(),
});
export type Card = z.infer<typeof cardSchema>;
