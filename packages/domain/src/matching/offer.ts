import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import { weeklyHoursSchema } from './profile.ts';

/**
 * What a ranking reads of an offer. `months` of experience asked (none: 0 or null), `french` on the 0..6 scale,
 * `categories` keyed codes that the clause accepts, `slackDays` how much later than `start` a person may be free.
 * `beyondMetres`: asked in a hypothesis alone, how far beyond her radius a person is still counted.
 */
export const matchOfferSchema = z.object({
  id: z.string().min(1),
  contractor: z.string().nullish(),
  rome: z.string(),
  months: z.number().nonnegative().nullish(),
  skills: z.array(z.string()).nullish(),
  licences: z.array(z.string()).nullish(),
  categories: z.array(z.string()).nullish(),
  french: z.number().nullish(),
  lat: z.number().nullish(),
  lon: z.number().nullish(),
  beyondMetres: z.number().int().nonnegative().nullish(),
  start: daySchema,
  slackDays: z.number().int().nullish(),
  weeklyHours: weeklyHoursSchema.nullish(),
});

export type MatchOffer = z.infer<typeof matchOfferSchema>;

/** Occupations close to the key (*mobilité proche*) and those one may move on to (*si évolution*), ROME v3 codes. */
export const proximitySchema = z.record(
  z.string(),
  z.object({ close: z.array(z.string()).nullish(), next: z.array(z.string()).nullish() }),
);

export type Proximity = Readonly<
  Record<string, { close?: readonly string[] | null | undefined; next?: readonly string[] | null | undefined }>
>;
