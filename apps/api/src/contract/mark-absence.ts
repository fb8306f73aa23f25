import { readAbsences } from '@jonction/db/contract/absence';
import { lotClauseAbsence } from '@jonction/db/contract/obligation-tables';
import { clause, lot } from '@jonction/db/contract/tables';
import { clauseAbsenceSchema, markAbsence as mayMark } from '@jonction/domain/contract/clause-absence';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';

/** Says why a lot has no clause, or takes that back: who said it and when stays. A clause written later wins over it. */
export const markAbsence = procedure('contract.markAbsence')
  .input(clauseAbsenceSchema)
  .mutation(async ({ ctx, input: { lotId, reason, note } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const [row] = await ctx.tx.select().from(lot).where(eq(lot.id, lotId));
    const { contractId, buyerId } = found(row, 'contract.lot_not_found');
    await writableContract(ctx, contractId);
    const clauses = await ctx.tx
      .select({ id: clause.id })
      .from(clause)
      .where(and(eq(clause.lotId, lotId), eq(clause.structureId, structureId)));
    const said = (await readAbsences(ctx.tx, contractId, { structureId })).get(lotId);
    settle(mayMark({ hasClause: clauses.length > 0, standing: said?.reason ?? null }, reason), 'reason');
    await ctx.tx
      .insert(lotClauseAbsence)
      .values({ structureId, contractId, lotId, buyerId, reason, note, recordedBy: userId });
    await recordAudit(ctx, {
      action: 'contract.markAbsence',
      subjectKind: 'contract',
      subjectId: contractId,
      facts: { lot: lotId, reason },
    });
  });
