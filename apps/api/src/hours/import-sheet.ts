import { storedFile } from '@jonction/db/file/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { importHours } from './import-rows.ts';

/** The hours of a spreadsheet that was uploaded: what is good goes in, each bad row comes back with its reason. */
export const importSheet = procedure('hours.importSheet')
  .input(z.object({ fileId: z.uuid(), mapping: z.record(z.string(), z.string()).default({}) }))
  .output(
    z.object({
      read: z.number(),
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      rejected: z.array(z.object({ file: z.string(), record: z.number(), field: z.string(), reason: z.string() })),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { userId } = speaker(ctx);
    const [row] = await ctx.tx.select().from(storedFile).where(eq(storedFile.id, input.fileId));
    const file = found(row, 'file.not_found');
    const result = await importHours(
      { name: file.name, bytes: new Uint8Array(await ctx.files.read(file.sha256)), mapping: input.mapping },
      (work) => work(ctx.tx),
      { source: 'sheet', fileId: file.id, userId, today: ctx.today },
    );
    await recordAudit(ctx, {
      action: 'hours.importSheet',
      subjectKind: 'file',
      subjectId: file.id,
      facts: { created: result.created, updated: result.updated, rejected: result.rejected.length },
    });
    return result;
  });
