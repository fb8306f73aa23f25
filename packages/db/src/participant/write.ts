import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { participant, participantOccupation } from './tables.ts';

export type ParticipantValues = Omit<typeof participant.$inferInsert, 'number' | 'version' | 'diffusionConsent'>;

export async function insertParticipant(tx: Tx, values: ParticipantValues): Promise<{ id: string; number: number }> {
  const [row] = await tx
    .insert(participant)
    .values(values)
    .returning({ id: participant.id, number: participant.number });
  if (!row) throw new Error('the participant was not kept');
  return row;
}

/** Changes a record that is still at `version`; false when somebody else changed it meanwhile. */
export async function updateParticipant(
  tx: Tx,
  id: string,
  version: number,
  values: Partial<ParticipantValues>,
): Promise<boolean> {
  const rows = await tx
    .update(participant)
    .set({ ...values, version: sql`${participant.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(participant.id, id), eq(participant.version, version)))
    .returning({ id: participant.id });
  return rows.length === 1;
}

/** The occupations of a person, first the one she would rather have; whatever was there goes. */
export async function replaceOccupations(
  tx: Tx,
  of: { participantId: string; structureId: string },
  occupations: readonly { code: string; months: number }[],
): Promise<void> {
  await tx.delete(participantOccupation).where(eq(participantOccupation.participantId, of.participantId));
  const unique = [...new Map(occupations.map((occupation) => [occupation.code, occupation])).values()];
  if (unique.length === 0) return;
  await tx
    .insert(participantOccupation)
    .values(unique.map(({ code, months }, position) => ({ ...of, romeCode: code, months, position })));
}
