import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CorpusFolder, corpusFolders, fileOfCv, type LabelledCv, labelledCvs } from '../support/cv-corpus.ts';
import { openPrinter } from '../support/cv-corpus-printer.ts';
import { root } from '../support/tree.ts';

interface PdfReader {
  extractText(bytes: Uint8Array, options: { mergePages: false }): Promise<{ totalPages: number; text: string[] }>;
}
interface WordReader {
  extractRawText(file: { buffer: Buffer }): Promise<{ value: string }>;
}
interface ZipReader {
  loadAsync(bytes: Uint8Array): Promise<{ file(name: string): { async(kind: 'string'): Promise<string> } | null }>;
}

// Readers of the documents package, by themselves: none of them made these files, and ours is not asked.
const fromDocuments = createRequire(path.join(root, 'packages/documents/package.json'));
const unpdf: PdfReader = fromDocuments('unpdf');
const mammoth: WordReader = fromDocuments('mammoth');
const jszip: ZipReader = createRequire(fromDocuments.resolve('mammoth'))('jszip');

const cvs = corpusFolders.flatMap(labelledCvs);
const printer = await openPrinter().catch(() => null);
afterAll(() => printer?.close());

/** Spaces, a line that ends after a hyphen and the two ways to write an accent or a ligature are no difference. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').replace(/- /g, '-').trim();
const digits = (text: string) => text.replace(/\D/g, '');

const passagesOf = ({ labels }: LabelledCv): string[] => {
  const { phone: _phone, ...contact } = labels.contact;
  return [
    ...[...labels.occupations, ...labels.accepted].map(({ passage }) => passage),
    ...labels.skills,
    ...labels.languages.flatMap(({ levelText }) => levelText ?? []),
    ...[...labels.experience, ...labels.acceptedExperience].map(({ label }) => label),
    ...labels.never,
    ...Object.values(contact),
  ];
};

async function partOfZip(bytes: Uint8Array, name: string): Promise<string> {
  const text = await (await jszip.loadAsync(bytes)).file(name)?.async('string');
  const words = (text ?? '')
    .replace(/<text:s text:c="(\d+)"\/>/g, (_all, count: string) => ' '.repeat(Number(count)))
    .replace(/<\/(?:text|w):(?:p|h)>/g, '\n')
    .replace(/<[^>]*>/g, '');
  return words
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

async function textOf(bytes: Uint8Array, format: 'pdf' | 'docx' | 'odt'): Promise<string> {
  if (format === 'pdf') return (await unpdf.extractText(bytes, { mergePages: false })).text.join('\n');
  if (format === 'odt') return partOfZip(bytes, 'content.xml');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const repeated = await Promise.all(['header', 'footer'].map((name) => partOfZip(bytes, `word/${name}1.xml`)));
  return [repeated[0], value, repeated[1]].join('\n');
}

describe('the files of the labelled CVs', () => {
  it.for(cvs)('hold, opened elsewhere, every labelled word: $name', async (cv, { skip }) => {
    const { format } = cv.source;
    if (format === 'pdf' && !printer) return skip('no browser here prints a PDF');
    const text = plain(await textOf(await fileOfCv(cv, printer), format));
    expect(passagesOf(cv).filter((passage) => !text.includes(plain(passage)))).toEqual([]);
    // Written with or without the country: what follows the first zero is the same.
    expect(digits(text)).toContain(cv.labels.contact.phone.slice(1));
  });

  it('write accents apart where a source asks for it', async () => {
    const apart = cvs.filter(({ source }) => source.decomposed);
    for (const cv of apart)
      expect(await textOf(await fileOfCv(cv, null), cv.source.format), cv.name).toMatch(/e\u0301/);
    expect(apart.map(({ source }) => source.format).sort()).toEqual(['docx', 'docx', 'odt']);
  });

  it('number three pages for the longest one', async ({ skip }) => {
    if (!printer) return skip('no browser here prints a PDF');
    const long = cvs.filter(({ name }) => name === '21-mecanicien-long');
    for (const cv of long)
      expect((await unpdf.extractText(await fileOfCv(cv, printer), { mergePages: false })).totalPages).toBe(3);
    expect(long).toHaveLength(1);
  });
});

describe('the labels', () => {
  const formats = (folder: CorpusFolder) =>
    (['pdf', 'docx', 'odt'] as const).map(
      (format) => labelledCvs(folder).filter(({ source }) => source.format === format).length,
    );

  it('keep one CV in three of each format for the final figure', () => {
    expect(formats('tuning')).toEqual([44, 43, 23]);
    expect(formats('fresh')).toEqual([4, 11, 5]);
    expect(formats('kept')).toEqual([8, 5, 3]);
    expect(new Set(cvs.map(({ name }) => name.split('-')[0])).size).toBe(146);
  });

  it('name licences of the list only, each once', () => {
    const known = new RegExp(
      `^(${[
        'AM|B|BE|C|CE|D|caces_r\\d{3}(_\\d?[a-g]?\\d?)?|hab_elec_[bh][a-z0-9]+|aipr|sst|psc1|prap_2s|haccp|certiphyto',
        'echafaudage_r408|travail_hauteur|fimo|fco|fimo_voyageurs|adr|carte_conducteur|carte_pro_securite|ssiap1',
        'qualif_soudure_iso9606',
      ].join('|')})$`,
    );
    const all = cvs.flatMap(({ labels }) => labels.licences);
    expect(all.filter((licence) => !known.test(licence))).toEqual([]);
    expect(cvs.filter(({ labels }) => new Set(labels.licences).size < labels.licences.length)).toEqual([]);
    expect(all.length).toBeGreaterThan(80);
  });

  it('put no experience before its beginning, and nothing that is never a field in one', () => {
    for (const { name, labels } of cvs) {
      for (const { from, to } of labels.experience) {
        if (from && to) expect(to >= from.slice(0, to.length), `${name} ${from}`).toBe(true);
      }
      const fields = [
        ...labels.skills,
        ...labels.experience.map(({ label }) => label),
        ...Object.values(labels.contact),
      ];
      const told = labels.never.filter((words) => fields.some((field) => field.toLowerCase() === words.toLowerCase()));
      expect(told, name).toEqual([]);
    }
  });

  it('are about nobody: telephones of the ranges kept for fiction, addresses that reach nobody', () => {
    for (const { name, source } of cvs) {
      const words = [source.header, source.top, source.aside, source.box, source.main, source.footer]
        .flatMap((part) => part ?? [])
        .join('\n');
      const phones = words.match(/(?:\+33\)? ?|\b0)\d(?:[ .-]?\d{2}){4}\b/g) ?? [];
      const real = phones.filter((phone) => !/^(33)?0?(19900|26191|63998)\d{4}$/.test(digits(phone)));
      expect(real, name).toEqual([]);
      expect(phones.length, name).toBeGreaterThan(0);
      expect(words.match(/\S+@\S+/g)?.filter((address) => !address.endsWith('.example')) ?? [], name).toEqual([]);
    }
  });

  const folder = process.env.JONCTION_DATA_DIR;
  const typed = readFileSync(path.join(root, 'tests/support/titles/fresh-typed.csv'), 'utf8').trim().split('\n');

  it('count two hundred fresh titles, each once', () => {
    expect(typed[0]).toBe('title,rome');
    expect(typed.slice(1).filter((line) => !/^[^,"]+,[A-N]\d{4}(\|[A-N]\d{4})*$/.test(line))).toEqual([]);
    expect(new Set(typed.slice(1).map((line) => line.split(',')[0]?.toLowerCase())).size).toBe(200);
  });

  it('use codes of the official list only', ({ skip }) => {
    if (!folder) return skip('JONCTION_DATA_DIR names no folder of official lists');
    const list = readFileSync(path.join(folder, 'rome/v347/unix_referentiel_code_rome_v347_utf8.csv'), 'utf8');
    const official = new Set(list.match(/^"[A-N]\d{4}"/gm)?.map((code) => code.slice(1, -1)));
    const used = [
      ...cvs.flatMap(({ labels }) => [...labels.occupations, ...labels.accepted].flatMap(({ rome }) => rome)),
      ...typed.slice(1).flatMap((line) => line.split(',')[1]?.split('|') ?? []),
    ];
    expect(official.size).toBeGreaterThan(500);
    expect(used.filter((code) => !official.has(code))).toEqual([]);
  });
});
