import { staffRoles } from '@jonction/domain/access/role';
import { activityQuestionSchema } from '@jonction/domain/report/activity-question';
import { consolidationQuestionSchema } from '@jonction/domain/report/consolidation-question';
import { writeActivity } from '../../report/write-activity.ts';
import { writeConsolidation } from '../../report/write-consolidation.ts';
import { structureOf } from '../../speaker.ts';
import { dayOf, exportRoute } from './export-route.ts';

/** The activity report with the rows behind each figure. */
export const activityExport = exportRoute({
  who: staffRoles,
  asked: (c) =>
    activityQuestionSchema.safeParse({
      from: c.req.query('du'),
      to: c.req.query('au'),
      knownOn: dayOf(c.req.query('connu')),
    }).data ?? null,
  write: async (ctx, asked) => {
    const { from, to, knownOn } = asked;
    const file = await writeActivity(ctx.tx, asked, { ...ctx, structureId: structureOf(ctx) });
    return { file, audit: { action: 'report.exportActivity', facts: { from, to, knownOn } } };
  },
  name: ({ from, to }) => `bilan-${from}-${to}.xlsx`,
});

/** The year as the network collects it. The group of each person is read from the vault: why is written with it. */
export const consolidationExport = exportRoute({
  who: ['lead'],
  asked: (c) =>
    consolidationQuestionSchema.safeParse({ year: Number(c.req.query('annee')), knownOn: dayOf(c.req.query('connu')) })
      .data ?? null,
  write: async (ctx, asked) => {
    const { year, knownOn } = asked;
    const structureId = structureOf(ctx);
    const file = await writeConsolidation(ctx.tx, asked, { ...ctx, structureId });
    const about = { subjectKind: 'structure', subjectId: structureId, purpose: 'yearly consolidation for the network' };
    return { file, audit: { action: 'report.exportConsolidation', ...about, facts: { year, knownOn } } };
  },
  name: ({ year }) => `consolidation-${year}.xlsx`,
});
