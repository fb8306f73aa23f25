import { listPeers, listTransfers } from '@jonction/db/contract/consortium';
import { hourTransfer } from '@jonction/db/contract/consortium-tables';
import { newId } from '@jonction/db/new-id';
import { maySignForCompany } from '@jonction/domain/access/company-team';
import {
  checkNotTwice,
  checkParties,
  checkPurchaser,
  checkSeller,
  proposeTransferSchema,
  stateOf,
  transferTotalCents,
} from '@jonction/domain/contract/transfer';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { ownPart } from './show-own-part.ts';

/**
 * A member proposes hours to another, at a price: it takes over hours, or has some taken over. It signs by proposing; nothing counts
 * until the other signs too. Its own side is looked at now, both when it is signed.
 */
export const proposeTransfer = procedure('contract.proposeTransfer')
  .input(proposeTransferSchema)
  .output(z.object({ transferId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { clauseId, side, otherId, centihours, priceCents, reason } = input;
    const { userId, membership } = speaker(ctx);
    const { organisationId: own } = membership;
    const { group, balance } = await ownPart(ctx, clauseId);
    settle(maySignForCompany(membership.companyRole));
    if (group.cause === 'ended') throw new Refuse('contract.group_ended');
    const peers = await listPeers(ctx.tx, clauseId);
    const parties = side === 'sell' ? { sellerId: own, purchaserId: otherId } : { sellerId: otherId, purchaserId: own };
    settle(
      checkParties(
        parties,
        peers.map(({ id }) => id),
      ),
      'otherId',
    );
    settle(side === 'sell' ? checkSeller(balance, centihours) : checkPurchaser(balance, centihours), 'centihours');
    const known = await listTransfers(ctx.tx, { clauseId });
    settle(
      checkNotTwice(
        { ...parties, centihours, priceCents },
        known.filter((one) => stateOf(one) === 'waiting'),
      ),
    );
    const transferId = newId();
    const { structureId } = membership;
    await ctx.tx.insert(hourTransfer).values({
      ...{ id: transferId, structureId, contractId: group.contractId, clauseId, ...parties },
      ...{ centihours, priceCents, totalCents: transferTotalCents(centihours, priceCents), reason },
      ...{ proposerId: own, proposedBy: userId },
    });
    await recordAudit(ctx, {
      action: 'contract.proposeTransfer',
      subjectKind: 'clause',
      subjectId: clauseId,
      facts: { transfer: transferId, side, centihours, priceCents },
    });
    await emit(ctx.tx, { type: 'contract.transfer_moved', structureId, subjectId: transferId });
    return { transferId };
  });
