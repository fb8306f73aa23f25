import { RecordScanner } from '@jonction/documents/decp/scan-json';
import { describe, expect, it } from 'vitest';

/** Each record as its JSON, or the word for what is wrong with it; fed in chunks of every size. */
function scan(text: string, chunkBytes = text.length + 1): string[] {
  const scanner = new RecordScanner();
  const bytes = Buffer.from(text);
  const found = [];
  for (let from = 0; from < bytes.byteLength; from += chunkBytes) {
    found.push(...scanner.push(bytes.subarray(from, from + chunkBytes)));
  }
  found.push(...scanner.end());
  return found.map((record) => {
    const said = 'broken' in record ? record.broken : JSON.stringify(JSON.parse(record.bytes.toString()));
    return record.group === '' ? said : `${record.group}: ${said}`;
  });
}

function scanInAnyChunks(text: string): string[] {
  const whole = scan(text);
  for (let size = 1; size < Math.min(text.length, 60); size++) expect(scan(text, size)).toEqual(whole);
  return whole;
}

const a = '{"id":"1","objet":"a \\"{[ , é"}';
const b = '{"id":"2","objet":"b","acheteur":{"id":"x"},"titulaires":[{"id":"y"},{"id":"z"}]}';

describe('the scanner finds the records of every known shape, whatever the chunks', () => {
  it.each([
    ['the list of 2019', `{"marches":[${a},${b}]}`, [`marches: ${a}`, `marches: ${b}`]],
    [
      'the two lists of 2024',
      `\ufeff{"$schema":"x","n":[1,{"id":3}],"marches":{"marche":[${a}, ${b}],"contrat-concession":[${a}]}}`,
      [`marche: ${a}`, `marche: ${b}`, `contrat-concession: ${a}`],
    ],
    ['a single object where a list was due', `{"marches":{"marche":${b}}}`, [`marche: ${b}`]],
    ['an array', `[${a},\n${b}]`, [a, b]],
    ['an array of wrappers', `[{"marche":${a}},{"marche":[${b}]}]`, [`marche: ${a}`, `marche: ${b}`]],
    ['one object a line', `${a}\n${b}\n`, [a, b]],
    ['one object alone, over several lines', JSON.stringify(JSON.parse(b), null, 2), [b]],
    ['empty lists', '{"marches":{"marche":[],"contrat-concession":[]}}', []],
  ])('%s', (_, text, expected) => {
    expect(scanInAnyChunks(text)).toEqual(expected);
  });
});

describe('the scanner reports a broken record and goes on', () => {
  it.each([
    ['a brace that is missing', `[{"id":"0","acheteur":{"id":"x","objet":"y"},${a},${b}]`, ['broken', a, b]],
    ['a quote left open', `[{"id":"0","objet":"abc},${b},${a}]`, ['broken', b, a]],
    ['a line cut in the middle', `{"id":"0","acheteur":{"id":"9"\n${b}\n${a}`, ['broken', b, a]],
    ['a text cut at the end of its line', `{"id":"0","objet":"cut he\n${b}\n${a}`, ['broken', b, a]],
    ['a list closed by a brace', `[{"id":"0","titulaires":[{"id":"1"}},${b}]`, ['broken', b]],
    ['something else than an object', `[null,"a, ]",12,${b}]`, ['not_an_object', 'not_an_object', 'not_an_object', b]],
    ['a line that is no JSON', `what is this, then\n${a}\n`, ['not_an_object', a]],
  ])('%s', (_, text, expected) => {
    expect(scanInAnyChunks(text)).toEqual(expected);
  });

  it('says that the file is cut, after the records that were whole', () => {
    expect(scanInAnyChunks(`{"marches":[${a},{"id":"2","objet":"b`)).toEqual([`marches: ${a}`, 'marches: cut']);
    expect(scanInAnyChunks(`{"marches":[${a},`)).toEqual([`marches: ${a}`, 'marches: cut']);
  });

  it('gives up a record that never ends rather than hold it, and finds the next', () => {
    const endless = `[{"id":"0","objet":"${'x'.repeat(9 * 1024 * 1024)}"},${b}]`;
    expect(scan(endless, 65_536)).toEqual(['too_long', b]);
  });
});
