import { gzipSync } from 'node:zlib';
import { checkUpload, maxUploadBytes, type UploadPurpose, uploadPurposes } from '@jonction/documents/upload';
import { sniff, uploadKinds } from '@jonction/documents/upload/sniff';
import { uploadWords } from '@jonction/documents/upload/words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const found = (bytes: Uint8Array): string => {
  const told = sniff(bytes);
  return 'kind' in told ? told.kind : `refused: ${told.refused}`;
};

/** One plain file of each kind that is taken somewhere. */
const samples: Record<(typeof uploadKinds)[number], Uint8Array> = {
  pdf: latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'),
  docx: zip('[Content_Types].xml', 'word/document.xml'),
  odt: zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8('x'),
  }),
  xlsx: zip('[Content_Types].xml', 'xl/workbook.xml'),
  csv: latin('Contrat;Heures\nM-1;7,5\n'),
  text: latin('Awa B\u00e2\nagente de propret\u00e9\n'),
  json: latin('{"basics":{}}'),
  xml: latin('<?xml version="1.0"?><SkillsPassport/>'),
  jpeg: latin('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF'),
  png: latin('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'),
  webp: latin('RIFF\u0010\u0000\u0000\u0000WEBPVP8 '),
  gzip: gzipSync('{"marches":[]}'),
};

/** What each purpose takes, as its own sentence says it. */
const taken: Record<UploadPurpose, string[]> = {
  cv: ['pdf', 'docx', 'odt', 'xml', 'json', 'text', 'csv'],
  participants: ['xlsx', 'csv', 'text'],
  hours: ['xlsx', 'csv', 'text'],
  contracts: ['xlsx', 'csv', 'text'],
  invoices: ['xlsx', 'csv', 'text'],
  programme: ['xlsx', 'csv', 'text'],
  decp: ['json', 'csv', 'gzip'],
  evidence: ['pdf', 'jpeg', 'png', 'webp'],
  document: ['pdf', 'docx', 'odt', 'xlsx', 'csv', 'text', 'jpeg', 'png', 'webp'],
  paper: ['pdf', 'jpeg', 'png', 'xlsx', 'odt'],
};

describe.each(uploadPurposes.map((purpose) => [purpose] as const))('for %s', (purpose) => {
  it('each kind is taken, or refused with its kind and what is expected here', () => {
    for (const kind of uploadKinds) {
      const checked = checkUpload(samples[kind], purpose);
      if (taken[purpose].includes(kind)) {
        expect(checked).toMatchObject({ ok: true, value: { kind } });
        continue;
      }
      if (checked.ok) throw new Error(`${kind} was taken`);
      expect(checked.refusal).toMatchObject({ code: 'upload.not_here', facts: { kind } });
      for (const locale of ['fr', 'en'] as const)
        expect(sentence(uploadWords, locale, checked.refusal.code, checked.refusal.facts)).not.toContain('…');
    }
  });

  it('a file of the greatest size is looked at, one byte more is refused before that', () => {
    const greatest = Buffer.alloc(maxUploadBytes, 'a');
    expect(checkUpload(greatest, purpose)).not.toMatchObject({ refusal: { code: 'upload.too_large' } });
    expect(checkUpload(Buffer.alloc(maxUploadBytes + 1), purpose)).toMatchObject({
      ok: false,
      refusal: { code: 'upload.too_large', facts: { megabytes: 10 } },
    });
  });
});

describe('what the server would say of a file comes from a short list', () => {
  it('never a page, a script or a program', () => {
    for (const kind of uploadKinds) {
      const purpose = uploadPurposes.find((one) => taken[one].includes(kind)) ?? 'document';
      const checked = checkUpload(samples[kind], purpose);
      expect(checked.ok && checked.value.media).not.toMatch(/html|javascript|svg|x-msdownload|octet/);
      expect(checked.ok && checked.value.extension).toMatch(/^[a-z]{2,4}$/);
    }
  });
});

