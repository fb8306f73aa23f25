import { z } from 'zod';
import { heldOccupationSchema } from '../participant/participant.ts';
import { type CefrLevel, cefrLevels, frenchLevelOf } from '../reference/language.ts';
import { isLicenceCode } from '../reference/licence.ts';
import { versionSchema } from '../shared/field-schema.ts';

/** `YYYY-MM` or `YYYY`: as precise as the person said. */
const periodSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, { error: 'cv.period_invalid' });

const wordsSchema = z.string().trim().min(1, { error: 'cv.words_missing' }).max(200);

/** A skill as matching compares it: the ROME item where one fits, else the plain words. */
export const cvSkillSchema = z.object({ skill: wordsSchema, label: wordsSchema });

export const cvLanguageSchema = z.object({
  code: z.string().regex(/^[a-z]{2,3}$/, { error: 'cv.language_unknown' }),
  level: z.enum(cefrLevels).nullable().default(null),
  levelText: z.string().trim().max(80).nullable().default(null),
});

export const cvJobSchema = z.object({
  label: wordsSchema,
  from: periodSchema.nullable().default(null),
  /** Null while it lasts, or where nobody knows. */
  to: periodSchema.nullable().default(null),
});

/** A CV as a person confirmed it: the only form that is ever shown. Nothing of health, family, origin or belief has a place in it. */
export const cvContentSchema = z.object({
  summary: z.string().trim().max(1000).nullable().default(null),
  occupations: z.array(heldOccupationSchema).max(30).default([]),
  skills: z.array(cvSkillSchema).max(100).default([]),
  licences: z
    .array(z.string().refine(isLicenceCode, { error: 'participant.licence_unknown' }))
    .max(60)
    .default([]),
  languages: z.array(cvLanguageSchema).max(20).default([]),
  experience: z.array(cvJobSchema).max(60).default([]),
});
export type CvContent = z.infer<typeof cvContentSchema>;

export const confirmCvSchema = z.object({
  cvId: z.uuid(),
  version: versionSchema,
  title: z.string().trim().min(1, { error: 'cv.title_missing' }).max(200),
  content: cvContentSchema,
});
export type ConfirmCv = z.infer<typeof confirmCvSchema>;

/** What the column `cv.content` holds, read back: an empty CV until somebody confirms one. */
export function readContent(stored: unknown): CvContent {
  const parsed = cvContentSchema.safeParse(stored);
  return parsed.success ? parsed.data : cvContentSchema.parse({});
}

/**
 * What a confirmed CV says of French on the scale of matching; null where it says nothing. Whoever grew up with it asks for no
 * test (rule of the house).
 */
export function frenchLevelIn(
  languages: readonly { code: string; level: CefrLevel | null; levelText: string | null }[],
): number | null {
  const french = languages.find(({ code }) => code === 'fr');
  if (!french) return null;
  if (french.level !== null) return frenchLevelOf(french.level);
  return /maternel|natif|native|bilingue/i.test(french.levelText ?? '') ? frenchLevelOf('C2') : null;
}
