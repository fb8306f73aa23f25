import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { linesOfHtml } from './html.ts';
import { CvFileRefused } from './source.ts';

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
  return linesOfHtml(value).join('\n');
}
