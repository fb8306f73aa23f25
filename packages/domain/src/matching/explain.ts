import { type Day, daysBetween } from '../shared/day.ts';
import type { Locale } from '../shared/locale.ts';
import { formatAge, formatDistance, formatSpan } from '../shared/typography.ts';
import { translate } from '../shared/words.ts';
import { type Criterion, criteria } from './criterion.ts';
import type { OccupationMatch } from './occupation.ts';
import type { MatchOffer } from './offer.ts';
import type { Profile } from './profile.ts';
import type { RankedProfile } from './rank.ts';
import { matchingWords } from './words.ts';

export interface ToExplain {
  row: RankedProfile;
  profile: Pick<Profile, 'availableFrom' | 'lastContact' | 'waitingSince'>;
  offer: Pick<MatchOffer, 'skills'>;
  today: Day;
  locale?: Locale;
}

/**
 * Why a person stands where she stands, in one line: `même métier, 4 ans · 3,2 km · disponible · contact il y a 9 j · ...`.
 * It says the facts behind the six values, and none that a contractor may not read (GDPR art. 22: the person and the
 * facilitator can contest what is said).
 */
export function explainMatch({ row, profile, offer, today, locale = 'fr' }: ToExplain): string {
  const asked = new Set(offer.skills).size;
  return [
    occupationWords(row.facts.occupation, locale),
    ...(asked === 0 ? [] : [translate(matchingWords, locale, 'matching.skills_held', skillCounts(row, asked))]),
    distanceWords(row.facts.distanceMetres, locale),
    availabilityWords(profile.availableFrom ?? null, today, locale),
    contactWords(profile.lastContact ?? null, today, locale),
    waitingWords(profile.waitingSince ?? null, today, locale),
  ].join(' · ');
}

/** The six values one by one, for the bars: `distance : 829 sur 1 000`. */
export function explainValues(row: Pick<RankedProfile, 'criteria'>, locale: Locale = 'fr'): Record<Criterion, string> {
  const values: Partial<Record<Criterion, string>> = {};
  for (const criterion of criteria) {
    const name = translate(matchingWords, locale, `matching.criterion_${criterion}`);
    const value = row.criteria[criterion];
    values[criterion] = translate(matchingWords, locale, 'matching.value', { criterion: name, value });
  }
  return values as Record<Criterion, string>;
}

/** Metres as people say them: `450 m` below a kilometre, else `3,2 km`. */
export function distanceWords(metres: number | null, locale: Locale): string {
  if (metres === null) return translate(matchingWords, locale, 'matching.distance_unknown');
  return metres < 1000 ? `${metres}\u00a0m` : formatDistance(metres / 1000, locale);
}

/** Whole years from two years on, months before: an experience is never rounded up. */
export function experienceWords(months: number, locale: Locale): string {
  if (months === 0) return translate(matchingWords, locale, 'matching.experience_none');
  if (months < 24) return translate(matchingWords, locale, 'matching.experience_months', { count: months });
  return translate(matchingWords, locale, 'matching.experience_years', { count: Math.floor(months / 12) });
}

function occupationWords({ tier, months }: OccupationMatch, locale: Locale): string {
  const words = translate(matchingWords, locale, `matching.tier_${tier}`);
  return tier === 'other' ? words : `${words}, ${experienceWords(months, locale)}`;
}

function skillCounts(row: RankedProfile, asked: number): { held: number; asked: number } {
  return { held: asked - row.missing.length, asked };
}

function availabilityWords(availableFrom: Day | null, today: Day, locale: Locale): string {
  if (availableFrom === null) return translate(matchingWords, locale, 'matching.free_unknown');
  if (availableFrom <= today) return translate(matchingWords, locale, 'matching.free_now');
  return translate(matchingWords, locale, 'matching.free_from', { day: availableFrom });
}

function contactWords(lastContact: Day | null, today: Day, locale: Locale): string {
  if (lastContact === null) return translate(matchingWords, locale, 'matching.contact_never');
  return translate(matchingWords, locale, 'matching.contact_at', { age: formatAge(lastContact, today, locale) });
}

function waitingWords(waitingSince: Day | null, today: Day, locale: Locale): string {
  if (waitingSince === null || waitingSince > today) return translate(matchingWords, locale, 'matching.waits_unknown');
  const days = daysBetween(waitingSince, today);
  if (days === 0) return translate(matchingWords, locale, 'matching.waits_since_today');
  return translate(matchingWords, locale, 'matching.waits_for', { span: formatSpan(days, locale) });
}
