import type { Day } from '@jonction/domain/shared/day';
import type { MappedRow } from './mapping.ts';
import { lotReference } from './sheet/contract-reference.ts';
import { type ContractStatusCode, type ContractsField, contractsForm, statusChoices } from './sheet/contracts-form.ts';
import { type RowRead, RowReading } from './sheet/row-reading.ts';

/** A contract, or one lot of it, as a team keeps its own list. */
export interface ContractRow {
  /** SIRET */
  buyer: string;
  reference: string;
  lot: string | null;
  object: string;
  cpv: string | null;
  /** SIRET */
  holder: string | null;
  amountCents: number | null;
  notifiedOn: Day | null;
  endsOn: Day | null;
  targetCentihours: number | null;
  status: ContractStatusCode | null;
}

/** One row of the contracts sheet. */
export function parseContractRow(row: MappedRow<ContractsField>): RowRead<ContractRow> {
  const read = new RowReading(row, contractsForm);
  const buyer = read.siret('buyer');
  const reference = read.text('reference', 100);
  const lot = read.text('lot', 40);
  const object = read.text('object', 1000);
  const notifiedOn = read.day('notifiedOn');
  const endsOn = read.day('endsOn');
  if (notifiedOn !== null && endsOn !== null && endsOn < notifiedOn) {
    read.complain('endsOn', 'sheet.period_reversed', { from: notifiedOn, to: endsOn });
  }
  const others = {
    lot: lot === null ? null : lotReference(lot),
    cpv: cpvOf(read),
    holder: read.siret('holder'),
    amountCents: read.hundredths('amount', 'amount'),
    notifiedOn,
    endsOn,
    targetCentihours: read.hundredths('targetHours', 'hours'),
    status: read.choice('status', statusChoices),
  };
  return read.finished(buyer && reference && object ? { buyer, reference, object, ...others } : null);
}

function cpvOf(read: RowReading<ContractsField>): string | null {
  const text = read.text('cpv', 40);
  if (text === null) return null;
  // A number cell drops the zero of divisions 03 and 09; the check digit is of no use.
  const digits = /^(\d{7,8})(?:\s*-\s*\d)?$/.exec(text)?.[1]?.padStart(8, '0');
  return digits ?? read.complain('cpv', 'sheet.not_a_cpv', { value: text });
}
