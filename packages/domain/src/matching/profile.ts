import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';

/** Hours a week that one wants or offers, both ends included; an absent end is open. */
export const weeklyHoursSchema = z.object({ min: z.number().nullish(), max: z.number().nullish() });
export type WeeklyHours = z.infer<typeof weeklyHoursSchema>;

/**
 * The facts of a person that a ranking may read, and no others. Sex, birth date, origin, health, family, name and
 * address have no place here (C. trav. L1132-1): what is not named below is dropped at the door.
 *
 * `null` or absent means "not known": it excludes nobody and is listed as a thing to check. `eligible` holds keyed codes of
 * categories with the first day proven (`from`, absent: since ever) and the last (`to`, null: for good): they open the
 * door, never rank. `romes` are ROME v3
 * codes with months of experience; `french` is the 0..6 scale of `reference/language`.
 */
export const profileSchema = z.object({
  id: z.string().min(1),
  consent: z.boolean().nullish(),
  visible: z.boolean().nullish(),
  status: z.string().nullish(),
  availableFrom: daySchema.nullish(),
  licences: z.array(z.string()).nullish(),
  eligible: z.array(z.object({ category: z.string(), from: daySchema.nullish(), to: daySchema.nullish() })).nullish(),
  lat: z.number().nullish(),
  lon: z.number().nullish(),
  radiusMetres: z.number().nonnegative().nullish(),
  french: z.number().nullish(),
  weeklyHours: weeklyHoursSchema.nullish(),
  /** Ids of the offers that the person has a positioning on. */
  positionings: z.array(z.string()).nullish(),
  /** Ids of the contractors that the person does not want. */
  optedOut: z.array(z.string()).nullish(),
  romes: z.array(z.object({ code: z.string(), months: z.number().nonnegative().nullish() })).nullish(),
  skills: z.array(z.string()).nullish(),
  lastContact: daySchema.nullish(),
  /** Entry, or end of the last placement. */
  waitingSince: daySchema.nullish(),
  createdOn: daySchema.nullish(),
});

export type Profile = z.infer<typeof profileSchema>;
