import { textOf } from '../text.ts';

/** Words of a text file: UTF-8, UTF-16 with its mark, else Windows-1252. */
export function textOfPlain(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return textOf(bytes).replace(/^\uFEFF/, '');
}
