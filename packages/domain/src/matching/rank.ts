import type { Day } from '../shared/day.ts';
import { compareIds } from '../shared/id-order.ts';
import { type Criteria, defaultWeights, scoreOf, type Weights } from './criterion.ts';
import { type CheckableFact, distanceTo, type ExclusionReason, exclusionOf, factsToCheck } from './exclusion.ts';
import { matchOccupation } from './occupation.ts';
import type { MatchOffer, Proximity } from './offer.ts';
import type { Profile } from './profile.ts';
import { type MatchFacts, scoreProfile } from './score.ts';
import { type SkillWeights, weighSkills } from './skill-weight.ts';

/** `limit` cuts the ranked, never the excluded. Without a `skills` snapshot, the bank given is weighed on the spot. */
export interface RankInput {
  today: Day;
  offer: MatchOffer;
  profiles: readonly Profile[];
  proximity: Proximity;
  limit?: number | null;
  weights?: Weights | null;
  skills?: SkillWeights;
  widen?: boolean;
}

/** One person in her place. `missing`: asked skills that she does not hold. */
export interface RankedProfile {
  id: string;
  score: number;
  criteria: Criteria;
  toCheck: CheckableFact[];
  missing: string[];
  facts: MatchFacts;
}

export interface ExcludedProfile {
  id: string;
  reason: ExclusionReason;
}

/** The weights and the version of the skill snapshot travel with the result: anyone can redo the sum. */
export interface Ranking {
  ranked: RankedProfile[];
  excluded: ExcludedProfile[];
  weights: Weights;
  skillVersion: string | null;
}

/**
 * Ranks the people of a bank for an offer. Nothing is decided here: a facilitator chooses (GDPR art. 22). Every
 * person comes out once, ranked (unless beyond `limit`) or excluded with the first reason that applies.
 */
export function rankProfiles(input: RankInput): Ranking {
  const { offer, profiles } = input;
  const weights = input.weights ?? defaultWeights;
  const skills = input.skills ?? weighSkills(profiles, offer.skills ?? []);
  const excluded: ExcludedProfile[] = [];
  const ranked: { row: RankedProfile; profile: Profile }[] = [];
  for (const profile of profiles) {
    const judged = judgeProfile(profile, { ...input, weights, skills });
    if ('reason' in judged) excluded.push(judged);
    else ranked.push({ row: judged, profile });
  }
  ranked.sort((a, b) => compareRows(a, b, input.today));
  const rows = ranked.map(({ row }) => row);
  return { ranked: rows.slice(0, input.limit ?? rows.length), excluded, weights, skillVersion: skills.version };
}

export interface JudgeContext {
  today: Day;
  offer: MatchOffer;
  proximity: Proximity;
  weights: Weights;
  skills: SkillWeights;
  widen?: boolean;
}

/** One person and one offer: her row of the ranking, or why she is left out. */
export function judgeProfile(profile: Profile, context: JudgeContext): RankedProfile | ExcludedProfile {
  const { offer } = context;
  const facts: MatchFacts = {
    occupation: matchOccupation(profile.romes, offer, context.proximity),
    distanceMetres: distanceTo(profile, offer),
  };
  const reason = exclusionOf(profile, offer, facts, context.widen);
  if (reason !== null) return { id: profile.id, reason };
  const criteria = scoreProfile(profile, offer, facts, context.today, context.skills);
  return {
    id: profile.id,
    score: scoreOf(criteria, context.weights),
    criteria,
    toCheck: factsToCheck(profile, offer, facts.distanceMetres),
    missing: [...new Set(offer.skills)].filter((skill) => !profile.skills?.includes(skill)),
    facts,
  };
}

interface Placed {
  row: Pick<RankedProfile, 'score'>;
  profile: Pick<Profile, 'id' | 'waitingSince' | 'createdOn'>;
}

/** Higher score first; on a tie whoever waited longest, then whoever was recorded first, then the smaller id. */
export function compareRows(a: Placed, b: Placed, today: Day): number {
  return (
    b.row.score - a.row.score ||
    compareDays(waitedSince(a.profile.waitingSince, today), waitedSince(b.profile.waitingSince, today)) ||
    compareDays(a.profile.createdOn ?? endOfTime, b.profile.createdOn ?? endOfTime) ||
    compareIds(a.profile.id, b.profile.id)
  );
}

// After every ISO day: an unknown day comes last.
const endOfTime = '~';

function waitedSince(waitingSince: Day | null | undefined, today: Day): Day {
  return waitingSince == null || waitingSince > today ? endOfTime : waitingSince;
}

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
