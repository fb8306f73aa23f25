import { strToU8, zipSync } from 'fflate';
import type { CvSource } from './cv-corpus.ts';
import { escapedXml, piecesOf, runsOf } from './cv-corpus-lines.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A Word document as Word lays it out: styles, true lists, tables, header and footer parts, a text box written twice. */
export function docxOfSource(source: CvSource): Uint8Array {
  const part = (lines: readonly string[] = []) => bodyOf(lines, source);
  const repeated = (['header', 'footer'] as const).filter((name) => source[name]);
  const sections = repeated.map((name) => `<w:${name}Reference w:type="default" r:id="${name}"/>`).join('');
  const box = source.box ? textBox(part(source.box)) : '';
  const body = `${box}${part(source.top)}${part(source.aside)}${part(source.main)}<w:sectPr>${sections}</w:sectPr>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(repeated),
    '_rels/.rels': relationships([['document', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles', 'styles.xml'],
      ['numbering', 'numbering', 'numbering.xml'],
      ...repeated.map((name): [string, string, string] => [name, name, `${name}1.xml`]),
    ]),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${declaration}<w:styles ${namespaces}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
    'word/numbering.xml': `${declaration}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${escapedXml(source.bullet ?? '•')}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  };
  for (const name of repeated) {
    const root = name === 'header' ? 'w:hdr' : 'w:ftr';
    parts[`word/${name}1.xml`] = `${declaration}<${root} ${namespaces}>${part(source[name])}</${root}>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function bodyOf(lines: readonly string[], { bullet, layout }: CvSource): string {
  return piecesOf(lines, bullet, layout === 'table')
    .map((piece) => {
      if (piece.kind === 'table') return tableOf(piece.rows);
      if (piece.kind === 'heading') return paragraph(piece.text, '<w:pStyle w:val="Titre1"/>');
      if (piece.kind === 'line') return paragraph(piece.text);
      return paragraph(piece.text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    })
    .join('');
}

function paragraph(text: string, properties = ''): string {
  const runs = runsOf(text).map((run) => `<w:r><w:t xml:space="preserve">${escapedXml(run)}</w:t></w:r>`);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.join('')}</w:p>`;
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const drawn = rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`);
  // A table that ends a document is followed by an empty paragraph.
  return `<w:tbl><w:tblPr/>${drawn.join('')}</w:tbl><w:p/>`;
}

/** Drawn for today's readers, and once more for those before 2010: the same words twice, of which one is read. */
function textBox(content: string): string {
  const inner = `<w:txbxContent>${content}</w:txbxContent>`;
  const today = `<mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="2000000" cy="2000000"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>${inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>`;
  const before = `<mc:Fallback><w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict></mc:Fallback>`;
  return `<w:p><w:r><mc:AlternateContent>${today}${before}</mc:AlternateContent></w:r></w:p>`;
}

function contentTypes(repeated: readonly string[]): string {
  const kinds = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['numbering', 'numbering'],
    ...repeated.map((name) => [`${name}1`, name]),
  ];
  const overrides = kinds.map(
    ([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${media}.${kind}+xml"/>`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`;
}

function relationships(targets: readonly [id: string, kind: string, target: string][]): string {
  const written = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
}
