import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';

export interface PdfNode {
  role?: string;
  alt?: string;
  children?: PdfNode[];
}

/** A PDF as another library reads it: its words, what it says of itself, the roles of its structure page by page. */
export async function readPdf(bytes: Uint8Array) {
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
  const trees: PdfNode[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const tree = (await (await pdf.getPage(page)).getStructTree()) as PdfNode | null;
    if (tree) trees.push(tree);
  }
  return {
    text: text.replaceAll(/[\u00a0\u202f]/g, ' '),
    title: info.Title,
    language: info.Language,
    pages: pdf.numPages,
    trees,
    uaPart: /<pdfuaid:part>(\d)</.exec(raw)?.[1] ?? null,
    embedsFonts: /FontFile[23]/.test(raw),
  };
}

/** Every node of a structure with a role, in reading order. */
export function nodesOf(trees: readonly PdfNode[], role: string): PdfNode[] {
  return trees.flatMap((node) => [...(node.role === role ? [node] : []), ...nodesOf(node.children ?? [], role)]);
}

export type SheetRow = (string | number | boolean | Date | null)[];

/** The rows of the first sheet as another library reads them. */
export async function readRows(bytes: Uint8Array): Promise<SheetRow[]> {
  return (await readSheet(Buffer.from(bytes))) as SheetRow[];
}

/** The hours of a line of a table of hours, by the words it begins with, in hundredths. */
export function hundredthsOf(row: SheetRow | undefined): number[] {
  return (row ?? []).filter((cell): cell is number => typeof cell === 'number').map((hours) => Math.round(hours * 100));
}
