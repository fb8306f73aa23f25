import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import { cellText, isFigure, type Printed, type PrintedBlock } from './printed.ts';
import { pageTemplate } from './template.ts';

/**
 * The paper as a tagged PDF (PDF/UA-1: title, language, structure, headers of tables, words for the QR code). Blocks the thread for
 * some milliseconds a page: `print.ts` does it aside. Throws where the paper cannot be set, which is a fault of ours.
 */
export function compilePdf(printed: Printed, at: Date): Uint8Array {
  const compiler = NodeCompiler.create();
  const set = (readable: (text: string) => string) => {
    const data = JSON.stringify(inputOf(printed), (_, value) => (typeof value === 'string' ? readable(value) : value));
    return compiler.pdf(
      { mainFileContent: pageTemplate, inputs: { data } },
      { pdfStandard: 'ua-1', creationTimestamp: Math.floor(at.getTime() / 1000) },
    );
  };
  try {
    return set((text) => text);
  } catch {
    // PDF/UA takes no letter that no font draws, and a machine may have no font but ours: a paper with "?" is better than none.
    return set((text) => text.replaceAll(undrawn, '?'));
  }
}

/** What the face that comes with the compiler may not draw: all but Latin, Greek and Cyrillic letters and usual signs. */
const undrawn = /[^\t\n -~\u00a0-\u024f\u0370-\u04ff\u2010-\u2027\u202f-\u205e\u20ac\u2212]/gu;

function inputOf({ check, blocks, ...printed }: Printed) {
  return {
    ...printed,
    blocks: blocks.map((block) => blockOf(block, printed.locale)),
    check: check ? { ...check, qr: renderSVG(check.address, { border: 2 }) } : null,
  };
}

function blockOf(block: PrintedBlock, locale: Printed['locale']) {
  const text = (cell: Parameters<typeof cellText>[0]) => cellText(cell, locale);
  if (block.kind === 'facts') return { ...block, rows: block.rows.map(([label, value]) => [label, text(value)]) };
  if (block.kind !== 'table') return block;
  return {
    ...block,
    rows: block.rows.map((row) => row.map(text)),
    total: block.total?.map(text) ?? null,
    // Words take the room that figures leave.
    columns: block.headers.map((_, column) => !isFigure(block.rows[0]?.[column])),
  };
}
