import { z } from 'zod';
import { derogationDecisions } from '../eligibility/derogation.ts';
import { safeText } from '../reference/safe-text.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';

/** Signs of an opinion that says something (rule of the house). */
const leastOpinion = 30;

/** An opinion that hours which no rule validates should be credited all the same (*avis motivé*): how many, why, on what paper. */
export const askHoursDerogationSchema = z.object({
  lineId: z.uuid(),
  centihours: z
    .number({ error: 'hours.hours_missing' })
    .int({ error: 'hours.hours_missing' })
    .min(1, { error: 'hours.hours_missing' }),
  opinion: safeText('hours.derogation_opinion_short', { least: leastOpinion }),
  fileId: z.uuid().nullish(),
});

export const decideHoursDerogationSchema = z.object({
  derogationId: z.uuid(),
  decision: z.enum(derogationDecisions, { error: 'hours.derogation_decision_missing' }),
  reason: safeText('hours.decision_without_reason', { most: 1000 }),
});

/** Never more hours than the line has that were not validated, those already granted counted. */
export function askHoursDerogation(
  { rejected, granted }: { rejected: number; granted: number },
  centihours: number,
): Decision<true, 'hours.derogation_nothing' | 'hours.derogation_too_many'> {
  const left = rejected - granted;
  if (left <= 0) return refused('hours.derogation_nothing');
  return centihours > left ? refused('hours.derogation_too_many', { leftCentihours: left }) : accepted(true);
}

/** Two people, once: whoever gives an opinion does not decide on it, and what is decided stays. */
export function decideHoursDerogation(
  { askedBy, decided }: { askedBy: string; decided: boolean },
  by: string,
): Decision<true, 'hours.derogation_decided' | 'hours.derogation_own'> {
  if (decided) return refused('hours.derogation_decided');
  return askedBy === by ? refused('hours.derogation_own') : accepted(true);
}
