import type { Tx } from '@jonction/db/client';
import { countOf, walk } from '@jonction/db/report/export/walk';
import { type RowBatches, streamCsv, streamXlsx } from '@jonction/documents/stream-table';
import { chosenExport, type ExportFormat, exportColumnOf, sensitiveAmong } from '@jonction/domain/report/export-list';
import type { exportAskedSchema } from '@jonction/domain/report/export-schema';
import { listExportWords } from '@jonction/domain/report/export-words';
import { type Fact, sentence } from '@jonction/domain/shared/words';
import type { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { Refuse } from '../../refuse.ts';
import { pipeOut } from './pipe-out.ts';
import type { ListSource, SourceAsked } from './source.ts';
import { sources } from './sources.ts';

/** Each holds a connection as long as its reader takes: the others stay for the screens. */
const mostAtOnce = 3;
let running = 0;

/**
 * A list whole, as its file comes: never more in memory than some hundreds of rows. Who asked, for which columns and how many rows is
 * written in the audit before the first one leaves, in a transaction of its own: a reader who goes away has read.
 *
 * @throws `report.export_purpose_missing` when a column opens the vault and nobody said why; `report.export_busy` beyond some at once
 */
export async function writeList(
  ctx: Context,
  { list, format, question, purpose, columns: chosen }: z.infer<typeof exportAskedSchema>,
): Promise<{ body: ReadableStream<Uint8Array>; list: string; format: ExportFormat }> {
  const columns = chosenExport(list, chosen);
  const sensitive = sensitiveAmong(list, columns);
  if (sensitive.length > 0 && purpose === null) throw new Refuse('report.export_purpose_missing', {}, 'purpose');
  if (running >= mostAtOnce) throw new Refuse('report.export_busy');
  // A file under the names of another portal is read by its program, which knows no other language.
  const locale = columns.some(({ header }) => header !== null) ? 'fr' : ctx.locale;
  const say = (key: string, facts: Record<string, Fact> = {}) =>
    sentence(listExportWords, locale, `report.export.${key}`, facts);
  const asked: SourceAsked = { question, keys: new Set(columns.map(({ key }) => key)), locale };
  // The place is taken before anything is waited for: as many as come at once cannot all find it free.
  running++;
  const count = await ctx.database
    .as(ctx.settings, async (tx) => {
      const { ids } = await sources[list]({ ...ctx, tx }, asked);
      const rows = await countOf(tx, ids);
      const facts = { list, format, rows, columns: [...asked.keys].join(' '), sensitive: sensitive.join(' ') || null };
      const why = sensitive.length > 0 && purpose ? { purpose } : {};
      await recordAudit({ ...ctx, tx }, { action: 'report.exportList', ...why, facts });
      return rows;
    })
    .catch((error: unknown) => {
      running--;
      throw error;
    });
  const tableOf = (rows: RowBatches) => ({
    sheet: say(`list.${list}`),
    columns: columns.map(({ key, header }) => ({
      header: header ?? say(`column.${key}`),
      kind: exportColumnOf(list, key)?.kind ?? 'text',
    })),
    rows,
    about: { sheet: say('about'), lines: [say('about.made', { day: ctx.today }), say('about.rows', { count })] },
  });
  const body = pipeOut(async (write) => {
    try {
      await ctx.database.as(ctx.settings, async (tx) => {
        const source = await sources[list]({ ...ctx, tx }, asked);
        const table = tableOf(rowsOf(tx, source, [...asked.keys]));
        for await (const piece of format === 'csv' ? streamCsv(table) : streamXlsx(table)) await write(piece);
      });
    } finally {
      running--;
    }
  });
  return { body, list: say(`list.${list}`), format };
}

async function* rowsOf(tx: Tx, source: ListSource, keys: readonly string[]): RowBatches {
  for await (const ids of walk(tx, source.ids)) {
    const cells = await source.cellsOf(tx, ids);
    yield cells.map((row) => keys.map((key) => row[key] ?? null));
  }
}
