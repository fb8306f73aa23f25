import { z } from 'zod';
import { optionalSafeText, safeText } from '../reference/safe-text.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';

/** What stands in the way of a company's hours. */
export const difficultyKinds = ['no_candidate', 'site_stopped', 'departure', 'declaring', 'other'] as const;
export type DifficultyKind = (typeof difficultyKinds)[number];

/**
 * What a company does to reach its hours. A clause may bind it to show its means (*obligation de moyens*): a buyer fines only where
 * they were not shown (practice of a contract of 2020), so that writing them down protects the company.
 */
export const meansKinds = [
  'offer_sent',
  'facilitator_contacted',
  'employment_service',
  'siae_contacted',
  'interviews',
  'job_event',
  'training',
  'subcontracting',
  'other',
] as const;
export type MeansKind = (typeof meansKinds)[number];

export const reportDifficultySchema = z.object({
  contractId: z.uuid({ error: 'hours.effort_contract_missing' }),
  kind: z.enum(difficultyKinds, { error: 'hours.difficulty_kind_missing' }),
  body: safeText('hours.difficulty_empty'),
});

export const answerDifficultySchema = z.object({
  difficultyId: z.uuid(),
  body: safeText('hours.difficulty_answer_empty'),
});

export const recordMeansSchema = z.object({
  contractId: z.uuid({ error: 'hours.effort_contract_missing' }),
  /** Whose means: the team names the company, a company speaks of itself. */
  employerId: z.uuid().nullish(),
  usedOn: daySchema,
  means: z.enum(meansKinds, { error: 'hours.means_kind_missing' }),
  note: optionalSafeText(),
});

/** A difficulty is answered once: what is said afterwards is said in another. */
export function answerDifficulty({ answered }: { answered: boolean }): Decision<true, 'hours.difficulty_answered'> {
  return answered ? refused('hours.difficulty_answered') : accepted(true);
}

/** Means are written once they were used. */
export function recordMeans({ usedOn }: { usedOn: string }, today: string): Decision<true, 'hours.means_to_come'> {
  return usedOn > today ? refused('hours.means_to_come', { day: usedOn }) : accepted(true);
}
