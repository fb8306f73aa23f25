import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { dueAsKnown } from '@jonction/db/contract/obligation';
import { clause, contract } from '@jonction/db/contract/tables';
import { readDerogated } from '@jonction/db/hours/effort';
import { forecastHours, progressBps } from '@jonction/domain/contract/forecast';
import { noHours } from '@jonction/domain/contract/gauge';
import { addDays } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { parisInstant } from '@jonction/domain/shared/paris-time';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/**
 * The gauge of a clause, without names: due, declared, validated, pending, rejected, forecast. `knownOn` asks what was known
 * at the end of that day.
 */
export const gauge = procedure('hours.gauge')
  .input(z.object({ clauseId: z.uuid(), knownOn: daySchema.optional() }))
  .output(
    z.object({
      clauseId: z.string(),
      dueHours: z.number(),
      validatedCentihours: z.number(),
      pendingCentihours: z.number(),
      rejectedCentihours: z.number(),
      exceptionalCentihours: z.number(),
      declaredCentihours: z.number(),
      /** Granted on a motivated opinion: in none of the others. */
      derogatedCentihours: z.number(),
      progressBps: z.number().nullable(),
      forecast: z.object({ centihours: z.number(), atRisk: z.boolean() }).nullable(),
      validatedByMonth: z.record(z.string(), z.number()),
      knownOn: z.string(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const [row] = await ctx.tx
      .select({ clause, contractStarts: contract.notifiedOn, contractEnds: contract.endsOn })
      .from(clause)
      .innerJoin(contract, eq(contract.id, clause.contractId))
      .where(eq(clause.id, input.clauseId));
    const { clause: written, contractStarts, contractEnds } = found(row, 'hours.clause_not_found');
    const knownOn = input.knownOn ?? ctx.today;
    // Without a day, everything that is recorded: the end of today would be the same.
    const knownAt = input.knownOn ? parisInstant(`${addDays(input.knownOn, 1)}T00:00`) : new Date();
    const past = input.knownOn ? await dueAsKnown(ctx.tx, [written.id], knownAt) : null;
    const asked = { ...written, dueHours: past?.get(written.id)?.dueHours ?? written.dueHours };
    const sums = await readClauseHours(ctx.tx, [asked.id], knownAt);
    const hours = sums.get(asked.id) ?? noHours;
    const from = asked.startsOn ?? contractStarts;
    const to = asked.endsOn ?? contractEnds;
    return {
      ...hours,
      clauseId: asked.id,
      dueHours: asked.dueHours,
      declaredCentihours: hours.validatedCentihours + hours.pendingCentihours + hours.rejectedCentihours,
      derogatedCentihours: (await readDerogated(ctx.tx, [asked.id])).get(asked.id) ?? 0,
      progressBps: progressBps(hours.validatedCentihours, asked.dueHours),
      forecast:
        from && to ? forecastHours({ ...hours, dueHours: asked.dueHours, period: { from, to }, day: knownOn }) : null,
      knownOn,
    };
  });
