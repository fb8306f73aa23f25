import { staffRoles } from '@jonction/domain/access/role';
import { censusQuestionSchema } from '@jonction/domain/census/grid';
import { z } from 'zod';
import { exportCensus } from '../../census/export.ts';
import { exportRoute } from './export-route.ts';

const censusExportSchema = z.object({ question: censusQuestionSchema, columns: z.array(z.string()).max(30) });

/** The census with its filters and columns, as a sheet that may come back. */
export const censusExport = exportRoute({
  who: staffRoles,
  asked: async (c) => censusExportSchema.safeParse(await c.req.json().catch(() => null)).data ?? null,
  write: async (ctx, { question, columns }) => {
    const made = await exportCensus(ctx, question, columns);
    const facts = { rows: made.rows, columns: made.columns.join(' '), knownOn: question.knownOn };
    return { file: made.file, audit: { action: 'census.export', facts } };
  },
  name: ({ question }, { today }) => `recensement-${question.knownOn ?? today}.xlsx`,
});
