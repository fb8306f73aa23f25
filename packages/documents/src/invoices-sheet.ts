import type { Day } from '@jonction/domain/shared/day';
import type { MappedRow } from './mapping.ts';
import { type ContractReference, lotReference } from './sheet/contract-reference.ts';
import type { SheetForm } from './sheet/field.ts';
import { type InvoicesField, invoicesForm } from './sheet/invoices-form.ts';
import { type RowRead, RowReading } from './sheet/row-reading.ts';

/** An invoice of a contract; a credit note has a negative amount. */
export interface InvoiceRow {
  contract: ContractReference;
  lot: string | null;
  invoice: string;
  date: Day;
  amountCents: number;
}

/** One row of the sheet of invoices, or of orders (`form`). */
export function parseInvoiceRow(
  row: MappedRow<InvoicesField>,
  form: SheetForm<InvoicesField> = invoicesForm,
): RowRead<InvoiceRow> {
  const read = new RowReading(row, form);
  const contract = read.contract('contract');
  const lot = read.text('lot', 40);
  const invoice = read.text('invoice', 60);
  const date = read.day('date');
  const amountCents = read.hundredths('amount', 'amount', 'signed');
  const whole = contract && invoice && date && amountCents !== null;
  return read.finished(
    whole ? { contract, lot: lot === null ? null : lotReference(lot), invoice, date, amountCents } : null,
  );
}
