import { gzipSync } from 'node:zlib';
import { CutFile, isGzip, openBytes } from '@jonction/documents/bytes';
import { CvFileRefused } from '@jonction/documents/cv/source';
import { unzipWanted } from '@jonction/documents/cv/unzip';
import { parseXml } from '@jonction/documents/cv/xml';
import { cvTextOf } from '@jonction/documents/cv-text';
import { openSheet } from '@jonction/documents/sheet';
import { isZip, listZip, shortTextIn } from '@jonction/documents/zip-listing';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const megabyte = 1_000_000;
const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof CvFileRefused) return error.code;
    throw error;
  }
  return 'taken';
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The archive with another size declared for what is within, in both places where one is. */
function declaring(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const local = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
  const central = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
  bytes.writeUInt32LE(size, local + 22);
  bytes.writeUInt32LE(size, central + 24);
  return bytes;
}

describe('unzipWanted', () => {
  const all = () => true;

  it('unfolds what is wanted and nothing else', () => {
    const archive = zipSync({ a: strToU8('un'), b: strToU8('deux'), c: strToU8('trois') });
    const parts = unzipWanted(archive, (name) => name !== 'b');
    expect([...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a', 'un'],
      ['c', 'trois'],
    ]);
  });

  it('refuses an archive that would unfold to more than 40 MB, before any of it is', () => {
    const small = zipSync({ a: strToU8('un'), b: strToU8('deux') });
    expect(refusalOf(() => unzipWanted(declaring(small, 40 * megabyte + 1), all))).toBe('cv_file.expands');
    expect(refusalOf(() => unzipWanted(declaring(small, 40 * megabyte - 4), all))).not.toBe('cv_file.expands');
    // What is not wanted does not count: pictures of a CV stay folded.
    expect(refusalOf(() => unzipWanted(declaring(small, 41 * megabyte), (name) => name === 'b'))).toBe('taken');
  });

  it('refuses an archive of more than 3000 entries', () => {
    const names = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, new Uint8Array(0)]));
    expect(refusalOf(() => unzipWanted(zipSync(names(3000)), all))).toBe('taken');
    expect(refusalOf(() => unzipWanted(zipSync(names(3001)), () => false))).toBe('cv_file.expands');
  });

  it('gives an entry that lies about its size no more room than it declared', () => {
    const lying = declaring(zipSync({ a: new Uint8Array(5 * megabyte) }), 1000);
    const outcome = refusalOf(() => {
      for (const bytes of unzipWanted(lying, all).values()) expect(bytes.byteLength).toBeLessThanOrEqual(1000);
    });
    expect(['taken', 'cv_file.broken']).toContain(outcome);
  });

  it('refuses as broken what is cut or no archive, wherever it is cut', () => {
    const archive = zipSync({ a: strToU8('un texte qui se répète, un texte qui se répète') });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: archive.byteLength - 1 }), (at) => {
        expect(refusalOf(() => unzipWanted(archive.subarray(0, at), all))).toBe('cv_file.broken');
      }),
    );
    expect(refusalOf(() => unzipWanted(Buffer.from('PK\u0003\u0004 and then nothing'), all))).toBe('cv_file.broken');
  });
});

describe('the listing of an archive', () => {
  it('has every name and what all would weigh, without unfolding any', () => {
    const listing = listZip(zipSync({ a: new Uint8Array(2 * megabyte), 'b/c.xml': new Uint8Array(5) }));
    expect(listing && [...listing.names].sort()).toEqual(['a', 'b/c.xml']);
    expect(listing?.unfoldedBytes).toBe(2 * megabyte + 5);
  });

  it('is none for what is no archive', () => {
    expect(listZip(Buffer.from('Contrat;Heures'))).toBeNull();
    expect(listZip(new Uint8Array(0))).toBeNull();
    expect(isZip(Buffer.from('PK\u0003\u0004'))).toBe(true);
    expect(isZip(Buffer.from('PK;Heures'))).toBe(false);
  });

  it('gives a short text, and none that is long, absent or within what is broken', () => {
    const archive = zipSync({ mimetype: strToU8('application/x'), long: new Uint8Array(201) });
    expect(shortTextIn(archive, 'mimetype')).toBe('application/x');
    expect(shortTextIn(archive, 'long')).toBe('');
    expect(shortTextIn(archive, 'absent')).toBe('');
    expect(shortTextIn(archive.subarray(0, 20), 'mimetype')).toBe('');
  });
});

