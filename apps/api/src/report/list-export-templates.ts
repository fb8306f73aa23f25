import { listTemplates } from '@jonction/db/report/export/templates';
import { chosenExport, exportLists } from '@jonction/domain/report/export-list';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The sets of columns that somebody may take for the export of a list: her own and those of the team. */
export const listExportTemplates = procedure('report.listExportTemplates')
  .input(z.object({ list: z.enum(exportLists) }))
  .output(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        shared: z.boolean(),
        columns: z.array(z.object({ key: z.string(), header: z.string().nullable() })),
        own: z.boolean(),
        userName: z.string(),
      }),
    ),
  )
  .query(async ({ ctx, input: { list } }) => {
    const { userId, membership } = speaker(ctx);
    const rows = await listTemplates(ctx.tx, { userId, structureId: membership.structureId }, list);
    // A column that is no more leaves the others.
    return rows.map((row) => ({ ...row, columns: chosenExport(list, row.columns) }));
  });
