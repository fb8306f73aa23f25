import { findFile } from '@jonction/db/file/queries';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { startContractsRun } from './start-run.ts';

/** Reads an uploaded list of contracts, to be looked at before any enters. Refused in words: what is no spreadsheet. */
export const previewImport = procedure('contract.previewImport')
  .input(z.object({ fileId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const file = found(await findFile(ctx.tx, input.fileId, 'contracts'), 'file.not_found');
    const { runId } = await startContractsRun(ctx.tx, {
      ...{ structureId: membership.structureId, userId, fileId: file.id, fileName: file.name },
      bytes: new Uint8Array(await ctx.files.read(file.sha256)),
    });
    await recordAudit(ctx, { action: 'contract.previewImport', subjectKind: 'import', subjectId: runId });
    return { runId };
  });
