import { loadFairnessFacts } from '@jonction/db/matching/reports';
import { ageBandOf, ageBands, fairnessTable } from '@jonction/domain/matching/fairness';
import { leastPublished } from '@jonction/domain/matching/secrecy';
import { sexes } from '@jonction/domain/participant/status';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const count = z.number().nullable();
const row = z.object({
  group: z.string(),
  counts: z.object({ people: count, proposed: count, interviewed: count, hired: count }),
  ratesBps: z.object({ proposed: count, interviewed: count, hired: count }),
});
const table = z.object({ rows: z.array(row), total: row });
const homes = ['qpv', 'elsewhere'] as const;

/**
 * Who is put forward, met and hired, by sex, age band and home in a priority district, over the twelve whole months before this one:
 * whole months, so that no two readings differ by one day's people. For a team lead to read and think about; no ranking reads it.
 */
export const fairness = procedure('matching.fairness')
  .output(z.object({ from: z.string(), to: z.string(), least: z.number(), bySex: table, byAge: table, byHome: table }))
  .query(async ({ ctx }) => {
    const structureId = structureOf(ctx);
    const thisMonth = `${ctx.today.slice(0, 7)}-01`;
    const [from, to] = [addMonths(thisMonth, -12), addDays(thisMonth, -1)];
    const [qpvCode = ''] = await ctx.vault.keyedCodes(ctx.tx, structureId, ['QPV']);
    const people = await loadFairnessFacts(ctx.tx, { structureId, from, to, qpvCode });
    await recordAudit(ctx, {
      action: 'matching.fairness',
      subjectKind: 'structure',
      subjectId: structureId,
      purpose: 'rates by group, to check that nobody is left aside',
      facts: { from, to },
    });
    return {
      from,
      to,
      least: leastPublished,
      bySex: fairnessTable(
        people.map(({ sex, ...reached }) => ({ ...reached, group: sex ?? 'unsaid' })),
        [...sexes, 'unsaid'],
      ),
      byAge: fairnessTable(
        people.map(({ birthDate, ...reached }) => ({ ...reached, group: ageBandOf(birthDate, to) })),
        ageBands,
      ),
      byHome: fairnessTable(
        people.map(({ qpv, ...reached }) => ({ ...reached, group: qpv ? homes[0] : homes[1] })),
        homes,
      ),
    };
  });
