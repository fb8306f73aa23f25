import { findFile } from '@jonction/db/file/queries';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { startRun } from './list-in/start-run.ts';

/** Reads an uploaded list, to be looked at before anybody enters. Refused in words: what is no spreadsheet. */
export const previewImport = procedure('participant.previewImport')
  .input(z.object({ fileId: z.uuid() }))
  .output(z.object({ runId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const file = found(await findFile(ctx.tx, input.fileId, 'participants'), 'file.not_found');
    const { runId } = await startRun(ctx.tx, {
      structureId: membership.structureId,
      userId,
      fileId: file.id,
      fileName: file.name,
      bytes: new Uint8Array(await ctx.files.read(file.sha256)),
      today: ctx.today,
    });
    await recordAudit(ctx, { action: 'participant.previewImport', subjectKind: 'import', subjectId: runId });
    return { runId };
  });
