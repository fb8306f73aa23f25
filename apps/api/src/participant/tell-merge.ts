import type { Tx } from '@jonction/db/client';
import { placement } from '@jonction/db/placement/tables';
import { inArray } from 'drizzle-orm';
import { emit } from '../outbox/emit.ts';

/**
 * What follows a merge or its undoing: both records are found again by their words, looked at again for others like them, and
 * their hours are judged again, since the same day on two clauses is claimed by one person or by two.
 */
export async function tellMerge(
  tx: Tx,
  { structureId, keptId, goneId }: { structureId: string; keptId: string; goneId: string },
): Promise<void> {
  const placements = await tx
    .select({ id: placement.id })
    .from(placement)
    .where(inArray(placement.participantId, [keptId, goneId]));
  await emit(
    tx,
    ...[keptId, goneId].flatMap((subjectId) => [
      { type: 'participant.recorded' as const, structureId, subjectId },
      { type: 'participant.changed' as const, structureId, subjectId },
    ]),
    ...placements.map(({ id }) => ({ type: 'placement.person_changed' as const, structureId, subjectId: id })),
  );
}
