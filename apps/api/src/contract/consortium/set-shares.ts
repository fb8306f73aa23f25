import { insertGroup, listGroups, listTransfers, lockTransfers } from '@jonction/db/contract/consortium';
import { listBills } from '@jonction/db/contract/obligation';
import { clause, lotHolder } from '@jonction/db/contract/tables';
import { checkShares, partsOf, setSharesSchema } from '@jonction/domain/contract/consortium';
import { stateOf } from '@jonction/domain/contract/transfer';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writableContract } from '../head.ts';
import { invoicedBy } from './share-again.ts';

/**
 * Says who shares the obligation of a clause and how: one more version, the others stay readable. Parts always make up the obligation,
 * which does not move.
 */
export const setShares = procedure('contract.setShares')
  .input(setSharesSchema)
  .output(z.object({ version: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { clauseId, mode, liability, leadId, members } = input;
    const structureId = structureOf(ctx);
    const [row] = await ctx.tx
      .select()
      .from(clause)
      .where(and(eq(clause.id, clauseId), eq(clause.structureId, structureId)));
    const { contractId, buyerId, lotId, dueHours } = found(row, 'contract.clause_not_found');
    await writableContract(ctx, contractId);
    await lockTransfers(ctx.tx, clauseId);
    const [group] = await listGroups(ctx.tx, [clauseId]);
    if ((group?.version ?? null) !== input.version) throw new Refuse('contract.group_changed_meanwhile');
    const holders = await ctx.tx
      .select({ id: lotHolder.organisationId })
      .from(lotHolder)
      .where(eq(lotHolder.lotId, lotId));
    const transfers = await listTransfers(ctx.tx, { clauseId });
    const engaged = transfers.filter((one) => ['waiting', 'signed'].includes(stateOf(one)));
    const dueCentihours = 100 * dueHours;
    settle(
      checkShares(input, {
        holderIds: holders.map(({ id }) => id),
        dueCentihours,
        engagedIds: [...new Set(engaged.flatMap(({ sellerId, purchaserId }) => [sellerId, purchaserId]))],
      }),
      'members',
    );
    const invoiced = invoicedBy(await listBills(ctx.tx, [lotId], { structureId }), leadId);
    const shares = members.map(({ organisationId, shareBps, fixedCentihours }) => ({
      organisationId,
      // What another way of sharing would ask is not kept: it would read as agreed.
      shareBps: mode === 'bps' ? (shareBps ?? 0) : null,
      fixedCentihours: mode === 'fixed' ? (fixedCentihours ?? 0) : null,
      invoicedCents: invoiced.get(organisationId) ?? 0,
    }));
    const leadIndex = shares.findIndex(({ organisationId }) => organisationId === leadId);
    const centihours = partsOf({ mode, dueCentihours, leadIndex, shares });
    const version = await insertGroup(ctx.tx, {
      ...{ clauseId, structureId, contractId, buyerId, mode, liability, leadId, dueCentihours, cause: 'set' },
      recordedBy: speaker(ctx).userId,
      parts: shares.map((share, index) => ({ ...share, centihours: centihours[index] ?? 0 })),
    });
    await recordAudit(ctx, {
      action: 'contract.setShares',
      subjectKind: 'clause',
      subjectId: clauseId,
      facts: { version, mode, members: members.length },
    });
    await emit(ctx.tx, { type: 'contract.shares_set', structureId, subjectId: clauseId });
    return { version };
  });
