import { extractTextItems, getDocumentProxy } from 'unpdf';
import { linesOfPages } from './page-layout.ts';
import { CvFileRefused } from './source.ts';

const mostPages = 30;

/** The words of a PDF in reading order, column after column. A PDF without words is refused: a scan, most likely. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  let text: string;
  try {
    // The library takes the bytes over: it gets a copy.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    if (document.numPages > mostPages) throw new CvFileRefused('cv_file.expands');
    const { items } = await extractTextItems(document);
    text = linesOfPages(items).join('\n');
    await document.cleanup();
  } catch (error) {
    if (error instanceof CvFileRefused) throw error;
    const password = error instanceof Error && error.name === 'PasswordException';
    throw new CvFileRefused(password ? 'cv_file.password' : 'cv_file.broken', {}, { cause: error });
  }
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < 20) throw new CvFileRefused('cv_file.no_text');
  return text;
}