describe('a hostile document ends as a refusal', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'a Word document that unfolds without end',
      declaring(zipSync({ 'word/document.xml': strToU8('x') }), 41 * megabyte),
      'cv_file.expands',
    ],
    [
      'an OpenDocument that unfolds without end',
      declaring(zipSync({ 'content.xml': strToU8('x'), mimetype: strToU8('x') }), 41 * megabyte),
      'cv_file.expands',
    ],
    [
      'a Word document with a document type',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'cv_file.broken',
    ],
    [
      'an OpenDocument with entities',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
      }),
      'cv_file.broken',
    ],
    ['XML with entities', strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'cv_file.broken'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('x') }), 'cv_file.unknown_kind'],
    ['a file over 10 MB', new Uint8Array(10 * megabyte + 1), 'cv_file.too_large'],
  ])('%s', async (_, bytes, code) => {
    await expect(cvTextOf(bytes)).rejects.toMatchObject({ code });
  });

  it('XML nested without end is refused as broken, not by a stack that overflows', () => {
    const deep = `${'<a>'.repeat(5000)}x${'</a>'.repeat(5000)}`;
    expect(refusalOf(() => parseXml(deep))).toBe('cv_file.broken');
  });

  it('a CSV in gzip that unfolds without end is refused as too large', async () => {
    const bomb = gzipSync(Buffer.alloc(11 * 1024 * 1024, 'a;b\n'));
    expect(bomb.byteLength).toBeLessThan(megabyte / 10);
    expect(await openSheet(once(bomb))).toMatchObject({ ok: false, refusal: { code: 'sheet.too_large' } });
  });
});

describe('openBytes', () => {
  async function read(bytes: Uint8Array, pieceBytes: number): Promise<{ head: string; all: Buffer; cut: boolean }> {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let from = 0; from < bytes.byteLength; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
    }
    const opened = await openBytes(pieces());
    const parts: Buffer[] = [];
    let cut = false;
    try {
      for await (const chunk of opened.chunks) parts.push(chunk);
    } catch (error) {
      if (!(error instanceof CutFile)) throw error;
      cut = true;
    }
    return { head: opened.head.toString('latin1'), all: Buffer.concat(parts), cut };
  }

  const content = Buffer.from('Contrat;Heures\n'.repeat(3000));

  it('gives the same bytes, folded or not, however they arrive', async () => {
    const gzipped = gzipSync(content);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), fc.boolean(), async (size, folded) => {
        const { head, all, cut } = await read(folded ? gzipped : content, size);
        expect(all.equals(content)).toBe(true);
        expect(head).toBe(content.subarray(0, 4096).toString('latin1'));
        expect(cut).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('gives what came before the cut of a folded file, and says that it is cut', async () => {
    const random = Buffer.from(Array.from({ length: 40_000 }, (_, at) => (at * 7919 * (at % 251)) & 0xff));
    const gzipped = gzipSync(random);
    const { all, cut } = await read(gzipped.subarray(0, gzipped.byteLength - 500), 1000);
    expect(cut).toBe(true);
    expect(all.byteLength).toBeGreaterThan(0);
    expect(random.subarray(0, all.byteLength).equals(all)).toBe(true);
  });

  it('shows the head of a file cut within its first bytes', async () => {
    const gzipped = gzipSync(Buffer.from('{"marches":[{"id":"1"}]}'));
    const { head, cut } = await read(gzipped.subarray(0, gzipped.byteLength - 4), 5);
    expect(head).toContain('"marches"');
    expect(cut).toBe(true);
  });

  it('tells gzip by its first bytes', () => {
    expect(isGzip(gzipSync(''))).toBe(true);
    expect(isGzip(Buffer.from('{}'))).toBe(false);
    expect(isGzip(new Uint8Array(0))).toBe(false);
  });

  it('closes what it reads from when the reader stops early', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.alloc(5000, 'a');
      } finally {
        closed = true;
      }
    }
    const { chunks } = await openBytes(endless());
    for await (const _ of chunks) break;
    expect(closed).toBe(true);
  });
});
