import { type Day, daysBetween } from '../shared/day.ts';
import { floorRatio } from '../shared/rational.ts';
import type { Criteria } from './criterion.ts';
import { type OccupationMatch, occupationValues } from './occupation.ts';
import type { MatchOffer } from './offer.ts';
import type { Profile } from './profile.ts';
import { type SkillWeights, weightOfSkill } from './skill-weight.ts';

const freshDays = 15;
const staleDays = 180;
const fullWaitDays = 365;

/** What was found about one person before scoring: her nearest occupation, and metres to the offer (null: unknown). */
export interface MatchFacts {
  occupation: OccupationMatch;
  distanceMetres: number | null;
}

/** The six values of a person for an offer, integers 0..1000; every division floors. Rule of the house. */
export function scoreProfile(
  profile: Profile,
  offer: MatchOffer,
  facts: MatchFacts,
  today: Day,
  skills: SkillWeights,
): Criteria {
  return {
    occupation: occupationValues[facts.occupation.tier],
    experience: experienceValue(facts.occupation.months, offer.months ?? 0),
    skills: skillsValue(profile.skills ?? [], offer.skills ?? [], skills),
    distance: distanceValue(facts.distanceMetres, profile.radiusMetres ?? null),
    freshness: freshnessValue(profile.lastContact ?? null, today),
    waiting: waitingValue(profile.waitingSince ?? null, today),
  };
}

/** Months in the occupation over months asked, at most 1000; none asked: 1000. */
export function experienceValue(months: number, askedMonths: number): number {
  if (askedMonths <= 0 || months >= askedMonths) return 1000;
  return floorRatio(1000 * months, askedMonths);
}

/** Weight of the asked skills held over weight of the asked; none asked: 1000. */
export function skillsValue(held: readonly string[], asked: readonly string[], snapshot: SkillWeights): number {
  if (asked.length === 0) return 1000;
  let askedSum = 0;
  let heldSum = 0;
  let heldCount = 0;
  const askedOnce = new Set(asked);
  for (const skill of askedOnce) {
    const weight = weightOfSkill(snapshot, skill);
    askedSum += weight;
    if (!held.includes(skill)) continue;
    heldSum += weight;
    heldCount += 1;
  }
  return heldShare(heldSum, askedSum, heldCount, askedOnce.size);
}

/** Weight held over weight asked; a bank that was empty at its last snapshot weighs nothing yet: there, one skill is worth another. */
export function heldShare(heldSum: number, askedSum: number, heldCount: number, askedCount: number): number {
  return askedSum === 0 ? floorRatio(1000 * heldCount, askedCount) : floorRatio(1000 * heldSum, askedSum);
}

/** What is left of the person's radius; radius 0: 1000; unknown: 0. */
export function distanceValue(distanceMetres: number | null, radiusMetres: number | null): number {
  if (distanceMetres === null || radiusMetres === null) return 0;
  if (radiusMetres === 0) return 1000;
  return floorRatio(1000 * Math.max(0, radiusMetres - distanceMetres), radiusMetres);
}

/** 1000 up to 15 days since the last contact, 0 from 180 days or when never contacted, a straight line between. */
export function freshnessValue(lastContact: Day | null, today: Day): number {
  return lastContact === null ? 0 : freshnessAfter(daysBetween(lastContact, today));
}

/** The same, from whole days since the last contact. */
export function freshnessAfter(days: number): number {
  if (days <= freshDays) return 1000;
  if (days >= staleDays) return 0;
  return floorRatio(1000 * (staleDays - days), staleDays - freshDays);
}

/** Days waited over a year, at most 1000; future or unknown: 0. */
export function waitingValue(waitingSince: Day | null, today: Day): number {
  return waitingSince === null ? 0 : waitingAfter(daysBetween(waitingSince, today));
}

/** The same, from whole days waited. */
export function waitingAfter(days: number): number {
  return days < 0 ? 0 : Math.min(1000, floorRatio(1000 * days, fullWaitDays));
}
