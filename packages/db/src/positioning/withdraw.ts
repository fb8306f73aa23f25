import type { PositioningActor } from '@jonction/domain/positioning/lifecycle';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { open } from './open.ts';

/**
 * Withdraws the positionings of a person that wait for an answer, each with its event. A hire, a refusal and what was
 * closed stay as they are. Answers the ids withdrawn. What companies could see of her goes with her consent: a trigger
 * of the base sees to it.
 */
export async function withdrawOpenPositionings(
  tx: Tx,
  participantId: string,
  by: {
    actorKind: 'user' | 'link' | 'participant' | 'system';
    userId: string | null;
    organisationId: string | null;
    /** Whose wish it is: the person's own, whoever types it. */
    actor?: PositioningActor;
  },
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with open as (
      select id, structure_id, status from positioning
      where participant_id = ${participantId} and status in (${open}) for update
    ), changed as (
      update positioning p set status = 'withdrawn', version = p.version + 1 from open where p.id = open.id returning p.id
    ), told as (
      insert into positioning_event (structure_id, positioning_id, from_status, to_status, actor_kind, user_id, organisation_id, act, actor)
      select open.structure_id, open.id, open.status, 'withdrawn', ${by.actorKind}, ${by.userId}::uuid, ${by.organisationId}::uuid,
             'withdraw', ${by.actor ?? 'participant'}
      from open join changed using (id)
    )
    select id from changed`);
  return [...rows].map(({ id }) => id);
}
