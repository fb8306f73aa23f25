import { listOwnPeople } from '@jonction/db/participant/mine';
import { answerClock } from '@jonction/domain/participant/answer-clock';
import { recommendationStatuses } from '@jonction/domain/participant/recommend';
import { participantStatuses } from '@jonction/domain/participant/status';
import { parisDayOf } from '@jonction/domain/shared/day';
import { pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { occupationTable } from '../reference/occupations.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { instant } from './shape.ts';

/** The people that a partner recommended, what the team answered, and the last thing that became of each. */
export const listMine = procedure('participant.listMine')
  .input(z.object({ ...pageSchema.shape, text: z.string().trim().max(200).nullish() }))
  .output(
    z.object({
      total: z.number(),
      rows: z.array(
        z.object({
          id: z.string(),
          firstName: z.string(),
          lastName: z.string(),
          status: z.enum(participantStatuses),
          consents: z.boolean(),
          recommendedAt: instant.nullable(),
          recommendation: z.enum(recommendationStatuses).nullable(),
          /** When the team took it up or answered; null while nobody has looked. */
          statusAt: instant.nullable(),
          /** While nobody has looked: the day by which the team promises to. */
          dueOn: z.string().nullable(),
          occupations: z.array(z.object({ code: z.string(), label: z.string() })),
          cvToConfirm: z.string().nullable(),
          sentTo: z.number(),
          outcome: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { membership } = speaker(ctx);
    const { total, rows } = await listOwnPeople(ctx.tx, { ...input, partnerId: membership.organisationId });
    const table = await occupationTable(ctx.tx);
    return {
      total,
      rows: rows.map(({ reviewedAt, answeredAt, ...row }) => ({
        ...row,
        statusAt: answeredAt ?? reviewedAt,
        dueOn:
          row.recommendation === 'received' && row.recommendedAt !== null
            ? answerClock(parisDayOf(row.recommendedAt), ctx.today).dueOn
            : null,
        occupations: row.occupations.map((code) => ({ code, label: table.labelOf(code) })),
      })),
    };
  });
