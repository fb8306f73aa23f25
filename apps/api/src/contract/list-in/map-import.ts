import { findFile } from '@jonction/db/file/queries';
import { rememberMapping } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import { mapImportSchema } from '@jonction/domain/participant/import';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { columnsOf, headersKey, onlyMapped } from '../../participant/list-in/read-list.ts';
import { found, Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { ownRun } from './own-run.ts';
import { openContracts, readContracts } from './read-list.ts';
import { contractsKind, writeContractRows } from './start-run.ts';

/** Says which column of the file is which of ours; the list is read again so, and the choice is remembered for the next one. */
export const mapImport = procedure('contract.mapImport')
  .input(mapImportSchema)
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input: { runId, mapping } }) => {
    const run = await ownRun(ctx.tx, runId);
    if (run.status !== 'preview') throw new Refuse('contract.import_done');
    const kept = run.fileId === null ? null : await findFile(ctx.tx, run.fileId, 'contracts');
    const file = found(kept, 'file.not_found');
    const table = await openContracts(new Uint8Array(await ctx.files.read(file.sha256)));
    // A header left out by the person must not be guessed again.
    const list = readContracts(onlyMapped(table, mapping), mapping);
    const { structureId } = run;
    await rememberMapping(ctx.tx, { structureId, kind: contractsKind, headersKey: headersKey(table.headers), mapping });
    const columns = { ...columnsOf(table), chosen: list.mapping, missing: list.missing };
    await ctx.tx
      .update(importRun)
      .set({ rowsTotal: list.rows.length, mapping: columns })
      .where(eq(importRun.id, runId));
    await writeContractRows(ctx.tx, { runId, structureId }, list);
    await recordAudit(ctx, { action: 'contract.mapImport', subjectKind: 'import', subjectId: runId });
    return { runId };
  });
