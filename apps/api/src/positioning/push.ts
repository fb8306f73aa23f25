import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { disclosure, endless, positioning, positioningEvent, push as pushTable } from '@jonction/db/positioning/tables';
import { pushInput } from '@jonction/domain/positioning/push';
import { positioningWords } from '@jonction/domain/positioning/words';
import type { Day } from '@jonction/domain/shared/day';
import { translate } from '@jonction/domain/shared/words';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { askRound, keepRound } from '../matching/settle-round.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { cardOf, eligibleUntil, findCandidates, findTarget, obstaclesOf } from './candidates.ts';
import { keepToCaps } from './keep-to-caps.ts';
import { sendLink } from './send-link.ts';

/**
 * Sends CVs to a company: one letter, one link, one positioning per person, what it may read frozen as it is now. All leave
 * or none; the same press twice is one push.
 */
export const push = procedure('positioning.push')
  .input(pushInput)
  .output(z.object({ pushId: z.string(), sent: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
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
    for (const candidate of candidates) {
      const [obstacle] = obstaclesOf(candidate, employer.id);
      if (!obstacle) continue;
      const words = translate(positioningWords, ctx.locale, `positioning.obstacle.${obstacle}`);
      throw new Refuse('positioning.cannot_push', {
        name: `${candidate.firstName} ${candidate.lastName}`,
        obstacle: words,
        obstacleCode: obstacle,
        participantId: candidate.id,
      });
    }

    await keepToCaps(ctx, target, candidates.length);
    const reason = input.roundReason;
    const chosen = candidates.map(({ id }) => id);
    const round = offer ? await askRound(ctx, { offer, chosen, reason }) : null;

    const pushId = newId();
    await ctx.tx.insert(pushTable).values({
      id: pushId,
      structureId,
      employerId: employer.id,
      offerId: offer?.id ?? null,
      contractId: offer?.contractId ?? null,
      recipientName: input.recipientName,
      recipientEmail: input.recipientEmail,
      message: input.message,
      idempotencyKey: input.idempotencyKey,
      sentBy: userId,
    });
    const accepted = offer ? await ctx.vault.keyedCodes(ctx.tx, structureId, offer.categories) : null;
    if (offer && round) await keepRound(ctx, round, { pushId, offer, reason });
    const now = new Date();
    const rows = candidates.map((candidate) => ({ id: newId(), candidate }));
    await ctx.tx.insert(positioning).values(
      rows.map(({ id, candidate }) => ({
        id,
        structureId,
        participantId: candidate.id,
        employerId: employer.id,
        offerId: offer?.id ?? null,
        pushId,
        cvId: candidate.cvId,
        status: 'sent' as const,
        score: round?.scores.get(candidate.id) ?? null,
        createdBy: userId,
        sentAt: now,
      })),
    );
    await ctx.tx.insert(positioningEvent).values(
      rows.map(({ id }) => ({
        structureId,
        positioningId: id,
        toStatus: 'sent' as const,
        act: 'send' as const,
        actor: 'facilitator' as const,
        actorKind: 'user',
        userId,
        organisationId: membership.organisationId,
      })),
    );
    await ctx.tx.insert(disclosure).values(
      rows.map(({ id, candidate }) => ({
        positioningId: id,
        structureId,
        participantId: candidate.id,
        employerId: employer.id,
        pushId,
        card: cardOf(candidate),
        eligibleUntil: untilOf(eligibleUntil(candidate, accepted, offer?.startsOn ?? ctx.today)),
      })),
    );
    const [structure] = await ctx.tx.select().from(organisation).where(eq(organisation.id, structureId));
    await sendLink(ctx, { pushId, structure: found(structure, 'organisation.not_found') });
    await emit(ctx.tx, { type: 'positioning.pushed', structureId, subjectId: pushId });
    await recordAudit(ctx, {
      action: 'positioning.push',
      subjectKind: 'push',
      subjectId: pushId,
      facts: { employerId: employer.id, cvs: rows.length },
    });
    return { pushId, sent: rows.length };
  });

/** Proven for good is the day that PostgreSQL puts after all others; nothing proven is none. */
function untilOf({ day, forGood }: { day: Day | null; forGood: boolean }): string | null {
  return forGood ? endless : day;
}
