import { newId } from '@jonction/db/new-id';
import { push as pushTable } from '@jonction/db/positioning/tables';
import { pushInput } from '@jonction/domain/positioning/push';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { askRound, keepRound } from '../matching/settle-round.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findCandidates, findTarget } from './candidates.ts';
import { keepToCaps } from './keep-to-caps.ts';
import { requireSendable, writeSending } from './send-cvs.ts';

/**
 * Sends CVs to a company: one letter, one link, one positioning per person, what it may read frozen as it is now. All leave
 * or none; the same press twice is one push.
 */
export const push = procedure('positioning.push')
  .input(pushInput)
  .output(z.object({ pushId: z.string(), sent: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const [before] = await ctx.tx
      .select({ id: pushTable.id })
      .from(pushTable)
      .where(and(eq(pushTable.structureId, structureId), eq(pushTable.idempotencyKey, input.idempotencyKey)));
    if (before) return { pushId: before.id, sent: input.participantIds.length };

    const target = await findTarget(ctx.tx, input);
    const { offer, employer } = target;
    if (offer && offer.status !== 'open') throw new Refuse('offer.not_open');
    const candidates = await findCandidates(ctx.tx, [...new Set(input.participantIds)], target);
    if (candidates.length !== new Set(input.participantIds).size) throw new Refuse('participant.not_found');
    requireSendable(ctx, candidates, employer.id);

    await keepToCaps(ctx, target, candidates.length);
    const reason = input.roundReason;
    const chosen = candidates.map(({ id }) => id);
    const round = offer ? await askRound(ctx, { offer, chosen, reason }) : null;
    const pushId = newId();
    await writeSending(ctx, {
      ...{ pushId, target, candidates, contractId: offer?.contractId ?? null },
      ...(round ? { scores: round.scores } : {}),
      recipientName: input.recipientName,
      recipientEmail: input.recipientEmail,
      message: input.message,
      idempotencyKey: input.idempotencyKey,
    });
    if (offer && round) await keepRound(ctx, round, { pushId, offer, reason });
    await recordAudit(ctx, {
      action: 'positioning.push',
      subjectKind: 'push',
      subjectId: pushId,
      facts: { employerId: employer.id, cvs: candidates.length },
    });
    return { pushId, sent: candidates.length };
  });
