import { roundHalfUp, toSafeNumber } from '../shared/rational.ts';

/**
 * Available people of some occupations in an area, each counted once, under the first thing that is not known of her: where she lives,
 * since when she is free, whether her CV still holds, whether she is proven eligible. `sure`: all of it is known.
 */
export interface PeopleCounts {
  sure: number;
  unprovenEligibility: number;
  staleCv: number;
  unknownDay: number;
  unknownPlace: number;
}

/** What is not known of somebody, in the order in which it is looked at. */
export const peopleUnknowns = ['unknownPlace', 'unknownDay', 'staleCv', 'unprovenEligibility'] as const;
export type PeopleUnknown = (typeof peopleUnknowns)[number];

export const certainties = ['nobody', 'good', 'fair', 'poor'] as const;
export type Certainty = (typeof certainties)[number];

export interface PeopleBand {
  atLeast: number;
  atMost: number;
  certainty: Certainty;
}

/**
 * How many people a clause may count on: at least those of whom all is known, at most everybody who may fit. How sure that is: `good` from
 * two thirds known, `fair` from one third, else `poor`. Rule of the house.
 */
export function peopleBand(counts: PeopleCounts): PeopleBand {
  const atLeast = counts.sure;
  const atMost = peopleUnknowns.reduce((sum, unknown) => sum + counts[unknown], atLeast);
  const certainty =
    atMost === 0 ? 'nobody' : 3 * atLeast >= 2 * atMost ? 'good' : 3 * atLeast >= atMost ? 'fair' : 'poor';
  return { atLeast, atMost, certainty };
}

/** Below so many people a figure may tell who they are: buyers are not told it. */
export const shownFrom = 5;

/** What a buyer may be told of a figure of people: nought, or from five on; null hides it. */
export function shownToBuyer(people: number): number | null {
  return people === 0 || people >= shownFrom ? people : null;
}

/** Hours that one person works in a year, as the national figures convert them (AVE 2021: 25 124 684 h for 15 703 full-time posts). */
export const fullTimeYearHours = 1600;

/** Full-time posts that the hours make over the contract, in hundredths, half up; null where its duration is not known. */
export function fullTimePosts(dueHours: number, durationMonths: number | null): number | null {
  if (durationMonths === null || durationMonths <= 0) return null;
  return toSafeNumber(roundHalfUp(1200n * BigInt(dueHours), BigInt(fullTimeYearHours) * BigInt(durationMonths)));
}

export const reaches = ['enough', 'tight', 'short', 'unknown'] as const;
export type Reach = (typeof reaches)[number];

/**
 * Whether there are people enough for the posts: `enough` with those known for sure, `tight` only if the others fit too, `short` even
 * then; `unknown` where the posts are not. Rule of the house.
 */
export function reachOf({ atLeast, atMost }: Pick<PeopleBand, 'atLeast' | 'atMost'>, posts: number | null): Reach {
  if (posts === null) return 'unknown';
  if (100 * atLeast >= posts) return 'enough';
  return 100 * atMost >= posts ? 'tight' : 'short';
}
