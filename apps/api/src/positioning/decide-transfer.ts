import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { findPositioning } from '@jonction/db/positioning/queries';
import { disclosure, push } from '@jonction/db/positioning/tables';
import { listToTell } from '@jonction/db/positioning/to-tell';
import { positioningTransfer } from '@jonction/db/positioning/transfer-tables';
import { findTransfer } from '@jonction/db/positioning/transfers';
import { actOnPositioning } from '@jonction/domain/positioning/lifecycle';
import { decideTransfer } from '@jonction/domain/positioning/transfer';
import { agreeTransferInput, declineTransferInput } from '@jonction/domain/positioning/transfer-schema';
import { transferDeclinedLetter } from '@jonction/messages/positioning-letters';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { writeMessage } from '../message/write.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findCandidates, findTarget } from './candidates.ts';
import { senderOf, tellOfClosing } from './close-positionings.ts';
import { keepToCaps } from './keep-to-caps.ts';
import { moverOf, recordMove } from './record-move.ts';
import { requireSendable, writeSending } from './send-cvs.ts';

type Ready = Context & { tx: Tx };

async function readAsked(ctx: Ready, transferId: string) {
  const asked = found(await findTransfer(ctx.tx, transferId), 'positioning.transfer_not_found');
  const row = found(await findPositioning(ctx.tx, asked.positioningId, { lock: true }), 'positioning.not_found');
  return { asked, row, facts: { status: asked.status, fromEmployerId: row.employerId, positioning: row.status } };
}

/**
 * The team passes the CV on: the first company's row ends and shows nothing more, a new sending leaves to the other one, under the same
 * checks as every other. What the person did not agree to, or ruled out, does not leave.
 */
export const agreeTransfer = procedure('positioning.agreeTransfer')
  .input(agreeTransferInput)
  .output(z.object({ pushId: z.string(), positioningId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { asked, row, facts } = await readAsked(ctx, input.transferId);
    const target = await findTarget(ctx.tx, { offerId: null, employerId: input.employerId });
    settle(decideTransfer(facts, target.employer.id));
    const by = moverOf(ctx);
    const to = settle(actOnPositioning(row.status, 'close', by.actor));
    const candidates = await findCandidates(ctx.tx, [row.participantId], target);
    found(candidates[0], 'participant.not_found');
    requireSendable(ctx, candidates, target.employer.id);
    await keepToCaps(ctx, target, candidates.length);

    await recordMove(ctx.tx, row, { act: 'close', to, by, set: { closeReason: 'transferred' } });
    await tellOfClosing(ctx.tx, [row.id], 'transferred', ctx.publicUrl, by.actor);
    await ctx.tx.delete(disclosure).where(eq(disclosure.positioningId, row.id));
    const [first] = row.pushId ? await ctx.tx.select().from(push).where(eq(push.id, row.pushId)) : [];
    const pushId = newId();
    const [made] = await writeSending(ctx, {
      ...{ pushId, target, candidates, contractId: first?.contractId ?? null },
      recipientName: input.recipientName,
      recipientEmail: input.recipientEmail,
      message: input.message,
      idempotencyKey: `transfer:${asked.id}`,
      facts: { transferredFrom: row.id },
    });
    const { id: positioningId } = found(made, 'positioning.not_found');
    await ctx.tx
      .update(positioningTransfer)
      .set({ status: 'agreed', decidedAt: new Date(), decidedBy: speaker(ctx).userId, toPositioningId: positioningId })
      .where(eq(positioningTransfer.id, asked.id));
    await recordAudit(ctx, {
      action: 'positioning.agreeTransfer',
      subjectKind: 'positioning',
      subjectId: row.id,
      facts: { employerId: target.employer.id, to: positioningId, personAgrees: input.personAgrees },
    });
    return { pushId, positioningId };
  });

/** The team does not pass it on. The CV stays with the company, which is told so, and never why. */
export const declineTransfer = procedure('positioning.declineTransfer')
  .input(declineTransferInput)
  .mutation(async ({ ctx, input }) => {
    const { asked, row, facts } = await readAsked(ctx, input.transferId);
    settle(decideTransfer(facts, null));
    await ctx.tx
      .update(positioningTransfer)
      .set({
        status: 'declined',
        declineReason: input.reason,
        decidedAt: new Date(),
        decidedBy: speaker(ctx).userId,
      })
      .where(eq(positioningTransfer.id, asked.id));
    const [told] = await listToTell(ctx.tx, [row.id]);
    if (told?.recipientEmail && asked.askedBy !== 'facilitator') {
      const letter = transferDeclinedLetter({
        ...senderOf(told),
        recipientName: told.recipientName,
        companyName: asked.companyName,
        offerTitle: told.offerTitle,
      });
      const about = { kind: 'transfer', id: asked.id };
      await writeMessage(ctx.tx, letter, {
        structureId: row.structureId,
        to: told.recipientEmail,
        toName: told.recipientName,
        about,
      });
    }
    await recordAudit(ctx, {
      action: 'positioning.declineTransfer',
      subjectKind: 'positioning',
      subjectId: row.id,
      facts: { reason: input.reason },
    });
  });
