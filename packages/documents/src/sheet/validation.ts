import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What the cells of a column may hold, as the spreadsheet itself checks it while somebody types. */
export interface ColumnRule {
  /** From 0. */
  column: number;
  rule: { list: { sheet: string; column: number; length: number } } | { kind: 'day' | 'number' };
  /** Shown when something else is typed, and when the cell is chosen. */
  message: string;
}

type FileContent = Stream | Buffer | Blob;

/**
 * Validation lists and checks for a sheet: the library writes none, so the part of the file that holds them is put in
 * by its own extension point. Lists stand in a sheet of their own because Excel allows 255 characters in place.
 */
export function validation(rulesOf: ReadonlyMap<number, readonly ColumnRule[]>, rows: number): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const rules = rulesOf.get(sheetIndex) ?? [];
            if (rules.length === 0) return xml;
            const markup = rules.map((rule) => markupOf(rule, rows)).join('');
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<dataValidations count="${rules.length}">${markup}</dataValidations>`,
              getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
              'worksheet',
            );
          },
        },
      },
    },
  };
}

function markupOf({ column, rule, message }: ColumnRule, rows: number): string {
  const cells = `${getCellAddress(1, column)}:${getCellAddress(rows, column)}`;
  const text = sanitizeAttributeValue(message.slice(0, 250));
  const shared = `allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${text}" prompt="${text}" sqref="${cells}"`;
  if ('list' in rule) {
    const first = absolute(getCellAddress(1, rule.list.column));
    const last = absolute(getCellAddress(rule.list.length, rule.list.column));
    const source = sanitizeTextContent(`'${rule.list.sheet.replaceAll("'", "''")}'!${first}:${last}`);
    return `<dataValidation type="list" ${shared}><formula1>${source}</formula1></dataValidation>`;
  }
  return rule.kind === 'day'
    ? `<dataValidation type="date" operator="greaterThan" ${shared}><formula1>1</formula1></dataValidation>`
    : `<dataValidation type="decimal" operator="between" ${shared}><formula1>-1000000000</formula1><formula2>1000000000</formula2></dataValidation>`;
}

function absolute(address: string): string {
  return address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
