import { daysOfMonth, listLotSums, listPeopleMoved } from '@jonction/db/hours/closings';
import { monthSchema } from '@jonction/domain/hours/closing';
import { earlier } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { speaks } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { knownAtOf } from '../known-at.ts';
import { namesIn, readActs, standingOfMonth } from './month-standing.ts';
import { closingStateShape, marksShape } from './shapes.ts';

const sides = { frozen: marksShape, now: marksShape };

/** A month to close or closed: what was done with it and by whom, its sums by lot, and whose hours moved since the closing. */
export const showClosing = procedure('hours.showClosing')
  .input(
    z.object({
      month: monthSchema,
      knownOn: daySchema.optional(),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(
    z.object({
      state: closingStateShape,
      closedAt: z.string().nullable(),
      /** Whoever asks may close and reopen; the others propose. */
      mayDecide: z.boolean(),
      /** Everything that was done with the month, the first one first. */
      story: z.array(
        z.object({
          act: z.enum(['proposed', 'closed', 'reopened']),
          at: z.string(),
          byName: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
      lots: z.array(
        z.object({
          contractId: z.string(),
          contractNumber: z.number(),
          contractObject: z.string(),
          lotNumber: z.string().nullable(),
          clauseId: z.string(),
          ...sides,
        }),
      ),
      moved: z.object({
        rows: z.array(
          z.object({
            placementId: z.string(),
            workerName: z.string(),
            employerName: z.string(),
            contractObject: z.string(),
            ...sides,
          }),
        ),
        total: z.number(),
      }),
    }),
  )
  .query(async ({ ctx, input: { month, knownOn, page, pageSize } }) => {
    const known = knownAtOf(knownOn);
    const acts = (await readActs(ctx.tx, { ...daysOfMonth(month), ...known }))(month);
    const names = await namesIn(ctx.tx, acts);
    const day = knownOn ? earlier(knownOn, ctx.today) : ctx.today;
    const { state, closing } = standingOfMonth(month, acts, day);
    const of = { month, closingId: closing?.id ?? null, ...known };
    const story = [
      ...acts.proposals.map(({ by, at, reason }) => ({ act: 'proposed' as const, at, by, reason })),
      ...acts.closings.flatMap(({ closedBy, closedAt, reopenedBy, reopenedAt, reason }) => [
        { act: 'closed' as const, at: closedAt, by: closedBy, reason: null },
        ...(reopenedAt ? [{ act: 'reopened' as const, at: reopenedAt, by: reopenedBy ?? '', reason }] : []),
      ]),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    return {
      state,
      closedAt: closing?.closedAt ?? null,
      mayDecide: speaks(ctx, ['lead']),
      story: story.map(({ by, ...act }) => ({ ...act, byName: names.get(by) ?? null })),
      lots: await listLotSums(ctx.tx, of),
      moved: await listPeopleMoved(ctx.tx, { ...of, page, pageSize }),
    };
  });
