import { z } from 'zod';
import { readingPurposes } from '../eligibility/reading-purpose.ts';
import { exportFormats, exportLists } from './export-list.ts';

/** What somebody names a set of columns, and how another portal names a column: one line, as headers are. */
const line = z
  .string()
  .trim()
  .max(60)
  .regex(/^[^\p{Cc}]*$/u);

const chosenColumnSchema = z.object({
  key: z.string().max(40),
  header: line.transform((header) => header || null).nullable(),
});

export const saveExportTemplateSchema = z.object({
  list: z.enum(exportLists),
  name: line.min(1, { error: 'report.export_name_missing' }),
  /** For the whole team; else for oneself. */
  shared: z.boolean(),
  columns: z.array(chosenColumnSchema).min(1, { error: 'report.export_columns_missing' }).max(40),
});

/** A list whole: the question is that of its page, read again by the list itself. */
export const exportAskedSchema = z.object({
  list: z.enum(exportLists),
  format: z.enum(exportFormats).default('xlsx'),
  columns: z.array(chosenColumnSchema).max(40).default([]),
  purpose: z.enum(readingPurposes).nullable().default(null),
  question: z.unknown(),
});
