import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { participantSkill } from './tables.ts';

/** Skills said by hand; one that a CV says already is said by hand as well, in its own words. */
export async function keepSkillsByHand(
  tx: Tx,
  of: { participantId: string; structureId: string },
  skills: readonly { skill: string; label: string }[],
): Promise<void> {
  await tx
    .insert(participantSkill)
    .values(skills.map(({ skill, label }) => ({ ...of, skill, label, byHand: true })))
    .onConflictDoUpdate({
      target: [participantSkill.participantId, participantSkill.skill],
      set: { byHand: sql`true` },
    });
}

const one = (participantId: string, skill: string) =>
  and(eq(participantSkill.participantId, participantId), eq(participantSkill.skill, skill));

export async function removeSkill(tx: Tx, participantId: string, skill: string): Promise<void> {
  await tx.delete(participantSkill).where(one(participantId, skill));
}

/** A CV says it too: it stays, and goes when the CV does. */
export async function leaveToCv(tx: Tx, participantId: string, skill: string): Promise<void> {
  await tx.update(participantSkill).set({ byHand: false }).where(one(participantId, skill));
}
