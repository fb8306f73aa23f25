import { findParticipant, listLikely } from '@jonction/db/participant/find';
import { duplicateSuspicion } from '@jonction/db/participant/tables';
import { isWorthALook, likenessOf } from '@jonction/domain/participant/same-person-score';
import { and, eq, isNull, or } from 'drizzle-orm';
import type { EventJob, JobContext } from '../jobs/start.ts';

/**
 * Looks, within the structure, for others who may be the person just recorded or changed. The team alone sees what is found; what a
 * person said are two people stays so. Running twice finds the same.
 */
export async function suspectDuplicates({ subjectId }: EventJob, { database }: JobContext): Promise<void> {
  if (subjectId === null) return;
  await database.as({ kind: 'system' }, async (tx) => {
    const person = await findParticipant(tx, subjectId);
    if (person === null) return;
    const { structureId } = person;
    const likely = await listLikely(tx, { ...person, exceptId: person.id });
    const found = likely.flatMap((other) => {
      const likeness = likenessOf(person, other);
      const { score, reasons } = likeness;
      return isWorthALook(likeness) ? [{ otherId: other.id, score, why: reasons.join(',') }] : [];
    });
    const known = await tx
      .select()
      .from(duplicateSuspicion)
      .where(or(eq(duplicateSuspicion.participantId, person.id), eq(duplicateSuspicion.otherId, person.id)));
    const pairedWith = (row: (typeof known)[number]) =>
      row.participantId === person.id ? row.otherId : row.participantId;
    // A correction may end a suspicion as well as begin one.
    for (const row of known) {
      if (row.dismissedAt !== null || found.some(({ otherId }) => otherId === pairedWith(row))) continue;
      await tx
        .delete(duplicateSuspicion)
        .where(
          and(
            eq(duplicateSuspicion.participantId, row.participantId),
            eq(duplicateSuspicion.otherId, row.otherId),
            isNull(duplicateSuspicion.dismissedAt),
          ),
        );
    }
    const fresh = found.filter(({ otherId }) => !known.some((row) => pairedWith(row) === otherId));
    if (fresh.length === 0) return;
    await tx
      .insert(duplicateSuspicion)
      .values(fresh.map((one) => ({ participantId: person.id, structureId, ...one })))
      .onConflictDoNothing();
  });
}
