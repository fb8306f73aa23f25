import { findOrganisation } from '@jonction/db/organisation/queries';
import { listBegunHires, listClosedContests, listSentCvs, listWorkedMonths } from '@jonction/db/report/reliability';
import {
  answeredWithin,
  type Counted,
  declaredOnTime,
  figureOf,
  keptQuarter,
  type ReliabilityFigure,
  reliabilityFigures,
  reliabilityMonths,
} from '@jonction/domain/report/reliability';
import { addMonths, type Day } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

interface Row {
  id: string;
  /** The worker as the company knows her; null for a CV, which says nothing of anybody here. */
  name: string | null;
  on: Day;
  /** The day it was done; null when it was not. */
  doneOn: Day | null;
  good: Counted;
}

/** What can be counted on with a company over the last twelve months, each figure with its rows: the company's own, or the one that the team names. */
export const showReliability = procedure('report.showReliability')
  .input(z.object({ employerId: z.uuid().optional() }))
  .output(
    z.object({
      employerName: z.string(),
      from: z.string(),
      figures: z.array(
        z.object({
          figure: z.enum(reliabilityFigures),
          good: z.number(),
          of: z.number(),
          percent: z.number().nullable(),
          rows: z.array(
            z.object({
              id: z.string(),
              name: z.string().nullable(),
              on: z.string(),
              doneOn: z.string().nullable(),
              good: z.boolean().nullable(),
            }),
          ),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { role, organisationId, structureId } = speaker(ctx).membership;
    const employerId = role === 'employer' ? organisationId : (input.employerId ?? organisationId);
    const employer = found(await findOrganisation(ctx.tx, employerId), 'organisation.not_found');
    const { today } = ctx;
    const from = addMonths(today, -reliabilityMonths);
    const asked = { structureId, employerId, from, to: today };
    const cvs = await listSentCvs(ctx.tx, asked);
    const answered = (days: number): Row[] =>
      cvs.map((cv) => ({
        ...{ id: cv.id, name: null, on: cv.sentOn, doneOn: cv.answeredOn },
        good: answeredWithin(days, cv, today),
      }));
    const rows: Record<ReliabilityFigure, Row[]> = {
      declared: (await listWorkedMonths(ctx.tx, asked)).map(({ id, workerName, month, saidOn }) => ({
        ...{ id, name: workerName, on: month, doneOn: saidOn },
        good: declaredOnTime(month, saidOn, today),
      })),
      answered_five: answered(5),
      answered_ten: answered(10),
      kept: (await listBegunHires(ctx.tx, asked)).map((hire) => ({
        ...{ id: hire.id, name: hire.workerName, on: hire.startsOn, doneOn: hire.endsOn },
        good: keptQuarter(hire, today),
      })),
      contests: (await listClosedContests(ctx.tx, asked)).map(({ lineId, closedOn, outcome }) => ({
        ...{ id: lineId, name: null, on: closedOn, doneOn: closedOn },
        good: outcome === 'changed',
      })),
    };
    return {
      employerName: employer.name,
      from,
      figures: reliabilityFigures.map((figure) => ({
        figure,
        ...figureOf(rows[figure].map(({ good }) => good)),
        rows: rows[figure],
      })),
    };
  });
