import { saveTemplate } from '@jonction/db/report/export/templates';
import { chosenExport } from '@jonction/domain/report/export-list';
import { saveExportTemplateSchema } from '@jonction/domain/report/export-schema';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Keeps columns under a name, for oneself or for the team. Saved again, they take the place of those before. */
export const saveExportTemplate = procedure('report.saveExportTemplate')
  .input(saveExportTemplateSchema)
  .output(z.object({ templateId: z.string() }))
  .mutation(async ({ ctx, input: { list, name, shared, columns } }) => {
    const { userId, membership } = speaker(ctx);
    const kept = chosenExport(list, columns);
    const templateId = await saveTemplate(ctx.tx, {
      ...{ list, name, shared, userId },
      ...{ structureId: membership.structureId, columns: kept },
    });
    await recordAudit(ctx, {
      action: 'report.saveExportTemplate',
      subjectKind: 'export_template',
      subjectId: templateId,
      facts: { list, shared, columns: kept.map(({ key }) => key).join(' ') },
    });
    return { templateId };
  });
