import { isOle, oleKind } from '../ole.ts';
import { canBeText, textOfFile } from '../text.ts';
import { isZip, listZip, shortTextIn } from '../zip-listing.ts';

/** Kinds of file that are taken somewhere. */
export const uploadKinds = [
  'pdf',
  'docx',
  'odt',
  'xlsx',
  'csv',
  'text',
  'json',
  'xml',
  'jpeg',
  'png',
  'webp',
  'gzip',
] as const;
export type UploadKind = (typeof uploadKinds)[number];

/** Kinds that are taken nowhere, by the end of their refusal code. */
export type RefusedKind =
  | 'empty'
  | 'broken'
  | 'protected'
  | 'old_word'
  | 'old_excel'
  | 'rich_text'
  | 'macros'
  | 'archive'
  | 'program'
  | 'web_page'
  | 'heic'
  | 'media'
  | 'unknown';

type Sniffed = { kind: UploadKind } | { refused: RefusedKind };

/** What the bytes are, whatever the name of the file or the browser says. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.byteLength === 0) return { refused: 'empty' };
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  if (head.startsWith('%PDF-')) return { kind: 'pdf' };
  // A text may well begin with MZ: a mark made of letters alone counts only in what cannot be text.
  const text = canBeText(bytes);
  const marked = marks.find(([at, mark]) => head.startsWith(mark, at) && !(text && /^[\w ]+$/.test(mark)))?.[2];
  if (marked) return marked;
  if (isZip(bytes)) return zipped(bytes);
  if (isOle(bytes)) {
    const kind = oleKind(bytes);
    if (kind === 'protected') return { refused: 'protected' };
    return { refused: kind === 'doc' ? 'old_word' : kind === 'xls' ? 'old_excel' : 'unknown' };
  }
  const told: Sniffed = text ? written(textOfFile(bytes.subarray(0, 8192))) : { refused: 'unknown' };
  // Some programs write a few bytes before the mark, and readers of PDF accept it within the first kilobyte; a program
  // or a page that carries it is still what it begins as.
  const page = 'refused' in told && told.refused === 'web_page';
  return head.includes('%PDF-') && !page ? { kind: 'pdf' } : told;
}

/** Where a mark stands, the mark, and what it tells; the first that fits wins. */
const marks: [number, string, Sniffed][] = [
  [0, '\u00ff\u00d8\u00ff', { kind: 'jpeg' }],
  [0, '\u0089PNG\r\n\u001a\n', { kind: 'png' }],
  [8, 'WEBP', { kind: 'webp' }],
  [0, '\u001f\u008b', { kind: 'gzip' }],
  ...['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].map((brand): [number, string, Sniffed] => [
    4,
    `ftyp${brand}`,
    { refused: 'heic' },
  ]),
  ...[[4, 'ftyp'] as const, [8, 'AVI '] as const, [8, 'WAVE'] as const].map(([at, mark]): [number, string, Sniffed] => [
    at,
    mark,
    { refused: 'media' },
  ]),
  ...startOf('media', 'ID3', 'OggS', 'fLaC', '\u001aE\u00df\u00a3'),
  ...startOf('program', 'MZ', '\u007fELF', '#!', '\u00ca\u00fe\u00ba\u00be', '\u00cf\u00fa\u00ed\u00fe'),
  ...startOf('archive', 'Rar!', '7z\u00bc\u00af', 'BZh', '\u00fd7zXZ'),
  ...startOf('rich_text', '{\\rtf'),
];

function startOf(refusedKind: RefusedKind, ...starts: string[]): [number, string, Sniffed][] {
  return starts.map((start) => [0, start, { refused: refusedKind }]);
}

function zipped(bytes: Uint8Array): Sniffed {
  const names = listZip(bytes)?.names;
  if (!names) return { refused: 'broken' };
  // Macros of Excel 4 stand in sheets of their own.
  if ([...names].some((name) => /(^|\/)(vbaProject\.bin$|macrosheets\/)/i.test(name))) return { refused: 'macros' };
  if (names.has('word/document.xml')) return { kind: 'docx' };
  if (names.has('xl/workbook.xml')) return { kind: 'xlsx' };
  // The kind of an OpenDocument file should be its first entry, not compressed; an archive made anew forgets both.
  const mimetype = names.has('content.xml') ? shortTextIn(bytes, 'mimetype') : '';
  if (mimetype.trim() === 'application/vnd.oasis.opendocument.text') return { kind: 'odt' };
  return { refused: names.has('content.xml') ? 'unknown' : 'archive' };
}

function written(text: string): Sniffed {
  const start = text.trimStart();
  if (start === '') return { refused: 'empty' };
  if (/^<(!doctype\s+html|html|head|body|script|svg)\b/i.test(start)) return { refused: 'web_page' };
  if (start.startsWith('<')) return /<(svg|html)\b/i.test(start) ? { refused: 'web_page' } : { kind: 'xml' };
  if (/^(\{|\[\s*[[{"\]])/.test(start)) return { kind: 'json' };
  const [first = '', second = ''] = start.split(/\r\n?|\n/);
  const parts = [';', ',', '\t', '|'].find((part) => first.split(part).length > 1 && second.split(part).length > 1);
  return { kind: parts === undefined ? 'text' : 'csv' };
}
