import type { Tx } from '@jonction/db/client';
import { type CensusSheetLine, writeCensus } from '@jonction/documents/census-sheet';
import type { Cell } from '@jonction/documents/sheet/cell';
import { type CensusColumn, columnsAmong, mostExported } from '@jonction/domain/census/columns';
import type { CensusQuestion } from '@jonction/domain/census/grid';
import { contractWords } from '@jonction/domain/contract/words';
import type { Day } from '@jonction/domain/shared/day';
import { sentence, translate } from '@jonction/domain/shared/words';
import type { Context } from '../context.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { words } from '../words.ts';
import { censusWindow } from './window.ts';

/**
 * The census as it stands on the screen, as a sheet that may come back: filters, days, order, columns chosen. Refused beyond what one
 * sheet holds. A past day is for reading: what changed since stays marked when the sheet returns.
 */
export async function exportCensus(
  ctx: Context & { tx: Tx },
  question: CensusQuestion,
  names: readonly string[],
): Promise<{ file: Buffer; rows: number; columns: readonly CensusColumn[] }> {
  const asked = { ...question, from: 0, rows: mostExported, structureId: structureOf(ctx), today: ctx.today };
  const { rows, total } = await censusWindow(ctx.tx, asked);
  if (total > mostExported) throw new Refuse('census.too_many_to_export', { most: mostExported });
  const columns = columnsAmong(names);
  const on = question.knownOn ?? ctx.today;
  const lines = rows.map(
    (row): CensusSheetLine => ({
      number: row.number,
      reference: row.reference,
      object: row.object,
      buyer: row.buyerName,
      directorate: row.directorateName,
      holder: row.holderNames.join(', '),
      status: row.status,
      since: dayCell(row.statusSince),
      saidOn: dayCell(row.saidOn),
      saidBy: row.saidBy && translate(contractWords, 'fr', `contract.event_source.${row.saidBy}`),
      ends: dayCell(row.endsOn),
      due: row.clauseCount === 0 ? null : row.dueHours,
      atWork: row.atWork,
      cpv: row.cpv,
      place: row.place,
      notified: dayCell(row.notifiedOn),
      facilitator: row.facilitatorName,
      mark: { status: row.status, endsOn: row.endsOn, on },
    }),
  );
  const intro = sentence(words, 'fr', 'census.sheet_intro', { on, count: rows.length });
  return { file: await writeCensus(columns, intro, lines), rows: rows.length, columns };
}

function dayCell(day: Day | null): Cell {
  return day === null ? null : { day };
}
