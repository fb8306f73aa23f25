import { clause, contractStructure } from '@jonction/db/contract/tables';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';

/** The team no longer follows a contract. A contract on which it has a clause stays among its own. */
export const detach = procedure('contract.detach')
  .input(z.object({ contractId: z.uuid() }))
  .output(z.object({ contractId: z.string() }))
  .mutation(async ({ ctx, input: { contractId } }) => {
    const structureId = structureOf(ctx);
    await writableContract(ctx, contractId);
    const [running] = await ctx.tx
      .select({ id: clause.id })
      .from(clause)
      .where(and(eq(clause.contractId, contractId), eq(clause.structureId, structureId)))
      .limit(1);
    if (running) throw new Refuse('contract.detach_with_clause');
    await ctx.tx
      .delete(contractStructure)
      .where(and(eq(contractStructure.contractId, contractId), eq(contractStructure.structureId, structureId)));
    await recordAudit(ctx, { action: 'contract.detach', subjectKind: 'contract', subjectId: contractId });
    return { contractId };
  });
