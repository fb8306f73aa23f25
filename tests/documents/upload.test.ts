import { gzipSync } from 'node:zlib';
import { checkUpload, maxUploadBytes, type UploadPurpose, uploadPurposes } from '@jonction/documents/upload';
import { uploadWords } from '@jonction/documents/upload/words';
import { sentence } from '@jonction/domain/shared/words';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const latin = (text: string) => Buffer.from(text, 'latin1');
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const openDocument = (kind: string, level: 0 | 6 = 0) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level }],
    'content.xml': strToU8('x'),
  });
const ole = (stream: string) => Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from(stream, 'utf16le')]);

function outcome(bytes: Uint8Array, purpose: UploadPurpose): string {
  const checked = checkUpload(bytes, purpose);
  return checked.ok ? checked.value.kind : checked.refusal.code;
}

describe('checkUpload takes a file by its content', () => {
  it.each<[string, Uint8Array, UploadPurpose]>([
    ['pdf', latin('\r\n%PDF-1.7 x'), 'cv'],
    ['docx', zip('[Content_Types].xml', 'word/document.xml'), 'cv'],
    ['odt', openDocument('text'), 'cv'],
    ['odt', openDocument('text', 6), 'cv'],
    ['xml', latin('<?xml version="1.0"?><SkillsPassport/>'), 'cv'],
    ['json', latin('\ufeff {"basics": {}}'.replace('\ufeff', '\u00ef\u00bb\u00bf')), 'cv'],
    ['text', latin('Awa B\u00e2\nAgent de propret\u00e9, 2019'), 'cv'],
    ['text', latin('MZEL Awa, agent de propret\u00e9'), 'cv'],
    ['xlsx', zip('xl/workbook.xml'), 'hours'],
    ['csv', latin('Contrat;Heures\nM-1;7,5'), 'hours'],
    ['text', latin('Contrat\nM-1'), 'hours'],
    ['jpeg', latin('\u00ff\u00d8\u00ff\u00e0..JFIF'), 'evidence'],
    ['png', latin('\u0089PNG\r\n\u001a\n....'), 'evidence'],
    ['webp', latin('RIFF\u0000\u0000\u0000\u0000WEBPVP8 '), 'evidence'],
    ['gzip', gzipSync('{}'), 'decp'],
    ['json', latin('[{"id":1}]'), 'decp'],
  ])('%s', (kind, bytes, purpose) => {
    expect(outcome(bytes, purpose)).toBe(kind);
  });

  it('and says what it is from the content, not from the browser', () => {
    expect(checkUpload(latin('%PDF-1.4'), 'evidence')).toEqual({
      ok: true,
      value: { kind: 'pdf', media: 'application/pdf', extension: 'pdf' },
    });
  });
});

describe('checkUpload refuses in words that say what to do', () => {
  it.each<[string, Uint8Array]>([
    ['upload.empty', new Uint8Array(0)],
    ['upload.empty', latin(' \n ')],
    ['upload.too_large', new Uint8Array(maxUploadBytes + 1)],
    ['upload.broken', latin('PK\u0003\u0004 and then nothing')],
    ['upload.protected', ole('EncryptedPackage')],
    ['upload.old_word', ole('WordDocument')],
    ['upload.old_excel', ole('Workbook')],
    ['upload.unknown', ole('Something')],
    ['upload.rich_text', latin('{\\rtf1 x}')],
    ['upload.macros', zip('word/document.xml', 'word/vbaProject.bin')],
    ['upload.archive', zip('cv.pdf')],
    ['upload.archive', latin('Rar!\u001a\u0007')],
    ['upload.program', latin('MZ\u0090\u0000')],
    ['upload.program', latin('#!/bin/sh\n')],
    ['upload.web_page', latin('<!DOCTYPE html><script>x</script>')],
    ['upload.web_page', latin('<?xml version="1.0"?><svg onload="x"/>')],
    ['upload.heic', latin('\u0000\u0000\u0000\u0018ftypheic')],
    ['upload.media', latin('\u0000\u0000\u0000\u0018ftypmp42')],
    ['upload.unknown', openDocument('spreadsheet')],
    ['upload.unknown', Uint8Array.from([1, 0, 2, 0])],
  ])('%s', (code, bytes) => {
    for (const purpose of uploadPurposes) {
      const checked = checkUpload(bytes, purpose);
      if (checked.ok) throw new Error(`taken for ${purpose}`);
      const { refusal } = checked;
      expect(refusal.code).toBe(code);
      expect(sentence(uploadWords, 'fr', refusal.code, refusal.facts)).toMatch(/^C.{15,}\.$/u);
    }
  });

  it('a good file in the wrong place', () => {
    expect(outcome(latin('%PDF-1.4'), 'hours')).toBe('upload.not_here');
    expect(outcome(zip('xl/workbook.xml'), 'evidence')).toBe('upload.not_here');
    expect(outcome(latin('<?xml version="1.0"?><a/>'), 'evidence')).toBe('upload.not_here');
  });
});
