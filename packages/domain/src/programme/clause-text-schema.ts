import { z } from 'zod';
import { ccags, reportings } from './clause-text.ts';

const cents = z
  .int()
  .nonnegative({ error: 'programme.amount_wrong' })
  .max(100_000_000, { error: 'programme.amount_wrong' });

const penaltySchema = z.object({
  perHourCents: cents.nullable(),
  perDayCents: cents.nullable(),
  capBps: z.int().min(0).max(10_000, { error: 'programme.cap_wrong' }).nullable(),
});

/** What is chosen for the text of a clause; modalities and categories by their codes. */
export const writeTextSchema = z.object({
  plannedId: z.uuid(),
  modalities: z.array(z.string().max(40)).min(1, { error: 'programme.modalities_missing' }),
  categoryCodes: z.array(z.string().min(1).max(40)).min(1, { error: 'contract.categories_missing' }),
  reporting: z.enum(reportings),
  ccag: z.enum(ccags).nullable(),
  penalty: penaltySchema,
});

/** The facts of a text as they were kept. */
export const clauseTextFactsSchema = z.object({
  object: z.string(),
  reference: z.string().nullable(),
  buyerName: z.string(),
  teamName: z.string(),
  madeOn: z.string(),
  lots: z.number().nullable(),
  durationMonths: z.number().nullable(),
  mandatoryArticle: z.string().nullable(),
  dueHours: z.number(),
  formula: z.string().nullable(),
  modalities: z.array(z.string()),
  publics: z.array(z.string()),
  reporting: z.enum(reportings),
  ccag: z.enum(ccags).nullable(),
  penalty: penaltySchema,
});
