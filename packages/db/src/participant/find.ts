import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { participant, participantLanguage, participantOccupation, participantSkill } from './tables.ts';

/** The row of a person within the reach of whoever asks; null beyond it. */
export async function findParticipant(tx: Tx, id: string) {
  const [row] = await tx.select().from(participant).where(eq(participant.id, id));
  return row ?? null;
}

/** The same, held until the end of the transaction: two changes of one person come one after the other. */
export async function lockParticipant(tx: Tx, id: string) {
  const [row] = await tx.select().from(participant).where(eq(participant.id, id)).for('update');
  return row ?? null;
}

export async function listOccupationsOf(tx: Tx, participantId: string) {
  return tx
    .select({ code: participantOccupation.romeCode, months: participantOccupation.months })
    .from(participantOccupation)
    .where(eq(participantOccupation.participantId, participantId))
    .orderBy(asc(participantOccupation.position), asc(participantOccupation.romeCode));
}

export async function listSkillsOf(tx: Tx, participantId: string) {
  return tx
    .select({ skill: participantSkill.skill, label: participantSkill.label, byHand: participantSkill.byHand })
    .from(participantSkill)
    .where(eq(participantSkill.participantId, participantId))
    .orderBy(sql`${participantSkill.label} collate "fr-x-icu"`);
}

export async function listLanguagesOf(tx: Tx, participantId: string) {
  return tx
    .select({
      code: participantLanguage.code,
      level: participantLanguage.level,
      levelText: participantLanguage.levelText,
    })
    .from(participantLanguage)
    .where(eq(participantLanguage.participantId, participantId))
    .orderBy(asc(participantLanguage.code));
}

/** People of a structure who may be the one given: same birth date, telephone, e-mail or name. For a person to judge. */
export async function listLikely(
  tx: Tx,
  like: {
    structureId: string;
    exceptId: string | null;
    firstName: string;
    lastName: string;
    birthDate: string | null;
    phone: string | null;
    email: string | null;
  },
) {
  return tx
    .select({
      id: participant.id,
      firstName: participant.firstName,
      lastName: participant.lastName,
      birthDate: participant.birthDate,
      phone: participant.phone,
      email: participant.email,
      postalCode: participant.postalCode,
    })
    .from(participant)
    .where(
      and(
        eq(participant.structureId, like.structureId),
        like.exceptId === null ? undefined : sql`${participant.id} <> ${like.exceptId}`,
        sql`(${participant.birthDate} = ${like.birthDate} or ${participant.phone} = ${like.phone} or ${participant.email} = ${like.email}
          or app.plain(${participant.firstName} || ' ' || ${participant.lastName}) in (app.plain(${`${like.firstName} ${like.lastName}`}), app.plain(${`${like.lastName} ${like.firstName}`})))`,
      ),
    )
    .limit(200);
}
