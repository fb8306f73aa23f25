import {
  hoursByEmployer,
  listGroups,
  listMemberParts,
  listMoves,
  lockTransfers,
} from '@jonction/db/contract/consortium';
import { hourTransfer, hourTransferAct } from '@jonction/db/contract/consortium-tables';
import { clause } from '@jonction/db/contract/tables';
import { findFile } from '@jonction/db/file/queries';
import { newId } from '@jonction/db/new-id';
import { balanceOf } from '@jonction/domain/contract/member-balance';
import {
  checkParties,
  checkPurchaser,
  checkSeller,
  checkSignedOn,
  recordTransferSchema,
  transferTotalCents,
} from '@jonction/domain/contract/transfer';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writableContract } from '../head.ts';

/** The team writes down a transfer that both members signed on paper, with the paper: for companies that have no access. */
export const recordTransfer = procedure('contract.recordTransfer')
  .input(recordTransferSchema)
  .output(z.object({ transferId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { clauseId, sellerId, purchaserId, centihours, priceCents, reason, signedOn, fileId } = input;
    const structureId = structureOf(ctx);
    const { userId } = speaker(ctx);
    const [row] = await ctx.tx
      .select()
      .from(clause)
      .where(and(eq(clause.id, clauseId), eq(clause.structureId, structureId)));
    const { contractId } = found(row, 'contract.clause_not_found');
    await writableContract(ctx, contractId);
    await lockTransfers(ctx.tx, clauseId);
    const [group] = await listGroups(ctx.tx, [clauseId]);
    const living = found(group, 'contract.group_not_found');
    if (living.cause === 'ended') throw new Refuse('contract.group_ended');
    const parts = await listMemberParts(ctx.tx, [living]);
    settle(
      checkParties(
        input,
        parts.map(({ organisationId }) => organisationId),
      ),
      'purchaserId',
    );
    settle(checkSignedOn(signedOn, ctx.today), 'signedOn');
    const done = await hoursByEmployer(ctx.tx, clauseId);
    const moves = await listMoves(ctx.tx, clauseId);
    const balance = (organisationId: string) => {
      const dueCentihours = parts.find((part) => part.organisationId === organisationId)?.centihours ?? 0;
      return balanceOf({ organisationId, dueCentihours, doneCentihours: done.get(organisationId) ?? 0 }, moves);
    };
    settle(checkSeller(balance(sellerId), centihours), 'centihours');
    settle(checkPurchaser(balance(purchaserId), centihours), 'centihours');
    found(await findFile(ctx.tx, fileId, 'document'), 'file.not_found');
    const transferId = newId();
    await ctx.tx.insert(hourTransfer).values({
      ...{ id: transferId, structureId, contractId, clauseId, sellerId, purchaserId, centihours, priceCents, reason },
      ...{ totalCents: transferTotalCents(centihours, priceCents), proposerId: null, proposedBy: userId },
    });
    await ctx.tx
      .insert(hourTransferAct)
      .values({ transferId, structureId, act: 'paper', fileId, signedOn, actedBy: userId });
    await recordAudit(ctx, {
      action: 'contract.recordTransfer',
      subjectKind: 'clause',
      subjectId: clauseId,
      facts: { transfer: transferId, centihours, priceCents, signedOn },
    });
    await emit(ctx.tx, { type: 'contract.transfer_moved', structureId, subjectId: transferId });
    return { transferId };
  });
