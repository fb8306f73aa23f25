import type { Tx } from '@jonction/db/client';
import { positioning, positioningEvent } from '@jonction/db/positioning/tables';
import type { PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';

type Row = typeof positioning.$inferSelect;

/** Moves a positioning and writes the move in its log, in one go. The move was allowed before (`actOnPositioning`). */
export async function recordMove(
  ctx: Context & { tx: Tx },
  row: Row,
  to: PositioningStatus,
  set: Partial<Pick<Row, 'interviewAt' | 'refusalReason' | 'answerNote' | 'seenAt' | 'answeredAt' | 'sentAt'>> = {},
): Promise<void> {
  const { actor } = ctx;
  await ctx.tx
    .update(positioning)
    .set({ ...set, status: to, version: sql`${positioning.version} + 1` })
    .where(eq(positioning.id, row.id));
  await ctx.tx.insert(positioningEvent).values({
    structureId: row.structureId,
    positioningId: row.id,
    fromStatus: row.status,
    toStatus: to,
    actorKind: actor.kind,
    userId: actor.kind === 'user' ? actor.userId : null,
    organisationId:
      actor.kind === 'user'
        ? (actor.membership?.organisationId ?? null)
        : actor.kind === 'link'
          ? actor.organisationId
          : null,
    facts: set.refusalReason ? { reason: set.refusalReason } : {},
  });
  await emit(ctx.tx, { type: `positioning.${to}`, structureId: row.structureId, subjectId: row.id });
}
