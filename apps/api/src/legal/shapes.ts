import { legalScopes } from '@jonction/domain/legal/scope';
import { z } from 'zod';

/** A version as its readers see it. */
export const textShape = z.object({
  id: z.string(),
  textId: z.string(),
  version: z.number(),
  title: z.string(),
  source: z.string(),
  summary: z.string(),
  url: z.string().nullable(),
  fileName: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  scope: z.enum(legalScopes),
  scopeWords: z.string().nullable(),
  scopeBuyerName: z.string().nullable(),
  savedOn: z.string(),
});

/** The same for the team, with who kept it. */
export const keptTextShape = textShape.extend({
  fileId: z.string().nullable(),
  scopeBuyerId: z.string().nullable(),
  savedByName: z.string().nullable(),
});

export const legalToken = z.string().min(20).max(100);
