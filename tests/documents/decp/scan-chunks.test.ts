import { openDecp } from '@jonction/documents/decp';
import { RecordScanner } from '@jonction/documents/decp/scan-json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawContract } from './fixtures.ts';

/** Cuts bytes where told; the records found, each as its JSON or the word for what is wrong with it. */
function scanned(text: string, cuts: readonly number[]): string[] {
  const bytes = Buffer.from(text);
  const scanner = new RecordScanner();
  const found = [];
  let from = 0;
  for (const at of [...cuts, bytes.byteLength].map((cut) => Math.min(cut, bytes.byteLength)).sort((a, b) => a - b)) {
    found.push(...scanner.push(bytes.subarray(from, at)));
    from = at;
  }
  found.push(...scanner.end());
  return found.map((one) => ('broken' in one ? one.broken : `${one.group} ${one.bytes.toString()}`));
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 15 }),
  fc.constantFrom('{"', '}]', '\\"', '\\\\', 'é"[', ',"objet":"', '{"marches":[', 'deux\nlignes', '😀'),
);
/** A record as nobody would write it, but JSON all the same. */
const record = fc
  .tuple(
    fc.nat(9999),
    texts,
    fc.dictionary(fc.constantFrom('acheteur', 'lieuExecution', 'nature', 'x'), fc.jsonValue({ maxDepth: 3 }), {
      maxKeys: 3,
    }),
  )
  .map(([id, objet, others]) => ({ id: String(id), objet, ...others }));

const shapes: [string, (records: object[]) => string, string][] = [
  ['{"marches": [..]}', (records) => JSON.stringify({ marches: records }), 'marches'],
  ['{"marches": {"marche": [..]}}', (records) => JSON.stringify({ marches: { marche: records } }), 'marche'],
  ['an indented file', (records) => JSON.stringify({ marches: { marche: records } }, null, 2), 'marche'],
  ['an array', (records) => JSON.stringify(records), ''],
  ['lines', (records) => records.map((one) => JSON.stringify(one)).join('\n'), ''],
  ['lines with Windows ends', (records) => records.map((one) => JSON.stringify(one)).join('\r\n'), ''],
  [
    'a file with more beside the list',
    (records) =>
      JSON.stringify({ $schema: 'x', meta: { total: 3, marche: 'no list' }, marches: records, fin: [1, {}] }),
    'marches',
  ],
];

describe.each(shapes)('records written as %s', (_, write, group) => {
  it('are found whole, each once and in their order, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(3000), { maxLength: 20 }),
        (records, cuts) => {
          const found = scanned(write(records), cuts);
          const whole = found.map((one) => JSON.stringify(JSON.parse(one.slice(group.length + 1))));
          expect(whole).toEqual(records.map((one) => JSON.stringify(one)));
          expect(found.every((one) => one.startsWith(`${group} {`))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('whatever the bytes', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...'{}[]",:\\\n ',
        'é',
        '0',
        'null',
        '"objet":"x"',
        '"marches":[',
        '"marche":',
        '{"id":"1","objet":"a"}',
      ),
      record.map((one) => JSON.stringify(one)),
    ),
    { maxLength: 25 },
  );

  it('the records found do not depend on how the bytes were cut', () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat(400), { maxLength: 15 }), (parts, cuts) => {
        const text = parts.join('');
        expect(scanned(text, cuts)).toEqual(scanned(text, []));
      }),
      { numRuns: 400 },
    );
  });

  it('a cut within a character of several bytes changes nothing', () => {
    const text = JSON.stringify({ marches: [rawContract({ objet: 'Été à l’œuvre 😀' })] });
    const whole = scanned(text, []);
    for (let at = 0; at < Buffer.byteLength(text); at++) expect(scanned(text, [at])).toEqual(whole);
  });
});

describe('openDecp gives the same reading however the file arrives', () => {
  it('in pieces of any sizes, each of them', async () => {
    const raws = [rawContract(), rawContract({ id: 'é', objet: 'Été "1"' }), { id: 'x' }, rawContract({ id: '3' })];
    const bytes = Buffer.from(JSON.stringify({ marches: { marche: raws } }));
    const readIn = async (sizes: readonly number[]) => {
      async function* pieces(): AsyncGenerator<Uint8Array> {
        let from = 0;
        for (let at = 0; from < bytes.byteLength; at++) {
          const size = sizes[at % sizes.length] ?? 1;
          yield bytes.subarray(from, from + size);
          from += size;
        }
      }
      const opened = await openDecp(pieces());
      if (!opened.ok) throw new Error(opened.refusal.code);
      return Array.fromAsync(opened.value);
    };
    const whole = await readIn([bytes.byteLength]);
    expect(whole.map((read) => read.ok)).toEqual([true, true, false, true]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }), async (sizes) => {
        expect(await readIn(sizes)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});
