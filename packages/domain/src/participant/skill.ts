import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';

const wordsSchema = z.string().trim().min(1, { error: 'participant.skill_missing' }).max(200);

/** A skill as matching compares it: the ROME item where one fits, else the plain words in small letters. */
export const heldSkillSchema = z.object({ skill: wordsSchema, label: wordsSchema });
export type HeldSkill = z.infer<typeof heldSkillSchema>;

export const addSkillsSchema = z.object({
  participantId: z.uuid(),
  skills: z.array(heldSkillSchema).min(1, { error: 'participant.skill_missing' }).max(30),
});

export const removeSkillSchema = z.object({ participantId: z.uuid(), skill: wordsSchema });

/** More skills than a record can say something with (rule of the house). */
export const mostSkills = 150;

/** A skill of a record, and whether somebody said it beside any CV. */
export interface KnownSkill extends HeldSkill {
  byHand: boolean;
}

/** Those that are new, each once. Refuses where all are known already, and where the record would be a heap. */
export function addSkills(
  added: readonly HeldSkill[],
  known: readonly KnownSkill[],
): Decision<HeldSkill[], 'participant.skill_known' | 'participant.skill_many'> {
  const byHand = new Set(known.filter((one) => one.byHand).map(({ skill }) => skill));
  const fresh = [...new Map(added.map((one) => [one.skill, one])).values()].filter(({ skill }) => !byHand.has(skill));
  if (fresh.length === 0) return refused('participant.skill_known');
  const codes = new Set(known.map(({ skill }) => skill));
  const more = fresh.filter(({ skill }) => !codes.has(skill)).length;
  return known.length + more > mostSkills ? refused('participant.skill_many') : accepted(fresh);
}

/**
 * What taking back a skill said by hand leaves: nothing of it, or the one that a CV says too. One that only a CV says is corrected on
 * the CV.
 */
export function removeSkill(
  skill: string,
  known: readonly KnownSkill[],
  onCvs: readonly string[],
): Decision<'gone' | 'on_cv', 'participant.skill_unknown' | 'participant.skill_of_cv'> {
  const held = known.find((one) => one.skill === skill);
  if (!held) return refused('participant.skill_unknown');
  if (!held.byHand) return refused('participant.skill_of_cv');
  return accepted(onCvs.includes(skill) ? 'on_cv' : 'gone');
}
