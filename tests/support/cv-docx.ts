import { strToU8, zipSync } from 'fflate';

export interface DocxOptions {
  /** Lines with "label | value" or wide spaces become table rows. */
  table?: boolean;
  /** Words in a text box anchored in the first paragraph. */
  boxed?: string[];
}

/** A Word document written by hand: one paragraph a line, bullets kept as characters. */
export function docxOf(text: string, { table = false, boxed = [] }: DocxOptions = {}): Uint8Array {
  const body = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const cells = table ? line.split(/\s+\|\s+|\s{4,}/).filter((cell) => cell !== '') : [];
      return cells.length > 1 ? rowOf(cells) : paragraph(line);
    });
  const box = boxed.length > 0 ? [textBox(boxed)] : [];
  const namespaces =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${[...box, ...body].join('')}</w:body></w:document>`,
    ),
  });
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

function rowOf(cells: readonly string[]): string {
  return `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr></w:tbl>`;
}

function textBox(lines: readonly string[]): string {
  return `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${lines.map(paragraph).join('')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
