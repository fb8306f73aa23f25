import type { HourKind, HourPayer } from '@jonction/domain/hours/line';
import { addDays, addMonths, type Day, daysBetween } from '@jonction/domain/shared/day';
import type { MappedRow } from './mapping.ts';
import type { Choice } from './sheet/choice.ts';
import { type ContractReference, lotReference } from './sheet/contract-reference.ts';
import { evidenceChoices, type HoursField, hourKindChoices, hourPayerChoices, hoursForm } from './sheet/hours-form.ts';
import { type RowRead, RowReading } from './sheet/row-reading.ts';

/** Hours as an employer declares them: one kind, one person, one period. */
export interface HoursRow {
  contract: ContractReference;
  lot: string | null;
  /** The number of the placement: never a name. */
  placement: string;
  from: Day;
  to: Day;
  kind: HourKind;
  centihours: number;
  payer: HourPayer | null;
  evidence: string[];
}

/**
 * One row of the hours sheet. The period is the month, or both dates, or both and then the dates within the month.
 *
 * @param moreEvidence evidence that a policy of the structure names besides the known ones.
 */
export function parseHoursRow(
  row: MappedRow<HoursField>,
  moreEvidence: readonly Choice<string>[] = [],
): RowRead<HoursRow> {
  const read = new RowReading(row, hoursForm);
  const contract = read.contract('contract');
  const lot = read.text('lot', 40);
  const placement = read.text('placement', 60);
  const period = periodOf(read);
  const kind = read.choice('kind', hourKindChoices);
  const centihours = read.hundredths('hours', 'hours');
  const payer = read.choice('payer', hourPayerChoices);
  const evidence = read.choices('evidence', [...evidenceChoices, ...moreEvidence]);
  if (period && centihours !== null) {
    const days = daysBetween(period.from, period.to) + 1;
    if (centihours > days * 2400) {
      read.complain('hours', 'sheet.too_many_hours', { hours: String(centihours / 100).replace('.', ','), days });
    }
  }
  const whole = contract && placement && period && kind && centihours !== null;
  return read.finished(
    whole
      ? {
          contract,
          lot: lot === null ? null : lotReference(lot),
          placement,
          ...period,
          kind,
          centihours,
          payer,
          evidence,
        }
      : null,
  );
}

function periodOf(read: RowReading<HoursField>): { from: Day; to: Day } | null {
  const complaints = read.problems.length;
  const month = read.month('month');
  const from = read.day('from');
  const to = read.day('to');
  if (read.problems.length > complaints) return null;
  const first = month === null ? null : `${month}-01`;
  const last = first === null ? null : addDays(addMonths(first, 1), -1);
  if (from === null && to === null) {
    if (first !== null && last !== null) return { from: first, to: last };
    return read.complain('from', 'sheet.period_missing');
  }
  if (from === null || to === null) return read.complain(from === null ? 'from' : 'to', 'sheet.period_missing');
  if (to < from) return read.complain('to', 'sheet.period_reversed', { from, to });
  if (first !== null && last !== null && (from < first || to > last)) {
    return read.complain('month', 'sheet.period_outside_month', { month: `${first.slice(5, 7)}/${first.slice(0, 4)}` });
  }
  return { from, to };
}
