import { readHourSetting } from '@jonction/db/contract/obligation';
import { listHireYears } from '@jonction/db/report/consolidation';
import { equivalentsOf } from '@jonction/domain/contract/equivalents';
import { consolidate, consolidationCuts, cutBy } from '@jonction/domain/report/consolidation';
import { consolidationQuestionSchema } from '@jonction/domain/report/consolidation-question';
import { z } from 'zod';
import { knownAtOf } from '../hours/known-at.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The totals of a year for the network, and how they fall. No name and no category leaves here. */
export const showConsolidation = procedure('report.showConsolidation')
  .input(consolidationQuestionSchema)
  .output(
    z.object({
      totals: z.object({
        declared: z.number(),
        validated: z.number(),
        exceptional: z.number(),
        people: z.number(),
        newPeople: z.number(),
        hires: z.number(),
        employers: z.number(),
        insertionEmployers: z.number(),
        buyers: z.number(),
        contracts: z.number(),
      }),
      /** Full-time equivalents of the validated hours, in hundredths, and the hours of one. */
      fteHundredths: z.number(),
      fteHours: z.number(),
      cuts: z.array(
        z.object({
          cut: z.enum(consolidationCuts),
          rows: z.array(z.object({ code: z.string(), validated: z.number(), people: z.number() })),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input: { year, knownOn } }) => {
    const structureId = structureOf(ctx);
    const hires = await listHireYears(ctx.tx, { structureId, year, ...knownAtOf(knownOn ?? undefined) });
    const setting = await readHourSetting(ctx.tx, structureId);
    const totals = consolidate(hires, year);
    return {
      totals,
      fteHundredths: equivalentsOf(totals.validated, setting).fteHundredths,
      fteHours: setting.fteHours,
      cuts: consolidationCuts.map((cut) => ({ cut, rows: cutBy(cut, hires) })),
    };
  });
