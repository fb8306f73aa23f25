import { dueSince } from '@jonction/domain/participant/confirmation';
import type { ListParticipants } from '@jonction/domain/participant/list';
import type { Freshness } from '@jonction/domain/participant/list-order';
import { freshUntilDays, staleFromDays } from '@jonction/domain/participant/list-order';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { eq, type SQL, sql } from 'drizzle-orm';
import { participant } from './tables.ts';

export interface ParticipantFilters extends Omit<ListParticipants, 'near' | 'text'> {
  near: { latitude: number; longitude: number; withinKm: number } | null;
  /** What the text index found, best first; null when no words were given. */
  ids: readonly string[] | null;
  today: Day;
}

/** The filters that may exclude somebody, as the question names them. */
export const participantFilters = [
  ...(['occupations', 'near', 'licences', 'frenchAtLeast', 'availableOn', 'status', 'freshness', 'confirmed'] as const),
  ...(['silentSince', 'consents', 'eligible', 'ownerId', 'partnerId'] as const),
] as const;
export type ParticipantFilter = (typeof participantFilters)[number];

export interface Condition {
  filter: ParticipantFilter;
  holds: SQL;
}

/** One parameter, however many they are: ten thousand would be ten thousand. */
export function idArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}

/** What a person must fulfil, one condition for each filter that is set. */
export function conditionsOf(filters: Omit<ParticipantFilters, 'page' | 'pageSize'>): Condition[] {
  const { near, today } = filters;
  const holds: Record<ParticipantFilter, SQL | undefined> = {
    occupations: filters.occupations?.length
      ? sql`exists (select from participant_occupation o where o.participant_id = ${participant.id} and o.rome_code = any(${textArray(filters.occupations)}))`
      : undefined,
    near: near === null ? undefined : sql`${distanceKmFrom(near)} <= ${near.withinKm}`,
    licences: filters.licences?.length ? sql`${participant.licences} @> ${textArray(filters.licences)}` : undefined,
    frenchAtLeast:
      filters.frenchAtLeast == null ? undefined : sql`${participant.frenchLevel} >= ${filters.frenchAtLeast}`,
    // An unknown day excludes nobody from a ranking, and neither here.
    availableOn: filters.availableOn == null ? undefined : availableOn(filters.availableOn),
    status: filters.status == null ? undefined : eq(participant.status, filters.status),
    freshness: filters.freshness == null ? undefined : freshnessOf(filters.freshness, today),
    confirmed: filters.confirmed == null ? undefined : sql`${confirmationOn(today)} = ${filters.confirmed}`,
    silentSince:
      filters.silentSince == null
        ? undefined
        : sql`(${participant.lastContactOn} is null or ${participant.lastContactOn} < ${filters.silentSince})`,
    consents: filters.consents == null ? undefined : eq(participant.diffusionConsent, filters.consents),
    eligible: filters.eligible == null ? undefined : filters.eligible ? provenOn(today) : sql`not ${provenOn(today)}`,
    ownerId: filters.ownerId == null ? undefined : eq(participant.ownerId, filters.ownerId),
    partnerId: filters.partnerId == null ? undefined : eq(participant.recommendedByOrganisationId, filters.partnerId),
  };
  return participantFilters.flatMap((filter) => {
    const condition = holds[filter];
    return condition === undefined ? [] : [{ filter, holds: condition }];
  });
}

export function availableOn(day: Day): SQL {
  return sql`(${participant.availableFrom} is null or ${participant.availableFrom} <= ${day}::date)`;
}

/** `fresh`, `due` or `none`, as the rule of the house says it of all her confirmed CVs. */
export function confirmationOn(today: Day): SQL {
  return sql`(select case when count(*) = 0 then 'none'
    when bool_or(c.confirmed_on is null or c.confirmed_on <= ${dueSince(today)}::date) then 'due' else 'fresh' end
    from cv c where c.participant_id = ${participant.id} and c.status = 'confirmed')`;
}

/** Whether some category is proven on a day; which one stays in the vault. */
export function provenOn(day: Day): SQL {
  return sql`exists (select from eligibility_code e where e.participant_id = ${participant.id} and e.proven_from <= ${day}::date and (e.proven_to is null or e.proven_to >= ${day}::date))`;
}

function freshnessOf(freshness: Freshness, today: Day): SQL {
  const last = participant.lastContactOn;
  const recent = addDays(today, -freshUntilDays);
  const stale = addDays(today, -staleFromDays);
  if (freshness === 'never') return sql`${last} is null`;
  if (freshness === 'recent') return sql`${last} >= ${recent}`;
  if (freshness === 'due') return sql`${last} < ${recent} and ${last} > ${stale}`;
  return sql`${last} <= ${stale}`;
}

/** Great circle on a sphere of 6 371 km: as the ranking measures, to the metre or so. */
export function distanceKmFrom({ latitude, longitude }: { latitude: number; longitude: number }): SQL {
  return sql`(2 * 6371.0088 * asin(sqrt(least(1, power(sin(radians(${participant.latitude} - ${latitude}) / 2), 2)
    + cos(radians(${latitude})) * cos(radians(${participant.latitude})) * power(sin(radians(${participant.longitude} - ${longitude}) / 2), 2)))))`;
}

export function textArray(words: readonly string[]): SQL {
  return sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;
}
