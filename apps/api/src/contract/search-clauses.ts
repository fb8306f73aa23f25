import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { searchClauses as readChoices } from '@jonction/db/contract/search-clauses';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Clauses of the team to attach an offer or a hire to, with the hours left. Two statements. */
export const searchClauses = procedure('contract.searchClauses')
  .input(
    z.object({
      text: z.string().trim().max(200).default(''),
      /** That one alone. */
      clauseId: z.uuid().nullish(),
      limit: z.int().min(1).max(50).default(20),
    }),
  )
  .output(
    z.array(
      z.object({
        clauseId: z.string(),
        contractId: z.string(),
        contractNumber: z.number(),
        reference: z.string(),
        object: z.string(),
        buyerName: z.string(),
        lotId: z.string(),
        lotNumber: z.string().nullable(),
        lotObject: z.string(),
        holders: z.array(z.object({ id: z.string(), name: z.string() })),
        dueHours: z.number(),
        leftCentihours: z.number(),
        status: z.enum(contractStatuses),
        endsOn: z.string().nullable(),
      }),
    ),
  )
  .query(async ({ ctx, input }) => {
    const choices = await readChoices(ctx.tx, { ...input, structureId: structureOf(ctx) });
    const hours = await readClauseHours(
      ctx.tx,
      choices.map(({ clauseId }) => clauseId),
    );
    return choices.map((choice) => ({
      ...choice,
      leftCentihours: Math.max(0, 100 * choice.dueHours - (hours.get(choice.clauseId)?.validatedCentihours ?? 0)),
    }));
  });
