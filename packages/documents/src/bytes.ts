import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** A file by its path, or bytes that arrive (an upload). */
export type ByteSource = string | AsyncIterable<Uint8Array>;

/** The compressed file ended before its content did: what came out before is good. */
export class CutFile extends Error {
  override name = 'CutFile';
}

export interface OpenedBytes {
  /** The first bytes, after decompression: enough to tell what the file is. */
  head: Buffer;
  /** Everything, the head included. To be read once. */
  chunks: AsyncIterable<Buffer>;
}

const headBytes = 4096;
// A compressed piece of this size cannot grow into more than about 16 MB, so memory stays bounded.
const gunzipPieceBytes = 16_384;

/** Opens bytes, decompressing gzip whatever the name of the file says. */
export async function openBytes(source: ByteSource): Promise<OpenedBytes> {
  const raw = await peek(typeof source === 'string' ? createReadStream(source) : source);
  return isGzip(raw.head) ? peek(gunzip(raw.chunks)) : raw;
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function peek(source: AsyncIterable<Uint8Array>): Promise<OpenedBytes> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let size = 0;
  let failure: unknown;
  while (size < headBytes) {
    try {
      const next = await iterator.next();
      if (next.done) break;
      first.push(asBuffer(next.value));
      size += next.value.byteLength;
    } catch (error) {
      // A file cut within its first bytes still shows what it is; the reader meets the cut where it is.
      failure = error;
      if (!(error instanceof CutFile)) throw error;
      break;
    }
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      yield* first;
      if (failure) throw failure;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield asBuffer(next.value);
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first).subarray(0, headBytes), chunks: chunks() };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Piece by piece rather than by `pipe`: a stream that fails throws away what it had already decompressed, and the
 * contracts before the cut of a broken download are good.
 */
async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const engine = createGunzip();
  let out: Buffer[] = [];
  let failure: Error | null = null;
  engine.on('data', (chunk: Buffer) => out.push(chunk));
  engine.on('error', (error) => {
    failure = error;
  });
  const taken = (): Buffer[] => {
    const pieces = out;
    out = [];
    return pieces;
  };
  try {
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.byteLength && !failure; from += gunzipPieceBytes) {
        const piece = chunk.subarray(from, from + gunzipPieceBytes);
        await new Promise<void>((resolve) => engine.write(piece, () => resolve()));
        yield* taken();
      }
      if (failure) break;
    }
    if (!failure) {
      await new Promise<void>((resolve) => {
        engine.once('close', resolve);
        engine.end();
      });
    }
    yield* taken();
    if (failure) throw new CutFile('gzip', { cause: failure });
  } finally {
    engine.destroy();
  }
}
