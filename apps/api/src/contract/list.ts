import { countContracts, listContracts } from '@jonction/db/contract/list';
import { contractKinds, contractListSchema } from '@jonction/domain/contract/contract';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { unknownSince } from '@jonction/domain/contract/standing';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const day = z.string();

/** A page of the team's contracts, or of the whole register. Two statements, three where the total is estimated. */
export const list = procedure('contract.list')
  .input(contractListSchema)
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          reference: z.string(),
          kind: z.enum(contractKinds),
          object: z.string(),
          buyerName: z.string(),
          holderNames: z.array(z.string()),
          holderCount: z.number(),
          lotCount: z.number(),
          cpv: z.string().nullable(),
          place: z.string().nullable(),
          department: z.string().nullable(),
          amountCents: z.number().nullable(),
          notifiedOn: day.nullable(),
          endsOn: day.nullable(),
          status: z.enum(contractStatuses),
          statusSince: day.nullable(),
          saidOn: day.nullable(),
          saidBy: z.enum(contractEventSources).nullable(),
          unknownSince: day.nullable(),
          social: z.array(z.string()).nullable(),
          attached: z.boolean(),
          clauseCount: z.number(),
          dueHours: z.number(),
          facilitatorName: z.string().nullable(),
        }),
      ),
      total: z.number(),
      /** The total is an estimate: there are too many to count each time. */
      estimated: z.boolean(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const question = { ...input, structureId: structureOf(ctx), today: ctx.today };
    const rows = await listContracts(ctx.tx, question);
    const count = await countContracts(ctx.tx, question);
    return { rows: rows.map((row) => ({ ...row, unknownSince: unknownSince(row, ctx.today) })), ...count };
  });
