import { clause, lot } from '@jonction/db/contract/tables';
import { attachContract, saveClause } from '@jonction/db/contract/write';
import { clauseCategoriesSchema, clauseInputSchema, withCategories } from '@jonction/domain/contract/clause';
import { dueHours } from '@jonction/domain/contract/target';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import type { CategorySet } from '@jonction/domain/eligibility/category';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';
import { recomputeDue } from './obligation/recompute-due.ts';

/**
 * Writes the clause of a lot, or changes it. The inputs of the target stay beside the result, so that the buyer can defend
 * the number; a changed list of accepted people holds from today on, and never for those hired before.
 */
export const writeClause = procedure('contract.writeClause')
  .input(clauseInputSchema)
  .output(z.object({ clauseId: z.string(), dueHours: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const [row] = await ctx.tx.select().from(lot).where(eq(lot.id, input.lotId));
    const { contractId, buyerId } = found(row, 'contract.lot_not_found');
    await writableContract(ctx, contractId);
    // A buyer's clause is followed by the team in whose name the buyer works.
    if (membership.role === 'buyer') await attachContract(ctx.tx, contractId, structureId);
    const [known] = await ctx.tx
      .select({ categories: clause.categories })
      .from(clause)
      .where(and(eq(clause.lotId, input.lotId), eq(clause.structureId, structureId)));
    const due = dueHours(input.target);
    const { clauseId, dueBefore } = await saveClause(ctx.tx, {
      structureId,
      contractId,
      lotId: input.lotId,
      buyerId,
      kind: input.kind,
      targetMode: input.target.mode,
      targetInputs: input.target,
      dueHours: due,
      categories: withCategories(
        known ? clauseCategoriesSchema.parse(known.categories) : [],
        categorySetFrom(input.categoryCodes),
        ctx.today,
      ),
      hourBasis: input.hourBasis,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      penalty: input.penalty,
      createdBy: userId,
    });
    // What is invoiced and affirmed already stays counted in the figure.
    const [followed] = await recomputeDue(
      ctx.tx,
      { structureId, lotIds: [input.lotId] },
      { today: ctx.today, cause: 'written' },
    );
    await recordAudit(ctx, {
      action: 'contract.writeClause',
      subjectKind: 'clause',
      subjectId: clauseId,
      facts: { mode: input.target.mode, dueHours: due, dueBefore },
    });
    await emit(ctx.tx, { type: 'contract.clause_written', structureId, subjectId: clauseId });
    return { clauseId, dueHours: followed?.after ?? due };
  });

/** The list that the contract names, with the freshness and ages that each category has by default. */
export function categorySetFrom(codes: readonly string[]): CategorySet {
  return {
    id: 'contract',
    title: 'Publics du marché',
    source: 'CCAP',
    validFrom: null,
    validTo: null,
    categories: [...new Set(codes)].map((code) => {
      const category = categoryOf(code);
      if (!category) throw new Refuse('contract.category_unknown', {}, 'categoryCodes');
      const { freshMonths = null, ageFrom = null, ageUnder = null } = category;
      return { code, freshMonths, ageFrom, ageUnder };
    }),
  };
}
