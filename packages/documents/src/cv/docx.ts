import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { textOf } from '../text.ts';
import { linesOfHtml } from './html.ts';
import { CvFileRefused } from './source.ts';
import { parseXml, type XmlNode } from './xml.ts';

/** The text parts of a Word document; pictures, fonts and macros stay in the archive. */
export function isDocxText(name: string): boolean {
  return name === '[Content_Types].xml' || /^_rels\/|^word\/(?:_rels\/[^/]+|[^/]+\.xml)$/.test(name);
}

/**
 * The words of a Word document: paragraphs, lists, tables (a short row on one line) and text boxes.
 * Takes parts that were already decompressed within bounds, and hands the library an archive of them alone.
 */
export async function textOfDocx(parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  for (const [name, bytes] of parts) {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('<!DOCTYPE')) {
      throw new CvFileRefused('cv_file.broken', { name });
    }
  }
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(archive) }, { convertImage: noImage });
  // Names and telephones often stand in the head of the page, which the library leaves out.
  return [...besidePages(parts, 'header'), ...linesOfHtml(value), ...besidePages(parts, 'footer')].join('\n');
}

/** The paragraphs of the heads or of the feet of pages, those of several alike once. */
function besidePages(parts: ReadonlyMap<string, Uint8Array>, place: 'header' | 'footer'): string[] {
  const lines = [...parts]
    .filter(([name]) => new RegExp(`^word/${place}\\d*\\.xml$`).test(name))
    .flatMap(([, bytes]) => paragraphsOf(parseXml(textOf(bytes)).children));
  return [...new Set(lines)];
}

function paragraphsOf(nodes: readonly XmlNode[]): string[] {
  return nodes.flatMap((node) => (node.name === 'p' ? [wordsOf(node.children)] : paragraphsOf(node.children)));
}

function wordsOf(nodes: readonly XmlNode[]): string {
  return nodes
    .map(({ name, text, children }) => {
      if (name === '') return text;
      if (name === 'tab') return '\t';
      return skipped.has(name) ? '' : wordsOf(children);
    })
    .join('');
}

/** What no reader of the page sees: codes of fields (the number of the page), words struck out by a reviser. */
const skipped = new Set(['instrText', 'delText', 'del', 'pPr', 'rPr']);
