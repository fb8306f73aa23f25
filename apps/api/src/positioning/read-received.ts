import type { Tx } from '@jonction/db/client';
import { findPositioning, listSent } from '@jonction/db/positioning/queries';
import { cvOpening, endless } from '@jonction/db/positioning/tables';
import { cardSchema } from '@jonction/domain/positioning/card';
import { actOnPositioning } from '@jonction/domain/positioning/lifecycle';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { moverOf, recordMove } from './record-move.ts';
import type { Received } from './shapes.ts';

type Sent = Awaited<ReturnType<typeof listSent>>[number];

/**
 * Opens CVs for a company: the opening is written down first (the participant can see it: organisation and date), a CV
 * just sent becomes seen, then the cards are read.
 */
export async function openReceived(
  ctx: Context & { tx: Tx },
  where: { pushId?: string; employerId?: string; positioningId?: string; positioningIds?: readonly string[] },
  employerId: string,
): Promise<Received[]> {
  for (const sent of await listSent(ctx.tx, where)) {
    if (sent.card === null || sent.status === 'closed') continue;
    await ctx.tx.insert(cvOpening).values({
      structureId: sent.structureId,
      positioningId: sent.id,
      participantId: sent.participantId,
      employerId,
      actorKind: ctx.actor.kind,
      userId: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    });
    if (sent.status === 'sent') {
      const row = await findPositioning(ctx.tx, sent.id, { lock: true });
      const by = moverOf(ctx);
      if (row && actOnPositioning(row.status, 'see', by.actor).ok) {
        await recordMove(ctx.tx, row, { act: 'see', to: 'seen', by, set: { seenAt: new Date() } });
      }
    }
    await recordAudit(ctx, {
      action: 'cv.open',
      subjectKind: 'positioning',
      subjectId: sent.id,
      purpose: 'recruitment',
    });
  }
  return (await listSent(ctx.tx, where)).map(receivedOf);
}

export function receivedOf(sent: Sent): Received {
  // Nothing is expected of a CV that is closed, so nothing is left to read; a batch undone shows it again.
  const card = cardSchema.safeParse(sent.status === 'closed' ? null : sent.card);
  return {
    positioningId: sent.id,
    status: sent.status,
    offerTitle: sent.offerTitle,
    contractObject: sent.contractObject,
    sentAt: sent.sentAt,
    interviewAt: sent.interviewAt,
    outcome: sent.outcome,
    refusalReason: sent.refusalReason,
    closeReason: sent.closeReason,
    version: sent.version,
    answerNote: sent.answerNote,
    transfer: sent.transfer,
    card: card.success ? card.data : null,
    eligibleUntil: sent.eligibleUntil === endless ? null : sent.eligibleUntil,
    eligibleForGood: sent.eligibleUntil === endless,
  };
}
