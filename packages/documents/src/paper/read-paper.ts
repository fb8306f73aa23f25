import { type SecretKind, secretNumbersIn } from '@jonction/domain/reference/secret-number';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import { textOfOdt } from '../cv/odt.ts';
import { linesOfPage } from '../cv/page-layout.ts';
import { unzipWanted } from '../cv/unzip.ts';
import { textOfCell } from '../sheet/cell.ts';
import { openSheet } from '../sheet.ts';
import type { PaperKind } from './kind.ts';

/** What reading a paper told. `where`: the page, the sheet; '' for a text without pages. */
export type PaperReading =
  | { kind: 'secret'; secret: SecretKind; where: string }
  /** `unread`: it holds pages without words, a photo or a scan, that nobody but a person can look at. `pages`: or sheets. */
  | { kind: 'clear'; unread: boolean; pages: number }
  | { kind: 'broken' | 'protected' | 'too_long' };

interface Page {
  where: string;
  text: string;
}

/** A paper of a month's hours is a few pages: what is longer is another document. */
const mostPages = 60;
const fewestSigns = 20;

/**
 * Looks for numbers of a person that no paper of a declaration needs, page by page. A photo is not read. A hostile file may take
 * long: outside tests, call it through `checkPaperInWorker`.
 */
export async function readPaper(bytes: Uint8Array, kind: PaperKind): Promise<PaperReading> {
  if (kind === 'jpeg' || kind === 'png') return { kind: 'clear', unread: true, pages: 1 };
  let pages: Page[];
  try {
    pages = await pagesOf(bytes, kind);
  } catch (error) {
    const password = error instanceof Error && error.name === 'PasswordException';
    return { kind: error instanceof TooLong ? 'too_long' : password ? 'protected' : 'broken' };
  }
  for (const { where, text } of pages) {
    const [first] = secretNumbersIn(text);
    if (first) return { kind: 'secret', secret: first.kind, where };
  }
  return {
    kind: 'clear',
    unread: pages.length === 0 || pages.some(({ text }) => isEmpty(text)),
    pages: pages.length,
  };
}

class TooLong extends Error {}

function isEmpty(text: string): boolean {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length < fewestSigns;
}

async function pagesOf(bytes: Uint8Array, kind: 'pdf' | 'xlsx' | 'odt'): Promise<Page[]> {
  if (kind === 'odt') {
    return [{ where: '', text: textOfOdt(unzipWanted(bytes, (name) => /^(content|styles)\.xml$/.test(name))) }];
  }
  return kind === 'pdf' ? pagesOfPdf(bytes) : sheetsOf(bytes);
}

async function pagesOfPdf(bytes: Uint8Array): Promise<Page[]> {
  // The library takes the bytes over: it gets a copy.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  if (document.numPages > mostPages) throw new TooLong();
  const { items } = await extractTextItems(document);
  const fields = await Promise.all(items.map((_, at) => fieldsOf(document, at + 1)));
  await document.cleanup();
  // Twice: as somebody reads it, and as the file was written, which keeps together what the eye would part.
  return items.map((page, at) => ({
    where: String(at + 1),
    text: [...linesOfPage(page), '', page.map(({ str }) => str).join(' '), ...(fields[at] ?? [])].join('\n'),
  }));
}

/** What was typed into the fields of a form, which is no text of the page. */
async function fieldsOf(document: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<string[]> {
  const page = await document.getPage(number);
  const notes: { fieldValue?: unknown; contentsObj?: { str?: unknown } }[] = await page.getAnnotations();
  return notes.flatMap(({ fieldValue, contentsObj }) =>
    [fieldValue, contentsObj?.str].filter((value): value is string => typeof value === 'string'),
  );
}

async function sheetsOf(bytes: Uint8Array): Promise<Page[]> {
  const opened = await openSheet(
    (async function* once() {
      yield bytes;
    })(),
  );
  if (!opened.ok) {
    if (opened.refusal.code === 'sheet.empty') return [];
    throw opened.refusal.code === 'sheet.too_many_rows' ? new TooLong() : new Error(opened.refusal.code);
  }
  return opened.value.sheets.map(({ name, rows }) => ({
    where: name,
    // Cells of a row side by side: a number typed a part in each is found as well.
    text: rows.map(({ cells }) => cells.map(textOfCell).join(' ')).join('\n'),
  }));
}
