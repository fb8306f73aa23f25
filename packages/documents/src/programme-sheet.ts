import type { BuyerKind, PurchaseKind } from '@jonction/domain/programme/mandatory';
import type { PlannedProcedure } from '@jonction/domain/programme/planned';
import type { Day } from '@jonction/domain/shared/day';
import type { MappedRow } from './mapping.ts';
import type { Cell } from './sheet/cell.ts';
import {
  buyerKindChoices,
  type ProgrammeField,
  procedureChoices,
  programmeForm,
  purchaseKindChoices,
} from './sheet/programme-form.ts';
import { type RowRead, RowReading } from './sheet/row-reading.ts';

/** A contract that a buyer plans, as its list of the year says it. */
export interface ProgrammeRow {
  /** SIRET; null: the buyer of the whole sheet. */
  buyer: string | null;
  reference: string | null;
  object: string;
  cpv: string | null;
  kind: PurchaseKind | null;
  buyerKind: BuyerKind | null;
  amountCents: number | null;
  procedure: PlannedProcedure | null;
  durationMonths: number | null;
  publicationOn: Day | null;
  lots: number | null;
  /** A department or a postal code. */
  area: string | null;
  note: string | null;
}

/** One row of the sheet of a purchasing programme. */
export function parseProgrammeRow(row: MappedRow<ProgrammeField>): RowRead<ProgrammeRow> {
  const read = new RowReading(row, programmeForm);
  const object = read.text('object', 1000);
  if (object !== null && object.length < 3) read.complain('object', 'sheet.required');
  const others = {
    buyer: read.siret('buyer'),
    reference: read.text('reference', 120),
    cpv: read.cpv('cpv'),
    kind: read.choice('kind', purchaseKindChoices),
    buyerKind: read.choice('buyerKind', buyerKindChoices),
    amountCents: read.hundredths('amount', 'amount'),
    procedure: read.choice('procedure', procedureChoices),
    durationMonths: read.whole('months', 1, 600),
    publicationOn: read.day('publication'),
    lots: read.whole('lots', 1, 500),
    area: areaOf(read),
    note: read.text('note', 2000),
  };
  return read.finished(object === null ? null : { object, ...others });
}

function areaOf(read: RowReading<ProgrammeField>): string | null {
  const text = read.text('area', 100);
  if (text === null) return null;
  const code = /(?:^|\D)(\d{5}|2[ab]|\d{2,3})(?:\D|$)/i.exec(text)?.[1]?.toUpperCase();
  return code ?? read.complain('area', 'sheet.not_an_area', { value: text });
}

/** A planned contract as a row of the sheet, in the order of its columns: what goes out comes in again. */
export function programmeCells(row: ProgrammeRow): Cell[] {
  const label = (choices: readonly { code: string; label: string }[], code: string | null) =>
    choices.find((choice) => choice.code === code)?.label ?? null;
  const cells: Record<ProgrammeField, Cell> = {
    buyer: row.buyer,
    reference: row.reference,
    object: row.object,
    cpv: row.cpv,
    kind: label(purchaseKindChoices, row.kind),
    buyerKind: label(buyerKindChoices, row.buyerKind),
    amount: row.amountCents === null ? null : row.amountCents / 100,
    procedure: label(procedureChoices, row.procedure),
    months: row.durationMonths,
    publication: row.publicationOn === null ? null : { day: row.publicationOn },
    lots: row.lots,
    area: row.area,
    note: row.note,
  };
  return programmeForm.fields.map(({ key }) => cells[key]);
}
