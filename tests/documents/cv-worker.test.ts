import { deflateSync } from 'node:zlib';
import { createCvReader, readCvInWorker } from '@jonction/documents/cv/read-in-worker';
import { afterAll, describe, expect, test } from 'vitest';
import { fictitiousCvs } from '../support/cv-files.ts';
import { pdfWithStream } from '../support/cv-pdf.ts';
import { smallTables } from '../support/cv-reference.ts';

const reader = createCvReader({ reference: smallTables, timeoutMs: 6000, maxMb: 192, today: '2026-04-01' });
afterAll(() => reader.close());

const macon = fictitiousCvs().find(({ name }) => name === '02-macon');

describe('reading in a thread of its own', () => {
  test('gives what reading here gives, with the name of the file', async () => {
    const reading = await readCvInWorker(macon?.bytes ?? new Uint8Array(0), 'cv.docx', { reference: smallTables });
    expect(reading).toMatchObject({
      file: 'cv.docx',
      contact: { name: 'Jean-Marc VASSALLEUR' },
      licences: ['B', 'C', 'caces_r482_a', 'caces_r482_b1', 'aipr'],
    });
  });

  test('says in French why a file is not read', async () => {
    expect(await readCvInWorker(new Uint8Array(0), 'vide.pdf', { reference: smallTables })).toEqual({
      file: 'vide.pdf',
      code: 'cv_file.empty',
      facts: {},
      error: expect.stringContaining('vide'),
    });
  });

  test('stops a file that takes too long or too much memory, and reads the next one', async () => {
    const operators = deflateSync(Buffer.alloc(400_000_000, '(a) Tj '), { level: 9 });
    const spaces = deflateSync(Buffer.alloc(700_000_000, 32), { level: 9 });
    for (const stream of [operators, spaces]) {
      const answer = await reader.read(pdfWithStream(stream));
      expect('code' in answer ? answer.code : 'read').toMatch(/^cv_file\.(?:too_long|too_heavy|no_text|broken)$/);
    }
    expect(await reader.read(macon?.bytes ?? new Uint8Array(0))).toMatchObject({ contact: { postalCode: '93200' } });
  });

  test.each<[string, string]>([
    ['nested XML', `<?xml version="1.0"?>${'<a>'.repeat(100_000)}`],
    ['nested JSON', `{"basics":${'['.repeat(100_000)}`],
    ['one endless word', 'A'.repeat(500_000)],
    ['one endless line', 'permis a, b, mars 2018 - '.repeat(20_000)],
    ['endless blanks', `${' '.repeat(400_000)}x`],
    ['endless lines', 'Expérience\n2018 : maçon\n'.repeat(20_000)],
    ['brackets', '(('.repeat(100_000)],
    ['addresses', 'a@'.repeat(100_000)],
  ])('ends with %s', { timeout: 20_000 }, async (_, text) => {
    const answer = await reader.read(new TextEncoder().encode(text));
    expect('error' in answer ? answer.code !== 'cv_file.too_long' : answer.text.length > 0).toBe(true);
  });
});
