import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { disclosure, endless, positioning, positioningEvent, push } from '@jonction/db/positioning/tables';
import { positioningWords } from '@jonction/domain/positioning/words';
import type { Day } from '@jonction/domain/shared/day';
import { translate } from '@jonction/domain/shared/words';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { type Candidate, cardOf, eligibleUntil, obstaclesOf, type Target } from './candidates.ts';
import { sendLink } from './send-link.ts';

type Ready = Context & { tx: Tx };

/** Refuses the first person who cannot be put forward to that company now, by name and with what stands in the way. */
export function requireSendable(ctx: Context, candidates: readonly Candidate[], employerId: string): void {
  for (const candidate of candidates) {
    const [obstacle] = obstaclesOf(candidate, employerId);
    if (!obstacle) continue;
    throw new Refuse('positioning.cannot_push', {
      name: `${candidate.firstName} ${candidate.lastName}`,
      obstacle: translate(positioningWords, ctx.locale, `positioning.obstacle.${obstacle}`),
      obstacleCode: obstacle,
      participantId: candidate.id,
    });
  }
}

export interface Sending {
  pushId: string;
  target: Target;
  contractId: string | null;
  candidates: readonly Candidate[];
  scores?: ReadonlyMap<string, number>;
  recipientName: string | null;
  recipientEmail: string;
  message: string | null;
  idempotencyKey: string;
  /** What the log keeps of where a CV comes from. */
  facts?: Record<string, string>;
}

/** One letter, one link, one positioning per person, what the company may read frozen as it is now. Answers the positionings. */
export async function writeSending(ctx: Ready, sending: Sending): Promise<{ id: string; participantId: string }[]> {
  const { userId, membership } = speaker(ctx);
  const { structureId } = membership;
  const { pushId, candidates } = sending;
  const { offer, employer } = sending.target;
  await ctx.tx.insert(push).values({
    id: pushId,
    structureId,
    employerId: employer.id,
    offerId: offer?.id ?? null,
    contractId: sending.contractId,
    recipientName: sending.recipientName,
    recipientEmail: sending.recipientEmail,
    message: sending.message,
    idempotencyKey: sending.idempotencyKey,
    sentBy: userId,
  });
  const accepted = offer ? await ctx.vault.keyedCodes(ctx.tx, structureId, offer.categories) : null;
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
      score: sending.scores?.get(candidate.id) ?? null,
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
      facts: sending.facts ?? {},
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
  return rows.map(({ id, candidate }) => ({ id, participantId: candidate.id }));
}

/** Proven for good is the day that PostgreSQL puts after all others; nothing proven is none. */
function untilOf({ day, forGood }: { day: Day | null; forGood: boolean }): string | null {
  return forGood ? endless : day;
}
