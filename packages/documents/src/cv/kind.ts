import { textOfFile } from '../text.ts';
import { CvFileRefused } from './source.ts';

export type CvFileKind = 'pdf' | 'zip' | 'xml' | 'json' | 'text';

/** What the bytes are, whatever the name of the file says; refuses what is no document. */
export function cvFileKind(bytes: Uint8Array): CvFileKind {
  if (bytes.byteLength === 0) throw new CvFileRefused('cv_file.empty');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).toString('latin1');
  // A PDF may begin with a few foreign bytes: readers look for its mark in the first kilobyte.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw new CvFileRefused('cv_file.old_word');
  if (head.startsWith('{\\rtf')) throw new CvFileRefused('cv_file.rich_text');
  if (
    images.some((mark) => head.startsWith(mark)) ||
    /^RIFF[\s\S]{4}WEBP|^[\s\S]{4}ftyp(?:heic|heif|mif1|avif)/.test(head)
  ) {
    throw new CvFileRefused('cv_file.image');
  }
  if (looksBinary(bytes)) throw new CvFileRefused('cv_file.unknown_kind');
  const start = textOfFile(bytes.subarray(0, 4096)).trimStart();
  if (start.startsWith('<?xml') || /^<(?:\w+:)?(?:SkillsPassport|Candidate|Profile)\b/.test(start)) return 'xml';
  if (/^<!doctype|^<html|^<svg/i.test(start)) throw new CvFileRefused('cv_file.unknown_kind');
  return start.startsWith('{') || /^\[\s*[[{"]/.test(start) ? 'json' : 'text';
}

const images = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'II*\u0000', 'MM\u0000*'];

/** Text has no control characters but spacing; UTF-16 is text that begins with its mark. */
function looksBinary(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return false;
  const looked = Math.min(bytes.byteLength, 65_536);
  let strange = 0;
  for (let at = 0; at < looked; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange++;
  }
  return strange > looked / 100;
}
