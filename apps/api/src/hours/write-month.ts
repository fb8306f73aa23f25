import type { Tx } from '@jonction/db/client';
import { daysOfMonth, listLotSums, listPeopleMoved } from '@jonction/db/hours/closings';
import { writeTables } from '@jonction/documents/write-table';
import { type HoursByMark, hourMarks } from '@jonction/domain/hours/by-week';
import { exportWords } from '@jonction/domain/hours/export-words';
import { parisDayOf } from '@jonction/domain/shared/day';
import { formatDay, formatMonth } from '@jonction/domain/shared/typography';
import { sentence } from '@jonction/domain/shared/words';
import { readActs, standingOfMonth } from './closing/month-standing.ts';
import { knownAtOf } from './known-at.ts';
import { type Asked, knownNote } from './write-lines.ts';

const most = 50_000;

/** A month as a spreadsheet: its lots, frozen and as they stand; then whose hours moved since the closing. */
export async function writeMonth(tx: Tx, month: string, asked: Asked): Promise<Buffer> {
  const { locale, knownOn, today } = asked;
  const known = knownAtOf(knownOn ?? undefined);
  const acts = (await readActs(tx, { ...daysOfMonth(month), ...known }))(month);
  const { closing } = standingOfMonth(month, acts, knownOn ?? today);
  const of = { month, closingId: closing?.id ?? null, ...known };
  const lots = await listLotSums(tx, of);
  const people = await listPeopleMoved(tx, { ...of, page: 1, pageSize: most });
  const say = (key: string, facts: Record<string, string | number> = {}) =>
    sentence(exportWords, locale, `hours.export.${key}`, facts);
  const text = (key: string) => ({ header: say(key), kind: 'text' as const });
  const hours = (side: 'frozen' | 'today') =>
    hourMarks.map((mark) => ({ header: say(side, { mark: say(mark) }), kind: 'hours' as const }));
  const marks = (sums: HoursByMark) => hourMarks.map((mark) => sums[mark]);
  const notes = [
    knownNote(asked),
    closing ? say('closed', { day: formatDay(parisDayOf(new Date(closing.closedAt)), locale) }) : say('open'),
  ];
  const title = say('month', { month: formatMonth(month, locale) });
  const sides = closing ? [...hours('frozen'), ...hours('today')] : hours('today');
  const both = (row: { frozen: HoursByMark; now: HoursByMark }) =>
    closing ? [...marks(row.frozen), ...marks(row.now)] : marks(row.now);
  return writeTables([
    {
      ...{ sheet: say('lot'), title, notes, sumsAs: say('sum') },
      columns: [text('contract'), text('object'), text('lot'), ...sides],
      rows: lots.map((lot) => [String(lot.contractNumber), lot.contractObject, lot.lotNumber, ...both(lot)]),
    },
    ...(closing
      ? [
          {
            ...{ sheet: say('late'), title, notes, sumsAs: say('sum') },
            columns: [text('worker'), text('employer'), text('object'), ...sides],
            rows: people.rows.map((row) => [row.workerName, row.employerName, row.contractObject, ...both(row)]),
          },
        ]
      : []),
  ]);
}
