import type { Tx } from '@jonction/db/client';
import { findSheetLots, type SheetLot, writeBill } from '@jonction/db/contract/obligation';
import { type InvoiceRow, parseInvoiceRow } from '@jonction/documents/invoices-sheet';
import { applyMapping, findTable, readMapping, type Table } from '@jonction/documents/mapping';
import type { Workbook } from '@jonction/documents/sheet';
import { lotReference } from '@jonction/documents/sheet/contract-reference';
import type { SheetForm } from '@jonction/documents/sheet/field';
import { type InvoicesField, invoicesForm } from '@jonction/documents/sheet/invoices-form';
import { openSheetInWorker } from '@jonction/documents/sheet/open-in-worker';
import { ordersForm } from '@jonction/documents/sheet/orders-form';
import type { BillKind } from '@jonction/domain/contract/due';
import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { sentence } from '@jonction/domain/shared/words';
import type { ImportResult, Transact } from '../../hours/import-rows.ts';
import { Refuse, settle } from '../../refuse.ts';
import { words } from '../../words.ts';
import { recomputeDue } from './recompute-due.ts';

export interface InvoicesFile {
  name: string;
  bytes: Uint8Array;
  /** Header -> field, chosen by the person. */
  mapping: Readonly<Record<string, string>>;
}

export interface InvoicesAsked {
  structureId: string;
  userId: string | null;
  today: Day;
  source: 'sheet' | 'command';
  /** What the sheet holds. */
  kind: BillKind;
  locale: Locale;
  progress?: (done: number, total: number) => void;
}

/** A file that came from outside as sheets; refuses what is no table, in words. */
export async function openInvoices(bytes: Uint8Array): Promise<Workbook> {
  return settle(await openSheetInWorker(bytes), 'file');
}

/** The sheet of each kind of bill. */
export const billForms: Readonly<Record<BillKind, SheetForm<InvoicesField>>> = {
  invoice: invoicesForm,
  order: ordersForm,
};

/** The rows of bills under the headers recognised, with what each header is taken for. */
export function billsTable(workbook: Workbook, given: Readonly<Record<string, string>>, kind: BillKind) {
  const { fields } = billForms[kind];
  const mapping = settle(readMapping(given, fields), 'mapping');
  return { table: findTable(workbook, fields, mapping) as Table, mapping };
}

/**
 * Invoices or orders from a spreadsheet. One is known by its lot and its number: the same again is unchanged, or its correction, so that a file
 * may be sent twice. Bad rows come back with their reason, the others are in, contract by contract.
 */
export async function importInvoices(
  file: InvoicesFile,
  transact: Transact,
  { structureId, userId, today, source, kind, locale, progress }: InvoicesAsked,
): Promise<ImportResult & { headers: string[]; changed: number }> {
  const form = billForms[kind];
  const { table, mapping } = billsTable(await openInvoices(file.bytes), file.mapping, kind);
  const { rows, mapping: taken } = settle(applyMapping(table, form.fields, mapping), 'mapping');
  const headerOf = (key: string) => Object.keys(taken).find((header) => taken[header] === key) ?? key;
  const result: ImportResult = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: [] };
  const say = (code: string, facts: Record<string, string | number> = {}) => sentence(words, locale, code, facts);
  const reject = (record: number, field: string, reason: string) =>
    result.rejected.push({ file: file.name, record, field, reason });
  const parsed: { record: number; value: InvoiceRow }[] = [];
  for (const row of rows) {
    if (Object.values(row.cells).every((cell) => cell === null || cell === '')) continue;
    result.read += 1;
    const read = parseInvoiceRow(row, form);
    if (read.ok) parsed.push({ record: read.row, value: read.value });
    else
      reject(
        read.row,
        read.problems[0]?.field ?? '',
        read.problems.map(({ code, facts }) => say(code, facts)).join(' '),
      );
  }
  if (result.read === 0) throw new Refuse('hours.sheet_empty', {}, 'file');
  const lots = await transact((tx) => findSheetLots(tx, structureId, namesIn(parsed.map(({ value }) => value))));
  const known: { record: number; value: InvoiceRow; lot: SheetLot }[] = [];
  const seen = new Set<string>();
  for (const { record, value } of parsed) {
    const [lot, problem] = lotOf(value, lots);
    if (!lot) {
      reject(record, headerOf(problem === 'contract.sheet_lot' ? 'lot' : 'contract'), say(problem));
      continue;
    }
    const key = `${lot.lotId} ${value.invoice}`;
    if (value.date > today) reject(record, headerOf('date'), say('contract.bill_in_future'));
    else if (value.amountCents === 0) reject(record, headerOf('amount'), say('contract.bill_of_nothing'));
    else if (seen.has(key)) reject(record, headerOf('invoice'), say('contract.bill_twice'));
    else {
      seen.add(key);
      known.push({ record, value, lot });
    }
  }
  let done = 0;
  let changed = 0;
  // In the order of their ids: two imports at once take their locks in the same order.
  const groups = [...Map.groupBy(known, ({ lot }) => lot.contractId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [contractId, group] of groups) {
    await transact(async (tx: Tx) => {
      const lotIds = [...new Set(group.map(({ lot }) => lot.lotId))];
      for (const { record, value, lot } of group) {
        const outcome = await writeBill(tx, {
          ...{ structureId, contractId, lotId: lot.lotId, buyerId: lot.buyerId, holderId: lot.leadId, kind },
          ...{ number: value.invoice, onDay: value.date, amountCents: value.amountCents },
          ...{ source, fileName: file.name.slice(-200), record, recordedBy: userId },
        });
        result[outcome] += 1;
      }
      changed += (await recomputeDue(tx, { structureId, lotIds }, { today, cause: 'invoice' })).length;
    });
    done += group.length;
    progress?.(done, known.length);
  }
  result.rejected.sort((a, b) => a.record - b.record);
  return { ...result, headers: table.headers, changed };
}

const bare = (number: string) => number.replace(/^[^\d]*0*(?=\d)/, '').trim();

function namesIn(rows: readonly InvoiceRow[]): { numbers: string[]; references: string[] } {
  const numbers = new Set<string>();
  const references = new Set<string>();
  for (const { contract } of rows) {
    if ('number' in contract) numbers.add(bare(contract.number));
    else references.add(contract.reference);
  }
  return { numbers: [...numbers], references: [...references] };
}

/** The lot that a row names; where it names none, the only one of its contract. */
function lotOf({ contract, lot }: InvoiceRow, lots: readonly SheetLot[]): [SheetLot | null, string] {
  const own = lots.filter((one) =>
    'number' in contract
      ? one.number === bare(contract.number)
      : one.reference === contract.reference && one.buyerSiret === contract.buyer,
  );
  if (own.length === 0) return [null, 'contract.sheet_contract'];
  if (lot === null) return own.length === 1 ? [own[0] ?? null, ''] : [null, 'contract.sheet_lot'];
  const named = own.find(({ lotNumber }) => lotReference(lotNumber ?? '1') === lot);
  return named ? [named, ''] : [null, 'contract.sheet_lot'];
}
