import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import { pageSchema } from '../shared/page.ts';

/** A list that comes in: read and shown first, then applied row by row; it may be stopped and goes on where it was. */
export const importStatuses = ['preview', 'running', 'stopped', 'done'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const rowOutcomes = ['created', 'updated', 'unchanged', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What was read of a row, as kept between the preview and its entry. */
export const importedPersonSchema = z.object({
  lastName: z.string(),
  firstName: z.string(),
  birthDate: daySchema.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  postalCode: z.string().nullable(),
  /** As written: titles or ROME codes. */
  occupations: z.array(z.string()),
  /** As written. */
  licences: z.array(z.string()),
  frenchLevel: z.int().min(0).max(6).nullable(),
  availableFrom: daySchema.nullable(),
  radiusKm: z.int().nullable(),
  category: z.string().nullable(),
  evidenceIssuedOn: daySchema.nullable(),
  prescriber: z.string().nullable(),
  consentOn: daySchema.nullable(),
});
export type ImportedPerson = z.infer<typeof importedPersonSchema>;

/** What is wrong with a cell (the row is refused), or what was left aside of it (the rest came in). */
export const rowProblemSchema = z.object({
  field: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** Before a row enters: what it would do, and each cell that it would change, in words. Null before: nothing was known. */
export const foreseenSchema = z.object({
  outcome: z.enum(rowOutcomes),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string() })),
  /** Headers of cells that are compared with the vault when the row enters, and not before. */
  compared: z.array(z.string()),
});
export type Foreseen = z.infer<typeof foreseenSchema>;

export const showImportSchema = z.object({
  runId: z.uuid(),
  ...pageSchema.shape,
  only: z.enum(['all', 'problems']).default('all'),
});

export const mapImportSchema = z.object({
  runId: z.uuid(),
  /** Header of the file -> key of our field; headers left out are not read. */
  mapping: z.record(z.string(), z.string()),
});
