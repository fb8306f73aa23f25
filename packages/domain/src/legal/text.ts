import { z } from 'zod';
import { optionalSafeText, safeText } from '../reference/safe-text.ts';
import { addDays, type Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema, versionSchema } from '../shared/field-schema.ts';
import { type LegalScope, legalScopes } from './scope.ts';

/** Rules of the house: a link opens for half a year; a buyer is reminded by hand, three days after the last letter at the earliest. */
export const legalLinkDays = 180;
export const daysBetweenLetters = 3;

const fields = z.object({
  title: safeText('legal.title_missing', { most: 200 }),
  /** How the text is cited: `ordonnance n° 2020-319 du 25 mars 2020`. */
  source: safeText('legal.source_missing', { most: 200 }),
  /** What it says to a buyer, in the team's own words. */
  summary: safeText('legal.summary_missing'),
  url: z
    .url({ protocol: /^https$/, error: 'legal.url_wrong' })
    .max(500)
    .nullable(),
  /** A file brought just before; null with `keepFile`: that of the version before, if any. */
  fileId: z.uuid().nullable(),
  keepFile: z.boolean().default(false),
  validFrom: daySchema,
  validTo: daySchema.nullable(),
  scope: z.enum(legalScopes),
  scopeWords: optionalSafeText(120),
  scopeBuyerId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
});

export const saveTextSchema = fields
  .extend({
    /** Null: a new text; else a version more of this one. */
    textId: z.uuid().nullable(),
    /** The version that was read; somebody else's in between is never written over. */
    version: versionSchema.nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    error: 'legal.days_reversed',
    path: ['validTo'],
  })
  .refine(({ scope, scopeBuyerId }) => scope !== 'buyer' || scopeBuyerId !== null, {
    error: 'legal.scope_buyer_missing',
    path: ['scopeBuyerId'],
  })
  .refine(({ scope, scopeWords }) => !needsWords(scope) || scopeWords !== null, {
    error: 'legal.scope_words_missing',
    path: ['scopeWords'],
  });
export type SaveText = z.infer<typeof saveTextSchema>;

/** A territory and a kind of contract are named in words; the nation and a buyer are known. */
export function needsWords(scope: LegalScope): boolean {
  return scope === 'territory' || scope === 'contract_kind';
}

/** What is kept of a scope: nothing that another level asked for and that was left in the form. */
export function keptScope({
  scope,
  scopeWords,
  scopeBuyerId,
}: Pick<SaveText, 'scope' | 'scopeWords' | 'scopeBuyerId'>): Pick<SaveText, 'scope' | 'scopeWords' | 'scopeBuyerId'> {
  return {
    scope,
    scopeWords: needsWords(scope) ? scopeWords : null,
    scopeBuyerId: scope === 'buyer' ? scopeBuyerId : null,
  };
}

/** Whether a text is to be sent: a buyer is not written to about a text that ended, nor again within three days. */
export function mayWrite(
  { validTo, lastLetterOn }: { validTo: Day | null; lastLetterOn: Day | null },
  today: Day,
): Decision<null, 'legal.text_ended' | 'legal.written_lately'> {
  if (validTo !== null && validTo < today) return refused('legal.text_ended', { day: validTo });
  if (lastLetterOn === null) return accepted(null);
  const from = addDays(lastLetterOn, daysBetweenLetters);
  return from > today ? refused('legal.written_lately', { day: from }) : accepted(null);
}
