import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { eligibilityRegime } from './tables.ts';

/** Regimes of a person, still sealed, what was taken back left out. */
export async function listRegimesOf(tx: Tx, participantId: string) {
  return tx
    .select({ id: eligibilityRegime.id, sealed: eligibilityRegime.sealed, recordedAt: eligibilityRegime.recordedAt })
    .from(eligibilityRegime)
    .where(and(eq(eligibilityRegime.participantId, participantId), isNull(eligibilityRegime.removedAt)))
    .orderBy(asc(eligibilityRegime.id));
}

export async function insertRegime(tx: Tx, values: typeof eligibilityRegime.$inferInsert): Promise<void> {
  await tx.insert(eligibilityRegime).values(values);
}

export async function resealRegime(tx: Tx, id: string, sealed: Buffer): Promise<void> {
  await tx.update(eligibilityRegime).set({ sealed }).where(eq(eligibilityRegime.id, id));
}

export async function removeRegime(tx: Tx, id: string, removedBy: string): Promise<void> {
  await tx.update(eligibilityRegime).set({ removedAt: new Date(), removedBy }).where(eq(eligibilityRegime.id, id));
}
