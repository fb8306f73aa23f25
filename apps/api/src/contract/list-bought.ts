import { countBoughtContracts, listBoughtContracts } from '@jonction/db/contract/bought';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { noHours } from '@jonction/domain/contract/gauge';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { gaugeOf, shownStanding } from './assemble.ts';
import { gaugeShape, standingShape } from './shown.ts';

/** A buyer's own contracts with their clauses' hours, totals without names. Three statements. */
export const listBought = procedure('contract.listBought')
  .input(
    pageSchema.extend({
      text: z.string().trim().max(200).default(''),
      liveOnly: z.boolean().default(false),
      withClause: z.boolean().default(false),
      directorateId: z
        .union([z.uuid(), z.literal('none')])
        .nullable()
        .default(null),
    }),
  )
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          reference: z.string(),
          object: z.string(),
          holderNames: z.array(z.string()),
          directorateName: z.string().nullable(),
          standing: standingShape,
          clauses: z.array(z.object({ id: z.string(), lotNumber: z.string().nullable(), gauge: gaugeShape })),
        }),
      ),
      total: z.number(),
      today: z.string(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const buyerId = speaker(ctx).membership.organisationId;
    const question = { ...input, limit: input.pageSize, offset: offsetOf(input), today: ctx.today };
    const rows = await listBoughtContracts(ctx.tx, buyerId, question);
    const total = await countBoughtContracts(ctx.tx, buyerId, question);
    const hours = await readClauseHours(
      ctx.tx,
      rows.flatMap((row) => row.clauses.map(({ id }) => id)),
    );
    return {
      total,
      today: ctx.today,
      rows: rows.map(({ clauses, statusSince: since, ...row }) => {
        const { status, endsOn, saidOn, saidBy } = row;
        const standing = { status, since, endsOn, saidOn, saidBy };
        return {
          ...row,
          standing: shownStanding(standing, ctx.today),
          clauses: clauses.map((clause) => ({
            id: clause.id,
            lotNumber: clause.lotNumber,
            gauge: gaugeOf(
              clause,
              { notifiedOn: row.notifiedOn, standing },
              hours.get(clause.id) ?? noHours,
              ctx.today,
            ),
          })),
        };
      }),
    };
  });
