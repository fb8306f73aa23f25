import { addDays, type Day } from '../shared/day.ts';
import { defaultWeights } from './criterion.ts';
import { distanceTo, missingLicences } from './exclusion.ts';
import type { MatchOffer } from './offer.ts';
import type { Profile } from './profile.ts';
import { compareRows, type JudgeContext, judgeProfile, type RankedProfile, type RankInput } from './rank.ts';
import { weighSkills } from './skill-weight.ts';

/** One fact that a person could change, and that alone would put her higher. Who she is never figures here. */
export type Change =
  | { kind: 'licences'; licences: string[] }
  | { kind: 'skill'; skill: string }
  | { kind: 'radius'; radiusMetres: number }
  | { kind: 'french'; level: number }
  | { kind: 'availability'; day: Day }
  | { kind: 'hours' }
  | { kind: 'contact' };

/** With this change the person would come in at `rank` (1 is first) with `score`. */
export interface Hypothesis {
  change: Change;
  rank: number;
  score: number;
}

/**
 * What would change the outcome for one person of a ranking: each change that, alone, would bring her in or move her up, best
 * first. The bank's skill weights and everybody else stay as they are.
 */
export function whatWouldChange(input: RankInput, profileId: string): Hypothesis[] {
  const profile = input.profiles.find(({ id }) => id === profileId);
  if (!profile) return [];
  const { offer, today } = input;
  const context: JudgeContext = {
    ...input,
    weights: input.weights ?? defaultWeights,
    skills: input.skills ?? weighSkills(input.profiles, offer.skills ?? []),
  };
  const others = rankedOthers(input.profiles, profile, context);
  const rankOf = (row: RankedProfile, as: Profile) =>
    1 + others.filter((other) => compareRows(other, { row, profile: as }, today) < 0).length;
  const now = judgeProfile(profile, context);
  const rankNow = 'reason' in now ? Number.POSITIVE_INFINITY : rankOf(now, profile);
  const hypotheses: Hypothesis[] = [];
  for (const { change, changed } of changesFor(profile, offer, today)) {
    const judged = judgeProfile(changed, context);
    if ('reason' in judged) continue;
    const rank = rankOf(judged, changed);
    if (rank < rankNow) hypotheses.push({ change, rank, score: judged.score });
  }
  return hypotheses.sort((a, b) => a.rank - b.rank || b.score - a.score);
}

function rankedOthers(profiles: readonly Profile[], self: Profile, context: JudgeContext) {
  const others: { row: RankedProfile; profile: Profile }[] = [];
  for (const profile of profiles) {
    if (profile.id === self.id) continue;
    const row = judgeProfile(profile, context);
    if (!('reason' in row)) others.push({ row, profile });
  }
  return others;
}

function changesFor(profile: Profile, offer: MatchOffer, today: Day): { change: Change; changed: Profile }[] {
  const changes: { change: Change; changed: Profile }[] = [];
  const add = (change: Change, facts: Partial<Profile>) => changes.push({ change, changed: { ...profile, ...facts } });
  const licences = missingLicences(profile, offer);
  if (licences.length > 0)
    add({ kind: 'licences', licences }, { licences: [...(profile.licences ?? []), ...licences] });
  for (const skill of new Set(offer.skills)) {
    if (!profile.skills?.includes(skill)) add({ kind: 'skill', skill }, { skills: [...(profile.skills ?? []), skill] });
  }
  const metres = distanceTo(profile, offer);
  if (metres !== null && profile.radiusMetres != null && metres > profile.radiusMetres) {
    const radiusMetres = Math.ceil(metres / 1000) * 1000;
    add({ kind: 'radius', radiusMetres }, { radiusMetres });
  }
  if (profile.french != null && offer.french != null && profile.french < offer.french) {
    add({ kind: 'french', level: offer.french }, { french: offer.french });
  }
  const lastStart = addDays(offer.start, offer.slackDays ?? 0);
  if (profile.availableFrom != null && profile.availableFrom > lastStart) {
    add({ kind: 'availability', day: lastStart }, { availableFrom: lastStart });
  }
  if (profile.weeklyHours != null && offer.weeklyHours != null)
    add({ kind: 'hours' }, { weeklyHours: offer.weeklyHours });
  if (profile.lastContact == null || profile.lastContact < today) add({ kind: 'contact' }, { lastContact: today });
  return changes;
}
