import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findHoursFile } from './hours-file.ts';
import { importHours } from './import-rows.ts';
import { rememberMapping } from './remembered-mapping.ts';

/** The hours of a spreadsheet that was uploaded: what is good goes in, each bad row comes back with its reason. */
export const importSheet = procedure('hours.importSheet')
  .input(z.object({ fileId: z.uuid(), mapping: z.record(z.string(), z.string()).default({}) }))
  .output(
    z.object({
      name: z.string(),
      read: z.number(),
      created: z.number(),
      updated: z.number(),
      unchanged: z.number(),
      rejected: z.array(z.object({ file: z.string(), record: z.number(), field: z.string(), reason: z.string() })),
      /** Months of the rows that are in: where to look at them. */
      months: z.array(z.string()),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { file, bytes } = await findHoursFile(ctx, input.fileId);
    const { headers, ...result } = await importHours(
      { name: file.name, bytes, mapping: input.mapping },
      (work) => work(ctx.tx),
      { source: 'sheet', fileId: file.id, userId, today: ctx.today },
      { locale: ctx.locale },
    );
    if (Object.keys(input.mapping).length > 0) await rememberMapping(ctx.tx, membership, headers, input.mapping);
    await recordAudit(ctx, {
      action: 'hours.importSheet',
      subjectKind: 'file',
      subjectId: file.id,
      facts: { created: result.created, updated: result.updated, rejected: result.rejected.length },
    });
    return { name: file.name, ...result };
  });
