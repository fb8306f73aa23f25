import type { Block } from './cv-files.ts';

const fontSize = 10;
const leading = 13;
const top = 800;
const placeOf = { gauche: 40, droite: 230, pleine: 40 };
/** Helvetica's mean advance, enough to place words apart. */
const advance = 5.8;

/** A PDF of one page written by hand: Helvetica in WinAnsi, two columns where the source has them. */
export function pdfOf(blocks: readonly Block[]): Uint8Array {
  const texts: string[] = [];
  let y = top;
  let columnTop = top;
  let lowest = top;
  for (const [order, { place, lines }] of blocks.entries()) {
    const before = blocks[order - 1]?.place;
    if (place === 'droite' && before === 'gauche') y = columnTop;
    else y = lowest;
    if (place === 'gauche') columnTop = y;
    for (const line of lines) {
      texts.push(...wordsAt(line, placeOf[place], y));
      y -= leading;
    }
    lowest = Math.min(lowest, y);
  }
  return document(`BT /F1 ${fontSize} Tf\n${texts.join('\n')}\nET`);
}

/** A PDF of several pages, each of plain lines; an empty one is a scan. */
export function pagesPdf(pages: readonly (readonly string[])[]): Uint8Array {
  return document(
    ...pages.map((lines) =>
      lines.length === 0
        ? '0.5 g 50 50 400 600 re f'
        : `BT /F1 ${fontSize} Tf\n${lines.flatMap((line, at) => wordsAt(line, placeOf.pleine, top - at * leading)).join('\n')}\nET`,
    ),
  );
}

/** A PDF whose page holds no text, only a grey square: what a scanner makes. */
export function scannedPdf(): Uint8Array {
  return document('0.5 g 50 50 400 600 re f');
}

function wordsAt(line: string, left: number, y: number): string[] {
  // Wide spaces of the source are real places on the page, as a word processor's tabs make.
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(
    (match) => `1 0 0 1 ${left + match.index * advance} ${y} Tm (${escaped(match[0])}) Tj`,
  );
}

function escaped(text: string): string {
  return [...text].map((character) => winAnsi(character)).join('');
}

const special = new Map([
  ['–', 0x96],
  ['—', 0x97],
  ['’', 0x92],
  ['•', 0x95],
  ['●', 0x95],
  ['œ', 0x9c],
  ['Œ', 0x8c],
  ['…', 0x85],
]);

function winAnsi(character: string): string {
  const code = special.get(character) ?? character.codePointAt(0) ?? 63;
  if (code > 255) return '?';
  if (code > 126) return `\\${code.toString(8).padStart(3, '0')}`;
  return /[()\\]/.test(character) ? `\\${character}` : character;
}

function document(...contents: string[]): Uint8Array {
  const font = 3 + 2 * contents.length;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${contents.map((_, at) => `${3 + 2 * at} 0 R`).join(' ')}] /Count ${contents.length} >>`,
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${4 + 2 * at} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, order) => {
    const offset = file.length;
    file += `${order + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A PDF whose page is drawn by the compressed bytes given: what a hostile file hides there is not text. */
export function pdfWithStream(stream: Uint8Array): Uint8Array {
  const head = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
  ].map((object, order) => `${order + 1} 0 obj\n${object}\nendobj\n`);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n${head.join('')}4 0 obj\n<< /Length ${stream.byteLength} /Filter /FlateDecode >>\nstream\n`,
      'latin1',
    ),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF', 'latin1'),
  ]);
}
