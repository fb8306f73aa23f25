import { readdirSync, readFileSync } from 'node:fs';
import { type DocxOptions, docxOf } from './cv-docx.ts';
import { odtOf } from './cv-odt.ts';
import { pdfOf } from './cv-pdf.ts';

/** What a fictitious CV says, written before the reader was tuned. */
export interface CvLabels {
  as: 'pdf' | 'pdf-two-columns' | 'docx' | 'docx-table' | 'odt' | 'txt' | 'txt-1252';
  /** `final`: kept aside, never looked at while tuning. */
  set: 'tune' | 'final';
  occupations: string[];
  skills: string[];
  licences: string[];
  languages: [code: string, level: string | null][];
  experience: [label: string, from: string, to: string | null][];
  contact: Record<string, string>;
  /** Words of the CV that no field may hold. */
  never: string[];
}

export interface FictitiousCv {
  name: string;
  labels: CvLabels;
  text: string;
  bytes: Uint8Array;
}

const folder = new URL('cvs/', import.meta.url);

/** Every fictitious CV, as the file a person would send. */
export function fictitiousCvs(): FictitiousCv[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const labels: CvLabels = JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), folder), 'utf8'));
      return { name: name.replace('.txt', ''), labels, text, bytes: fileOf(text, labels.as) };
    });
}

/** Blocks of a CV source: `=== gauche`, `=== droite` and `=== pleine` begin a column or the full width. */
export interface Block {
  place: 'gauche' | 'droite' | 'pleine';
  lines: string[];
}

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [{ place: 'pleine', lines: [] }];
  for (const line of text.trimEnd().split('\n')) {
    const place = /^=== (gauche|droite|pleine)$/.exec(line)?.[1];
    if (place === 'gauche' || place === 'droite' || place === 'pleine') blocks.push({ place, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks.filter(({ lines }) => lines.length > 0);
}

export function fileOf(text: string, as: CvLabels['as']): Uint8Array {
  const options: DocxOptions = { table: as === 'docx-table' };
  switch (as) {
    case 'pdf':
    case 'pdf-two-columns':
      return pdfOf(blocksOf(text));
    case 'docx':
    case 'docx-table':
      return docxOf(text, options);
    case 'odt':
      return odtOf(text);
    case 'txt':
      return new TextEncoder().encode(text);
    case 'txt-1252':
      return Buffer.from(text.replace(/[–—]/g, '-').replace(/’/g, "'").replace(/œ/g, 'oe'), 'latin1');
  }
}
