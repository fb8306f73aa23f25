import { findFile } from '@jonction/db/file/queries';
import { lockRun, rememberMapping } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { mapImportSchema } from '@jonction/domain/participant/import';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { columnsOf, headersKey, onlyMapped, openList, readList } from './list-in/read-list.ts';
import { importKind, writeRows } from './list-in/start-run.ts';

/** Says which column of the file is which of ours; the list is read again so, and the choice is remembered for the next one. */
export const mapImport = procedure('participant.mapImport')
  .input(mapImportSchema)
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { runId, mapping } = input;
    const run = found(await lockRun(ctx.tx, runId), 'participant.import_not_found');
    if (run.kind !== importKind) throw new Refuse('participant.import_not_found');
    if (run.status !== 'preview') throw new Refuse('participant.import_done');
    const file = found(
      run.fileId === null ? null : await findFile(ctx.tx, run.fileId, 'participants'),
      'file.not_found',
    );
    const table = await openList(new Uint8Array(await ctx.files.read(file.sha256)));
    // A header left out by the person must not be guessed again.
    const list = readList(onlyMapped(table, mapping), mapping, ctx.today);
    const { structureId } = run;
    await rememberMapping(ctx.tx, { structureId, kind: importKind, headersKey: headersKey(table.headers), mapping });
    await ctx.tx
      .update(importRun)
      .set({
        rowsTotal: list.rows.length,
        mapping: { ...columnsOf(table), chosen: list.mapping, missing: list.missing },
      })
      .where(eq(importRun.id, runId));
    await writeRows(ctx.tx, { runId, structureId }, list);
    await recordAudit(ctx, { action: 'participant.mapImport', subjectKind: 'import', subjectId: runId });
    return { runId };
  });