describe('a disguise is seen through', () => {
  it.each<[string, Uint8Array, string]>([
    ['a page that begins with a byte order mark', Buffer.from('\ufeff<html><body>x'), 'refused: web_page'],
    ['a page after blank lines', latin('\n\n  \t<!DOCTYPE HTML><p>x'), 'refused: web_page'],
    ['a page after a comment', latin('<!-- a --><html><script>x</script>'), 'refused: web_page'],
    ['a script alone', latin('<script>alert(1)</script>'), 'refused: web_page'],
    ['a drawing after its XML declaration', latin('<?xml version="1.0"?>\n<svg xmlns="x"/>'), 'refused: web_page'],
    ['a page within XML', latin('<?xml version="1.0"?><a><html xmlns="x"/></a>'), 'refused: web_page'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><script>x</script>', 'utf16le'), 'refused: web_page'],
    ['a page that carries the mark of a PDF', latin('<html>%PDF-1.4<script>x</script>'), 'refused: web_page'],
    ['a program that carries the mark of a PDF', latin('MZ\u0090\u0000\u0003 %PDF-1.4'), 'refused: program'],
    ['an archive that carries the mark of a PDF', zip('%PDF-1.4.exe'), 'refused: archive'],
    ['a Word document whose part is named as a PDF', zip('%PDF-1.4', 'word/document.xml'), 'docx'],
    ['a program of Linux', latin('\u007fELF\u0002\u0001'), 'refused: program'],
    ['a program of a Mac', latin('\u00cf\u00fa\u00ed\u00fe\u0007'), 'refused: program'],
    ['a script of a shell', latin('#!/usr/bin/env node\n'), 'refused: program'],
    ['a document with macros', zip('word/document.xml', 'word/vbaProject.bin'), 'refused: macros'],
    ['a document with macros in other letters', zip('word/document.xml', 'word/VBAPROJECT.BIN'), 'refused: macros'],
    ['a workbook with macros', zip('xl/workbook.xml', 'xl/vbaProject.bin'), 'refused: macros'],
    ['a workbook with macros of Excel 4', zip('xl/workbook.xml', 'xl/macrosheets/sheet1.xml'), 'refused: macros'],
    ['a program in an archive', zip('cv.pdf.exe'), 'refused: archive'],
    ['an archive with a part named nearly as that of Word', zip('x/word/document.xml'), 'refused: archive'],
    ['an archive cut short', zip('word/document.xml').subarray(0, 40), 'refused: broken'],
    ['an archive of nothing', zipSync({}), 'refused: archive'],
    ['a drawing of OpenDocument', zip('content.xml'), 'refused: unknown'],
    ['a film', latin('\u0000\u0000\u0000\u0018ftypisom'), 'refused: media'],
    ['a sound', latin('ID3\u0003\u0000'), 'refused: media'],
    ['a sound within RIFF', latin('RIFF\u0000\u0000\u0000\u0000WAVEfmt '), 'refused: media'],
    ['bytes of nothing known', Uint8Array.from([9, 0, 255, 0, 1]), 'refused: unknown'],
  ])('%s', (_, bytes, expected) => {
    expect(found(bytes)).toBe(expected);
  });

  it.each<[string, Uint8Array, string]>([
    ['a PDF after a few foreign bytes', latin('\u0000\u0001\r\n%PDF-1.4'), 'pdf'],
    ['a CSV in UTF-16, as Excel saves text', Buffer.from('\ufeffContrat\tHeures\nM-1\t7', 'utf16le'), 'csv'],
    ['a text that begins with the letters of a program', latin('MZ, agent de tri'), 'text'],
    ['a text that begins with the letters of a sound', latin('ID3 est mon groupe'), 'text'],
    ['a text that begins with a bracket', latin('[Curriculum vitae]\nAwa'), 'text'],
    ['a list of JSON', latin(' [ {"id": 1} ]'), 'json'],
    ['a CV that is a list of lines with commas', latin('Awa B\u00e2, agente\n2019, Tilleuls\n'), 'csv'],
  ])('and honest files are not taken for one: %s', (_, bytes, expected) => {
    expect(found(bytes)).toBe(expected);
  });

  it('whatever the bytes, the answer is a kind or a refusal with a sentence', () => {
    const starts = Object.values(samples).map((bytes) => Buffer.from(bytes).subarray(0, 40));
    const bytes = fc
      .tuple(fc.constantFrom(Buffer.alloc(0), ...starts), fc.uint8Array({ maxLength: 80 }))
      .map(([start, rest]) => Buffer.concat([start, rest]));
    fc.assert(
      fc.property(bytes, (content) => {
        const told = sniff(content);
        if ('kind' in told) expect(uploadKinds).toContain(told.kind);
        else expect(sentence(uploadWords, 'fr', `upload.${told.refused}`)).toMatch(/^C(e|ette) /);
      }),
      { numRuns: 300 },
    );
  });
});
