import type { Tx } from '@jonction/db/client';
import { type LineFilter, listLines } from '@jonction/db/hours/queries';
import { writeTables } from '@jonction/documents/write-table';
import { exportWords } from '@jonction/domain/hours/export-words';
import { hoursWords } from '@jonction/domain/hours/words';
import { type Day, endOfParisDay, parisDayOf } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatDay } from '@jonction/domain/shared/typography';
import { sentence, translate } from '@jonction/domain/shared/words';

const most = 50_000;

export interface Asked {
  locale: Locale;
  today: Day;
  /** As known on that day; null: now. */
  knownOn: Day | null;
}

/** Says above the figures when they were known. */
export function knownNote({ locale, today, knownOn }: Asked): string {
  const day = formatDay(knownOn ?? today, locale);
  return translate(exportWords, locale, knownOn ? 'hours.export.known' : 'hours.export.now', { day });
}

/** Every line of a filter as a spreadsheet, as known on a day where one is asked for. */
export async function writeLines(
  tx: Tx,
  filter: Omit<LineFilter, 'page' | 'pageSize' | 'knownAt'>,
  asked: Asked,
): Promise<Buffer> {
  const { locale, knownOn } = asked;
  const { rows, total } = await listLines(tx, {
    ...filter,
    ...(knownOn ? { knownAt: endOfParisDay(knownOn) } : {}),
    page: 1,
    pageSize: most,
  });
  const say = (key: string, facts: Record<string, string | number> = {}) => sentence(exportWords, locale, key, facts);
  const column = (key: string, kind: 'text' | 'day' | 'hours') => ({ header: say(`hours.export.${key}`), kind });
  return writeTables([
    {
      sheet: say('hours.export.lines'),
      title: say('hours.export.lines'),
      notes: [knownNote(asked), ...(total > most ? [say('hours.export.cut', { count: most })] : [])],
      columns: [
        ...(['contract', 'object', 'lot', 'hire', 'worker', 'employer'] as const).map((key) => column(key, 'text')),
        ...[column('from', 'day'), column('to', 'day'), column('kind', 'text')],
        ...(['declared', 'validated', 'toDecide', 'waiting', 'rejected'] as const).map((key) => column(key, 'hours')),
        ...[column('received', 'day'), column('late', 'text')],
      ],
      rows: rows.map((row) => [
        ...[String(row.contractNumber), row.contractObject, row.lotNumber, `E-${row.placementNumber}`],
        ...[row.workerName, row.employerName, row.from, row.to, sentence(hoursWords, locale, `hours.kind.${row.kind}`)],
        ...[row.centihours, row.validated, row.pending - row.waiting, row.waiting, row.rejected, row.receivedOn],
        row.lateSince === null
          ? null
          : say('hours.export.lateSince', { day: formatDay(parisDayOf(new Date(row.lateSince)), locale) }),
      ]),
      sumsAs: say('hours.export.sum'),
    },
  ]);
}
