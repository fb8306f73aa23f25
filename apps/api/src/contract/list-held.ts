import { listHeldClauses } from '@jonction/db/contract/bought';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { listGroups } from '@jonction/db/contract/consortium';
import { hourBases } from '@jonction/domain/contract/clause';
import { noHours } from '@jonction/domain/contract/gauge';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { gaugeOf, shownStanding } from './assemble.ts';
import { gaugeShape, standingShape } from './shown.ts';

/**
 * What an employer owes: the clauses of the contracts it holds or works on, done and left, and whom to call. Three
 * statements.
 */
export const listHeld = procedure('contract.listHeld')
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
        hourBasis: z.enum(hourBases),
        startsOn: z.string().nullable(),
        structureName: z.string(),
        facilitatorName: z.string().nullable(),
        holds: z.boolean(),
        /** It owes a part of it, in a group. */
        shared: z.boolean(),
        standing: standingShape,
        gauge: gaugeShape,
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const { organisationId, structureId } = speaker(ctx).membership;
    const clauses = await listHeldClauses(ctx.tx, organisationId, structureId);
    const ids = clauses.map(({ clauseId }) => clauseId);
    const hours = await readClauseHours(ctx.tx, ids);
    const shared = new Set((await listGroups(ctx.tx, ids)).map(({ clauseId }) => clauseId));
    return clauses.map((clause) => {
      const { status, statusSince: since, contractEndsOn: endsOn, saidOn, saidBy } = clause;
      const standing = { status, since, endsOn, saidOn, saidBy };
      return {
        ...clause,
        shared: shared.has(clause.clauseId),
        standing: shownStanding(standing, ctx.today),
        gauge: gaugeOf(
          clause,
          { notifiedOn: clause.notifiedOn, standing },
          hours.get(clause.clauseId) ?? noHours,
          ctx.today,
        ),
      };
    });
  });
