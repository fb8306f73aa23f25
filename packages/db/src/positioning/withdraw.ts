import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { disclosure } from './tables.ts';

/**
 * Deletes what companies could see of a person and withdraws her positionings that wait for an answer, each with its
 * event. A hire, a refusal and what was closed stay as they are. Answers the ids withdrawn.
 */
export async function withdrawOpenPositionings(
  tx: Tx,
  participantId: string,
  by: { actorKind: 'user' | 'link' | 'system'; userId: string | null; organisationId: string | null },
): Promise<string[]> {
  await tx.delete(disclosure).where(eq(disclosure.participantId, participantId));
  const rows = await tx.execute<{ id: string }>(sql`
    with open as (
      select id, structure_id, status from positioning
      where participant_id = ${participantId} and status in ('proposed', 'sent', 'seen', 'interview') for update
    ), changed as (
      update positioning p set status = 'withdrawn', version = p.version + 1 from open where p.id = open.id returning p.id
    ), told as (
      insert into positioning_event (structure_id, positioning_id, from_status, to_status, actor_kind, user_id, organisation_id)
      select open.structure_id, open.id, open.status, 'withdrawn', ${by.actorKind}, ${by.userId}::uuid, ${by.organisationId}::uuid
      from open join changed using (id)
    )
    select id from changed`);
  return [...rows].map(({ id }) => id);
}
