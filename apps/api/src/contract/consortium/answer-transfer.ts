import { sqlStateOf, type Tx } from '@jonction/db/client';
import { listTransfers, lockTransfers, type TransferRow } from '@jonction/db/contract/consortium';
import { hourTransferAct } from '@jonction/db/contract/consortium-tables';
import { maySignForCompany } from '@jonction/domain/access/company-team';
import {
  checkPurchaser,
  checkSeller,
  mayAnswer,
  refuseTransferSchema,
  stateOf,
  type TransferAct,
} from '@jonction/domain/contract/transfer';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { type ProcedureName, procedure } from '../../trpc.ts';
import { ownPart } from './show-own-part.ts';

type Act = Exclude<TransferAct, 'paper'>;
const oneTransfer = z.object({ transferId: z.uuid() });

/** The other member signs: both are bound, and the balances of both move at once. */
export const signTransfer = procedure('contract.signTransfer')
  .input(oneTransfer)
  .mutation(async ({ ctx, input }) => {
    const transfer = await answerable(ctx, input.transferId, 'sign');
    const { clauseId, sellerId, centihours } = transfer;
    const { balance } = await ownPart(ctx, clauseId);
    const sells = sellerId === speaker(ctx).membership.organisationId;
    settle(sells ? checkSeller(balance, centihours) : checkPurchaser(balance, centihours));
    await close(ctx, transfer, 'sign', 'contract.signTransfer');
  });

/** The other member refuses, with a reason. */
export const refuseTransfer = procedure('contract.refuseTransfer')
  .input(refuseTransferSchema)
  .mutation(async ({ ctx, input: { transferId, reason } }) => {
    const transfer = await answerable(ctx, transferId, 'refuse');
    await close(ctx, transfer, 'refuse', 'contract.refuseTransfer', reason);
  });

/** Whoever proposed takes back, as long as nobody signed. */
export const withdrawTransfer = procedure('contract.withdrawTransfer')
  .input(oneTransfer)
  .mutation(async ({ ctx, input }) => {
    const transfer = await answerable(ctx, input.transferId, 'withdraw');
    await close(ctx, transfer, 'withdraw', 'contract.withdrawTransfer');
  });

async function answerable(ctx: Context & { tx: Tx }, transferId: string, act: Act): Promise<TransferRow> {
  const [known] = await listTransfers(ctx.tx, { transferId });
  const { clauseId } = found(known, 'contract.transfer_not_found');
  const { organisationId, companyRole } = speaker(ctx).membership;
  settle(maySignForCompany(companyRole));
  await lockTransfers(ctx.tx, clauseId);
  // Somebody may have answered while this one waited for her turn.
  const [row] = await listTransfers(ctx.tx, { transferId });
  const transfer = found(row, 'contract.transfer_not_found');
  settle(mayAnswer({ ...transfer, state: stateOf(transfer) }, act, organisationId));
  return transfer;
}

async function close(
  ctx: Context & { tx: Tx },
  { id: transferId, clauseId, structureId }: TransferRow,
  act: Act,
  action: ProcedureName,
  reason: string | null = null,
): Promise<void> {
  const { userId, membership } = speaker(ctx);
  const { organisationId } = membership;
  try {
    await ctx.tx
      .insert(hourTransferAct)
      .values({ transferId, structureId, act, organisationId, reason, actedBy: userId });
  } catch (error) {
    // The base looks at both sides, of which the speaker reads her own only.
    if (sqlStateOf(error) === '23001') throw new Refuse('contract.transfer_other_side');
    throw error;
  }
  await recordAudit(ctx, { action, subjectKind: 'clause', subjectId: clauseId, facts: { transfer: transferId } });
  await emit(ctx.tx, { type: 'contract.transfer_moved', structureId, subjectId: transferId });
}
