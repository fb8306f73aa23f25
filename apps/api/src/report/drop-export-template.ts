import { dropTemplate } from '@jonction/db/report/export/templates';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Takes away a template of one's own; those of others, shared or not, are theirs. */
export const dropExportTemplate = procedure('report.dropExportTemplate')
  .input(z.object({ templateId: z.uuid() }))
  .output(z.object({ templateId: z.string() }))
  .mutation(async ({ ctx, input: { templateId } }) => {
    const { userId, membership } = speaker(ctx);
    const gone = await dropTemplate(ctx.tx, { userId, structureId: membership.structureId }, templateId);
    if (!gone) throw new Refuse('report.export_template_not_found');
    const about = { subjectKind: 'export_template', subjectId: templateId };
    await recordAudit(ctx, { action: 'report.dropExportTemplate', ...about });
    return { templateId };
  });
