/**
 * Text of a file in UTF-8 or, from the first byte that cannot be UTF-8, Windows-1252: what French spreadsheets save
 * as CSV. A byte order mark is dropped; one of UTF-16 is obeyed ("Unicode text" of Excel).
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: TextDecoder | null = null;
  let carried: Uint8Array = new Uint8Array(0);
  let first = true;
  for await (const chunk of chunks) {
    let bytes = carried.byteLength > 0 ? joined(carried, chunk) : chunk;
    carried = new Uint8Array(0);
    if (first) {
      if (bytes.byteLength < 3) {
        carried = bytes;
        continue;
      }
      first = false;
      if (bytes[0] === 0xff && bytes[1] === 0xfe) decode = new TextDecoder('utf-16le');
      if (bytes[0] === 0xfe && bytes[1] === 0xff) decode = new TextDecoder('utf-16be');
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    if (decode) {
      yield decode.decode(bytes, { stream: true });
      continue;
    }
    const whole = bytes.byteLength - unfinishedBytes(bytes);
    try {
      yield strict.decode(bytes.subarray(0, whole));
      carried = bytes.slice(whole);
    } catch {
      decode = new TextDecoder('windows-1252');
      yield decode.decode(bytes, { stream: true });
    }
  }
  if (decode) yield decode.decode();
  else if (carried.byteLength > 0) yield textOf(carried);
}

/** The text of bytes that are all there. */
export function textOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The text of a whole file, its mark left out: UTF-16 where the mark says so, else as `textOf`. */
export function textOfFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return textOf(bytes).replace(/^\ufeff/, '');
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes at the end begin a character whose rest is in the next chunk. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.byteLength; back++) {
    const byte = bytes[bytes.byteLength - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.byteLength + b.byteLength);
  both.set(a);
  both.set(b, a.byteLength);
  return both;
}

/** Whether bytes can be text at all: no zero byte, but in UTF-16, whose mark comes first. */
export function canBeText(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 || !bytes.subarray(0, 65_536).includes(0);
}
