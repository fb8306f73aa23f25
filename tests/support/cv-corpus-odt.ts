import { strToU8, zipSync } from 'fflate';
import type { CvSource } from './cv-corpus.ts';
import { escapedXml, piecesOf, runsOf } from './cv-corpus-lines.ts';

const open = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = ['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="${open}:${name}:1.0"`).join(' ');
const type = 'application/vnd.oasis.opendocument.text';

/** An OpenDocument text as LibreOffice lays it out: headings, true lists, tables, spans, counted spaces. */
export function odtOfSource(source: CvSource): Uint8Array {
  const lines = [...(source.top ?? []), ...(source.box ?? []), ...(source.aside ?? []), ...source.main];
  const body = piecesOf(lines, source.bullet, source.layout === 'table')
    .map((piece) => {
      if (piece.kind === 'heading') return `<text:h text:outline-level="1">${inside(piece.text)}</text:h>`;
      if (piece.kind === 'line') return paragraph(piece.text);
      if (piece.kind === 'item')
        return `<text:list text:style-name="L1"><text:list-item>${paragraph(piece.text)}</text:list-item></text:list>`;
      const rows = piece.rows.map((cells) => {
        const drawn = cells.map((cell) => `<table:table-cell>${paragraph(cell)}</table:table-cell>`);
        return `<table:table-row>${drawn.join('')}</table:table-row>`;
      });
      return `<table:table>${rows.join('')}</table:table>`;
    })
    .join('');
  const lists = `<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="${escapedXml(source.bullet ?? '•')}"/></text:list-style>`;
  return zipSync({
    // First and uncompressed, as the format asks.
    mimetype: [strToU8(type), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${lists}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="${open}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  });
}

function paragraph(text: string): string {
  return `<text:p>${inside(text)}</text:p>`;
}

function inside(text: string): string {
  return runsOf(text)
    .map((run) => `<text:span>${spaced(run)}</text:span>`)
    .join('');
}

/** Spaces that follow each other, or that a run begins or ends with, are counted: the format drops them otherwise. */
function spaced(run: string): string {
  return escapedXml(run).replace(/^ +| +$| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}
