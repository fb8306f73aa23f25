import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { storedFile } from '../file/tables.ts';
import { participant, participantLanguage, participantSkill } from '../participant/tables.ts';
import { cv } from './tables.ts';

/** A CV within the reach of whoever asks, with whose it is. */
export async function findCv(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      cv,
      fileName: storedFile.name,
      firstName: participant.firstName,
      lastName: participant.lastName,
    })
    .from(cv)
    .innerJoin(participant, eq(participant.id, cv.participantId))
    .leftJoin(storedFile, eq(storedFile.id, cv.fileId))
    .where(eq(cv.id, id));
  return row ?? null;
}

export async function lockCv(tx: Tx, id: string) {
  const [row] = await tx.select().from(cv).where(eq(cv.id, id)).for('update');
  return row ?? null;
}

/** The skills and languages of a person become those given; what was there goes, but for the skills said by hand. */
export async function replaceSkillsAndLanguages(
  tx: Tx,
  of: { participantId: string; structureId: string },
  held: {
    skills: readonly { skill: string; label: string }[];
    languages: readonly { code: string; level: string | null; levelText: string | null }[];
  },
): Promise<void> {
  await tx
    .delete(participantSkill)
    .where(and(eq(participantSkill.participantId, of.participantId), eq(participantSkill.byHand, false)));
  await tx.delete(participantLanguage).where(eq(participantLanguage.participantId, of.participantId));
  const skills = [...new Map(held.skills.map((skill) => [skill.skill, skill])).values()];
  const languages = [...new Map(held.languages.map((language) => [language.code, language])).values()];
  if (skills.length > 0) {
    await tx
      .insert(participantSkill)
      .values(skills.map(({ skill, label }) => ({ ...of, skill, label })))
      .onConflictDoNothing();
  }
  if (languages.length > 0) {
    await tx.insert(participantLanguage).values(languages.map((language) => ({ ...of, ...language })));
  }
}
