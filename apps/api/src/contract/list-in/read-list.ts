import { parseContractRow } from '@jonction/documents/contracts-sheet';
import { applyMapping, findTable, readMapping, suggestMapping, type Table } from '@jonction/documents/mapping';
import { textOfCell } from '@jonction/documents/sheet/cell';
import { type ContractsField, contractsForm } from '@jonction/documents/sheet/contracts-form';
import { openSheetInWorker } from '@jonction/documents/sheet/open-in-worker';
import type { ListedContract } from '@jonction/domain/contract/listed';
import type { RowProblem } from '@jonction/domain/participant/import';
import { settle } from '../../refuse.ts';

export interface ReadContracts {
  mapping: Readonly<Record<string, ContractsField>>;
  /** Columns of ours that no header is for and without which nothing can be entered. */
  missing: ContractsField[];
  rows: { record: number; name: string; row: ListedContract | null; problems: RowProblem[] }[];
}

/** Opens a list of contracts; refused in words when it is no spreadsheet. */
export async function openContracts(bytes: Uint8Array): Promise<Table> {
  return findTable(settle(await openSheetInWorker(bytes), 'file'), contractsForm.fields);
}

/** Reads every row under a mapping; headers that it does not name are guessed. Rows that hold nothing are stepped over. */
export function readContracts(table: Table, given: Readonly<Record<string, string>>): ReadContracts {
  const { fields } = contractsForm;
  const chosen = settle(readMapping<ContractsField>(given, fields), 'mapping');
  const applied = applyMapping(table, fields, chosen);
  if (!applied.ok) {
    const mapping = { ...suggestMapping(table.headers, fields), ...chosen };
    const mapped = new Set(Object.values(mapping));
    const missing = fields.filter(({ required, key }) => required && !mapped.has(key));
    return { mapping, missing: missing.map(({ key }) => key), rows: [] };
  }
  const { rows, mapping } = applied.value;
  const filled = rows.filter(({ cells }) => Object.values(cells).some((cell) => textOfCell(cell) !== ''));
  return {
    mapping,
    missing: [],
    rows: filled.map((cells) => {
      const read = parseContractRow(cells);
      const { reference, lot } = cells.cells;
      return {
        record: cells.row,
        name: [textOfCell(reference), textOfCell(lot) && `lot ${textOfCell(lot)}`].filter(Boolean).join(', '),
        row: read.ok ? read.value : null,
        problems: read.ok ? [] : read.problems.map(({ field, code, facts }) => ({ field, code, facts })),
      };
    }),
  };
}
