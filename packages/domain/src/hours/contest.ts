import { z } from 'zod';
import { safeText } from '../reference/safe-text.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { HourSide } from './paper.ts';

/** How a contest ends: what was decided stands, it was changed, or whoever contested takes it back. */
export const contestOutcomes = ['maintained', 'changed', 'withdrawn'] as const;
export type ContestOutcome = (typeof contestOutcomes)[number];

const body = safeText('hours.contest_empty');

export const contestSchema = z.object({ lineId: z.uuid(), body });
export const answerContestSchema = z.object({ contestId: z.uuid(), body });
export const closeContestSchema = z.object({
  contestId: z.uuid(),
  outcome: z.enum(contestOutcomes, { error: 'hours.contest_outcome_missing' }),
  body,
});

export interface StandingContest {
  outcome: ContestOutcome | null;
  openedBy: string;
}

/** Words are added while a contest is open. */
export function sayInContest({ outcome }: StandingContest): Decision<true, 'hours.contest_closed'> {
  return outcome === null ? accepted(true) : refused('hours.contest_closed');
}

/**
 * A contest is closed by a decision of the team, of somebody else than whoever opened it, or taken back by her. What it decides
 * moves no hour: a correction or a decision on the line does, and is told beside. Rule of the house (nobody judges her own case).
 */
export function closeContest(
  contest: StandingContest,
  { by, side, outcome }: { by: string; side: HourSide; outcome: ContestOutcome },
): Decision<
  true,
  'hours.contest_closed' | 'hours.contest_own' | 'hours.contest_not_yours' | 'hours.contest_team_decides'
> {
  if (contest.outcome !== null) return refused('hours.contest_closed');
  const own = contest.openedBy === by;
  if (outcome === 'withdrawn') return own ? accepted(true) : refused('hours.contest_not_yours');
  if (side !== 'team') return refused('hours.contest_team_decides');
  return own ? refused('hours.contest_own') : accepted(true);
}
