import { findTable, type Mapping, readMapping, type Table } from '@jonction/documents/mapping';
import type { Workbook } from '@jonction/documents/sheet';
import { type HoursField, hoursForm } from '@jonction/documents/sheet/hours-form';
import { openSheetInWorker } from '@jonction/documents/sheet/open-in-worker';
import { settle } from '../refuse.ts';

/** A file that came from outside as sheets; refuses what is no table, in words. */
export async function openHoursWorkbook(bytes: Uint8Array): Promise<Workbook> {
  return settle(await openSheetInWorker(bytes), 'file');
}

/** The rows of hours under the headers recognised. `given`: header -> field, as a person or a file says. */
export function tableOf(
  workbook: Workbook,
  given: Readonly<Record<string, string>>,
): { table: Table; mapping: Mapping<HoursField> } {
  const mapping = settle(readMapping(given, hoursForm.fields), 'mapping');
  return { table: findTable(workbook, hoursForm.fields, mapping), mapping };
}
