import { censusQuestionSchema } from '@jonction/domain/census/grid';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { censusWindow } from './window.ts';

const dayShape = z.string();
const standing = { status: z.enum(contractStatuses), endsOn: dayShape.nullable() };

/**
 * A window of the census: some rows of the team's contracts, from any of them, each with its status, since when, who said it and how
 * fresh that is; as known on a day, compared with another. A fixed number of statements, whatever the length.
 */
export const list = procedure('census.list')
  .input(censusQuestionSchema)
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          reference: z.string(),
          object: z.string(),
          buyerName: z.string(),
          directorateName: z.string().nullable(),
          holderNames: z.array(z.string()),
          cpv: z.string().nullable(),
          place: z.string().nullable(),
          notifiedOn: dayShape.nullable(),
          ...standing,
          statusSince: dayShape.nullable(),
          saidOn: dayShape.nullable(),
          saidBy: z.enum(contractEventSources).nullable(),
          unknownSince: dayShape.nullable(),
          clauseCount: z.number(),
          dueHours: z.number(),
          atWork: z.number(),
          facilitatorName: z.string().nullable(),
          /** On the day compared with; null where no day is. */
          before: z.object(standing).nullable(),
        }),
      ),
      total: z.number(),
      estimated: z.boolean(),
    }),
  )
  .query(({ ctx, input }) => censusWindow(ctx.tx, { ...input, structureId: structureOf(ctx), today: ctx.today }));
