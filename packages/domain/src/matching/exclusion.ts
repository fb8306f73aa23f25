import { addDays } from '../shared/day.ts';
import { greatCircleMetres } from '../shared/great-circle.ts';
import type { MatchOffer } from './offer.ts';
import type { Profile, WeeklyHours } from './profile.ts';
import type { MatchFacts } from './score.ts';

/** Why a person is left out of a ranking: the first that applies, in this order. */
export const exclusionReasons = [
  'consent',
  'visibility',
  'status',
  'availability',
  'licences',
  'category',
  'distance',
  'french',
  'hours',
  'already',
  'opted_out',
  'occupation',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Facts that may be unknown; they exclude nobody and are listed, in this order. */
export const checkableFacts = ['availability', 'licences', 'distance', 'french', 'hours'] as const;
export type CheckableFact = (typeof checkableFacts)[number];

/** The one status in which a person is put forward. */
export const availableStatus = 'available';

/**
 * The first reason to leave a person out of an offer's ranking, or null. An unknown fact is none: only what is known to be
 * against the offer excludes. `widen` keeps people of unrelated occupations.
 */
export function exclusionOf(
  profile: Profile,
  offer: MatchOffer,
  facts: MatchFacts,
  widen = false,
): ExclusionReason | null {
  if (profile.consent !== true) return 'consent';
  if (profile.visible !== true) return 'visibility';
  if (profile.status !== availableStatus) return 'status';
  if (isFreeTooLate(profile, offer)) return 'availability';
  if (missingLicences(profile, offer).length > 0) return 'licences';
  if (!hasAcceptedCategory(profile, offer)) return 'category';
  if (isTooFar(profile, offer, facts.distanceMetres)) return 'distance';
  if (profile.french != null && profile.french < (offer.french ?? 0)) return 'french';
  if (!shareHours(profile.weeklyHours, offer.weeklyHours)) return 'hours';
  if (profile.positionings?.includes(offer.id)) return 'already';
  if (offer.contractor != null && profile.optedOut?.includes(offer.contractor)) return 'opted_out';
  return facts.occupation.tier === 'other' && !widen ? 'occupation' : null;
}

/** What nobody knows yet about this person and this offer; licences and French only where the offer asks for them. */
export function factsToCheck(profile: Profile, offer: MatchOffer, distanceMetres: number | null): CheckableFact[] {
  const unknown: CheckableFact[] = [];
  if (profile.availableFrom == null) unknown.push('availability');
  if (profile.licences == null && (offer.licences ?? []).length > 0) unknown.push('licences');
  if (distanceMetres === null || profile.radiusMetres == null) unknown.push('distance');
  if (profile.french == null && (offer.french ?? 0) > 0) unknown.push('french');
  if (profile.weeklyHours == null) unknown.push('hours');
  return unknown;
}

/** Licences asked that the person is known not to hold; none while hers are unknown. */
export function missingLicences(profile: Profile, offer: MatchOffer): string[] {
  const held = profile.licences;
  return held == null ? [] : (offer.licences ?? []).filter((licence) => !held.includes(licence));
}

/** Metres between the person and the offer; null where a coordinate is unknown. */
export function distanceTo(profile: Profile, offer: MatchOffer): number | null {
  if (profile.lat == null || profile.lon == null || offer.lat == null || offer.lon == null) return null;
  return greatCircleMetres(profile.lat, profile.lon, offer.lat, offer.lon);
}

function isFreeTooLate(profile: Profile, offer: MatchOffer): boolean {
  return profile.availableFrom != null && profile.availableFrom > addDays(offer.start, offer.slackDays ?? 0);
}

function hasAcceptedCategory(profile: Profile, offer: MatchOffer): boolean {
  const accepted = offer.categories ?? [];
  return (profile.eligible ?? []).some(
    ({ category, from, to }) =>
      accepted.includes(category) && (from == null || from <= offer.start) && (to == null || to >= offer.start),
  );
}

function isTooFar({ radiusMetres }: Profile, { beyondMetres }: MatchOffer, distanceMetres: number | null): boolean {
  return distanceMetres !== null && radiusMetres != null && distanceMetres > radiusMetres + (beyondMetres ?? 0);
}

/** Whether two weekly ranges have a value in common; touching ends do, an absent range or end is open. */
function shareHours(a: WeeklyHours | null | undefined, b: WeeklyHours | null | undefined): boolean {
  const from = Math.max(a?.min ?? 0, b?.min ?? 0);
  const to = Math.min(a?.max ?? Number.POSITIVE_INFINITY, b?.max ?? Number.POSITIVE_INFINITY);
  return from <= to;
}

/** How many people each reason leaves out, in the order of the reasons; those that leave out nobody are absent. */
export function countReasons(
  excluded: readonly { reason: ExclusionReason }[],
): Partial<Record<ExclusionReason, number>> {
  const counts: Partial<Record<ExclusionReason, number>> = {};
  for (const reason of exclusionReasons) {
    const count = excluded.filter((row) => row.reason === reason).length;
    if (count > 0) counts[reason] = count;
  }
  return counts;
}
