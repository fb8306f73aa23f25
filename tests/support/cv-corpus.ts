import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { docxOfSource } from './cv-corpus-docx.ts';
import { odtOfSource } from './cv-corpus-odt.ts';
import { pageOfSource } from './cv-corpus-page.ts';
import type { Printer } from './cv-corpus-printer.ts';
import { root } from './tree.ts';

const lines = z.array(z.string());
const source = z.strictObject({
  format: z.enum(['pdf', 'docx', 'odt']),
  layout: z.enum(['one-column', 'two-columns', 'right-aside', 'table', 'text-box']),
  bullet: z.string().min(1).optional(),
  photo: z.literal(true).optional(),
  decomposed: z.literal(true).optional(),
  spacedHeadings: z.literal(true).optional(),
  size: z.int().optional(),
  header: lines.optional(),
  footer: lines.optional(),
  top: lines.optional(),
  aside: lines.optional(),
  box: lines.optional(),
  main: lines,
});
export type CvSource = z.infer<typeof source>;

const day = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)
  .nullable();
const occupations = z.array(z.strictObject({ rome: z.array(z.string()).min(1), passage: z.string() }));
const experience = z.array(z.strictObject({ label: z.string(), from: day, to: day }));
const labels = z.strictObject({
  occupations,
  accepted: occupations.default([]),
  skills: lines,
  licences: lines,
  languages: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z]{2,3}$/),
      level: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']).nullable(),
      levelText: z.string().nullable().optional(),
    }),
  ),
  experience,
  acceptedExperience: experience.default([]),
  never: lines,
  contact: z.strictObject({
    firstName: z.string(),
    lastName: z.string(),
    phone: z.string(),
    email: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
  }),
});
export type CvLabels = z.infer<typeof labels>;

export interface LabelledCv {
  /** `05-cariste-caces`, the name of the file without its format. */
  name: string;
  source: CvSource;
  labels: CvLabels;
}

/** Those to learn from, those that only gave figures since their labels were written, those kept for the final figure. */
export const corpusFolders = ['tuning', 'fresh', 'kept'] as const;
export type CorpusFolder = (typeof corpusFolders)[number];

/** The CVs of a folder: see the README beside them for the rule. */
export function labelledCvs(folder: CorpusFolder): LabelledCv[] {
  const place = path.join(root, 'tests', 'cv-corpus', folder);
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(place, name), 'utf8'));
  return readdirSync(place)
    .filter((name) => name.endsWith('.source.json'))
    .sort()
    .map((name) => name.replace('.source.json', ''))
    .map((name) => ({
      name,
      source: source.parse(read(`${name}.source.json`)),
      labels: labels.parse(read(`${name}.labels.json`)),
    }));
}

/**
 * The real file of a CV. A PDF is printed by a browser, so that it holds what word processors and sites put in theirs:
 * without a printer it throws, and only Word and OpenDocument files are made.
 */
export async function fileOfCv({ source }: Pick<LabelledCv, 'source'>, printer: Printer | null): Promise<Uint8Array> {
  if (source.format === 'docx') return docxOfSource(asWritten(source));
  if (source.format === 'odt') return odtOfSource(asWritten(source));
  if (!printer) throw new Error('A PDF is printed by a browser: none was given');
  return printer.print(pageOfSource(source));
}

/** Some files come from systems that write an accent as a character of its own; a browser joins them again in a PDF. */
function asWritten(source: CvSource): CvSource {
  if (!source.decomposed) return source;
  const apart = (part: readonly string[] | undefined) => part?.map((line) => line.normalize('NFD'));
  const { header, footer, top, aside, box, main } = source;
  return {
    ...source,
    header: apart(header),
    footer: apart(footer),
    top: apart(top),
    aside: apart(aside),
    box: apart(box),
    main: apart(main) ?? [],
  };
}
