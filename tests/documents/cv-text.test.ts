import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CvFileRefused } from '@jonction/documents/cv/source';
import { cvTextOf } from '@jonction/documents/cv-text';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../support/cv-docx.ts';
import { fictitiousCvs, fileOf } from '../support/cv-files.ts';
import { scannedPdf } from '../support/cv-pdf.ts';

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await cvTextOf(bytes)).kind;
  } catch (error) {
    if (error instanceof CvFileRefused) return error.code;
    throw error;
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the words of a CV file', () => {
  test.each(fictitiousCvs().map((cv) => [cv.name, cv] as const))(
    '%s keeps its words, whatever its format',
    async (_, cv) => {
      const { text } = await cvTextOf(cv.bytes);
      const words = (written: string): string[] =>
        written
          .replace(/^=== .*$/gm, '')
          .split(/[^\p{L}\p{N}@]+/u)
          .filter(Boolean)
          .sort();
      expect(words(text)).toEqual(words(cv.labels.as === 'txt-1252' ? cv.text.replace(/[–—]/g, '-') : cv.text));
    },
  );

  test('reads two columns one after the other', async () => {
    const source =
      '=== pleine\nNadia ROUVERAYE\n=== gauche\nLangues\nArabe\nTurc\nPermis\nB\n=== droite\nExpérience\nCariste depuis 2020\nchez Galdin\nFormation\nCAP';
    const { text } = await cvTextOf(fileOf(source, 'pdf-two-columns'));
    expect(text.replace(/\n+/g, '\n')).toBe(
      'Nadia ROUVERAYE\nLangues\nArabe\nTurc\nPermis\nB\nExpérience\nCariste depuis 2020\nchez Galdin\nFormation\nCAP',
    );
  });

  test('reads a column of dates row by row', async () => {
    const source = '=== gauche\n2017 - 2024\n2012 - 2017\n2008 - 2012\n=== droite\nMaçon\nCarreleur\nPlaquiste';
    const { text } = await cvTextOf(fileOf(source, 'pdf-two-columns'));
    expect(text).toBe('2017 - 2024\tMaçon\n2012 - 2017\tCarreleur\n2008 - 2012\tPlaquiste');
  });

  test('reads the text boxes of a Word document', async () => {
    const { text } = await cvTextOf(docxOf('Expérience\nCariste', { boxed: ['Paul GRANDVERNEUIL', '06 39 98 10 50'] }));
    expect(text).toContain('Paul GRANDVERNEUIL');
    expect(text).toContain('06 39 98 10 50');
  });

  test('reads the page header and the frames of an OpenDocument', async () => {
    const body =
      '<d xmlns:o="o"><o:body><o:text><o:p>Cariste<o:frame><o:text-box><o:p>Permis B</o:p></o:text-box></o:frame></o:p></o:text></o:body></d>';
    const styles =
      '<s xmlns:o="o"><o:master-styles><o:header><o:p>Paul GRANDVERNEUIL</o:p></o:header></o:master-styles></s>';
    const archive = zipSync({
      mimetype: utf8('application/vnd.oasis.opendocument.text-template'),
      'content.xml': utf8(body),
      'styles.xml': utf8(styles),
    });
    expect((await cvTextOf(archive)).text).toBe('Paul GRANDVERNEUIL\nCariste\nPermis B');
  });

  test('reads UTF-16 and Windows-1252', async () => {
    expect((await cvTextOf(Buffer.from('\ufeffMaçon à Évry', 'utf16le'))).text).toBe('Maçon à Évry');
    expect((await cvTextOf(Buffer.from('Maçon à Évry', 'latin1'))).text).toBe('Maçon à Évry');
  });
});

describe('what is refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'cv_file.empty'],
    ['spaces', utf8(' \n '), 'cv_file.empty'],
    ['a scanned PDF', scannedPdf(), 'cv_file.no_text'],
    ['a PDF cut short', scannedPdf().subarray(0, 60), 'cv_file.broken'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'cv_file.old_word'],
    ['rich text', utf8('{\\rtf1 bonjour}'), 'cv_file.rich_text'],
    ['a photo', Buffer.from('ffd8ffe000104a464946', 'hex'), 'cv_file.image'],
    ['a program', Buffer.from('7f454c460201010000000000', 'hex'), 'cv_file.unknown_kind'],
    ['a web page', utf8('<!doctype html><p>CV</p>'), 'cv_file.unknown_kind'],
    ['another archive', zipSync({ 'photo.png': utf8('x') }), 'cv_file.unknown_kind'],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': utf8('<x/>') }), 'cv_file.unknown_kind'],
    ['a broken archive', utf8('PK\u0003\u0004 and nothing more'), 'cv_file.broken'],
    ['JSON that is no CV', utf8('{"a": 1}'), 'cv_file.not_a_cv'],
    ['broken JSON', utf8('{\n"basics": {\n"name": "Paul"\n'), 'cv_file.broken_json'],
    ['XML that is no CV', utf8('<?xml version="1.0"?><facture/>'), 'cv_file.not_a_cv'],
    [
      'XML with entities',
      utf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><SkillsPassport>&b;</SkillsPassport>'),
      'cv_file.broken',
    ],
    ['more than 10 MB', new Uint8Array(10_000_001), 'cv_file.too_large'],
    ['an archive that expands', zipSync({ 'word/document.xml': new Uint8Array(45_000_000) }), 'cv_file.expands'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

const dataFolder = process.env.JONCTION_DATA_DIR;

describe.skipIf(dataFolder === undefined)(
  'real Europass, JSON Resume and OpenDocument samples (JONCTION_DATA_DIR)',
  () => {
    const folder = join(dataFolder ?? '', 'cv');
    const files =
      dataFolder === undefined
        ? []
        : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
            statSync(join(folder, name)).isFile(),
          );

    test('each is read, or refused for what it is', async () => {
      const kinds = new Map<string, number>();
      for (const file of files) {
        const kind = await codeOf(readFileSync(join(folder, file)));
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (/europass/i.test(file)) expect([file, kind]).toEqual([file, 'europass']);
        if (/broken/.test(file)) expect([file, kind]).toEqual([file, 'cv_file.broken_json']);
        if (/schema\.json$|sample\.job/.test(file)) expect([file, kind]).toEqual([file, 'cv_file.not_a_cv']);
      }
      const v34 = await cvTextOf(readFileSync(join(folder, 'europass/Europass_JSON_V3.4.0_ECV_Example.json')));
      expect(v34.structured?.jobs[0]).toEqual({ label: 'Independent consultant', from: '2002-08', to: null });
      expect(v34.structured?.licences).toEqual(['A', 'A1', 'B']);
      console.info('samples:', Object.fromEntries(kinds));
      expect(kinds.get('europass')).toBe(12);
      expect(kinds.get('odt')).toBe(2);
    });
  },
);
