import type { Tx } from '@jonction/db/client';
import { positioning, positioningEvent } from '@jonction/db/positioning/tables';
import type { PositioningAct, PositioningActor, PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';

type Row = typeof positioning.$inferSelect;

/** Who moves it, as the log keeps it. */
export interface Mover {
  actor: PositioningActor;
  actorKind: 'user' | 'link' | 'system';
  userId: string | null;
  organisationId: string | null;
}

/** A job of the house, which speaks for nobody. */
export const systemMover: Mover = { actor: 'system', actorKind: 'system', userId: null, organisationId: null };

export function moverOf({ actor }: Context): Mover {
  if (actor.kind === 'link') {
    return { actor: 'link', actorKind: 'link', userId: null, organisationId: actor.organisationId };
  }
  if (actor.kind !== 'user') throw new Error('nobody moves a positioning');
  return {
    actor: actor.membership?.role === 'employer' ? 'employer' : 'facilitator',
    actorKind: 'user',
    userId: actor.userId,
    organisationId: actor.membership?.organisationId ?? null,
  };
}

interface Move {
  act: PositioningAct;
  to: PositioningStatus;
  by: Mover;
  set?: Partial<
    Pick<Row, 'interviewAt' | 'refusalReason' | 'closeReason' | 'seenAt' | 'answeredAt' | 'sentAt' | 'pausedUntil'>
  >;
}

/**
 * Moves a positioning and writes the move in its log, in one go. The move was allowed before (`actOnPositioning`). An
 * opening leaves the version: nobody's answer becomes old because a CV was read.
 */
export async function recordMove(tx: Tx, row: Row, { act, to, by, set = {} }: Move): Promise<void> {
  await tx
    .update(positioning)
    .set({ ...set, status: to, ...(act === 'see' ? {} : { version: sql`${positioning.version} + 1` }) })
    .where(eq(positioning.id, row.id));
  const reason = set.refusalReason ?? set.closeReason;
  await tx.insert(positioningEvent).values({
    structureId: row.structureId,
    positioningId: row.id,
    fromStatus: row.status,
    toStatus: to,
    act,
    ...by,
    facts: reason ? { reason } : {},
  });
  await emit(tx, { type: `positioning.${to}`, structureId: row.structureId, subjectId: row.id });
}
