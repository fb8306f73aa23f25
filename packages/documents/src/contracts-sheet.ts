import type { ListedContract } from '@jonction/domain/contract/listed';
import type { MappedRow } from './mapping.ts';
import { lotReference } from './sheet/contract-reference.ts';
import { type ContractsField, contractsForm, statusChoices } from './sheet/contracts-form.ts';
import { type RowRead, RowReading } from './sheet/row-reading.ts';

/** One row of the contracts sheet. */
export function parseContractRow(row: MappedRow<ContractsField>): RowRead<ListedContract> {
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
    cpv: read.cpv('cpv'),
    holder: read.siret('holder'),
    amountCents: read.hundredths('amount', 'amount'),
    notifiedOn,
    endsOn,
    targetCentihours: read.hundredths('targetHours', 'hours'),
    status: read.choice('status', statusChoices),
  };
  return read.finished(buyer && reference && object ? { buyer, reference, object, ...others } : null);
}
