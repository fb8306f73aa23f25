import { membership } from '@jonction/db/access/tables';
import { contractStructure } from '@jonction/db/contract/tables';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writableContract } from './head.ts';

/** Who of the team follows the contract; null for nobody in particular. */
export const assignFacilitator = procedure('contract.assignFacilitator')
  .input(z.object({ contractId: z.uuid(), facilitatorId: z.uuid().nullable() }))
  .output(z.object({ contractId: z.string() }))
  .mutation(async ({ ctx, input: { contractId, facilitatorId } }) => {
    const structureId = structureOf(ctx);
    await writableContract(ctx, contractId);
    if (facilitatorId) {
      const [colleague] = await ctx.tx
        .select({ id: membership.id })
        .from(membership)
        .where(
          and(
            eq(membership.userId, facilitatorId),
            eq(membership.structureId, structureId),
            inArray(membership.role, ['facilitator', 'lead']),
            isNull(membership.endedAt),
          ),
        )
        .limit(1);
      if (!colleague) throw new Refuse('contract.facilitator_not_found', {}, 'facilitatorId');
    }
    await ctx.tx
      .update(contractStructure)
      .set({ facilitatorId })
      .where(and(eq(contractStructure.contractId, contractId), eq(contractStructure.structureId, structureId)));
    await recordAudit(ctx, { action: 'contract.assignFacilitator', subjectKind: 'contract', subjectId: contractId });
    return { contractId };
  });
