import type { Freshness, ListParticipants } from '@jonction/domain/participant/list';
import { freshUntilDays, staleFromDays } from '@jonction/domain/participant/list';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { offsetOf } from '@jonction/domain/shared/page';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { participant } from './tables.ts';

export interface ParticipantFilters extends Omit<ListParticipants, 'near' | 'text'> {
  near: { latitude: number; longitude: number; withinKm: number } | null;
  /** What the text index found, best first; null when no words were given. */
  ids: readonly string[] | null;
  today: Day;
}

/** One page of the bank and how many there are in all, in one statement whatever the filters. */
export async function listParticipants(tx: Tx, filters: ParticipantFilters) {
  const { near, today, ids } = filters;
  const distance = near === null ? sql`null::double precision` : distanceKmFrom(near);
  const rows = await tx
    .select({
      id: participant.id,
      number: participant.number,
      firstName: participant.firstName,
      lastName: participant.lastName,
      postalCode: participant.postalCode,
      city: participant.city,
      status: participant.status,
      availableFrom: participant.availableFrom,
      frenchLevel: participant.frenchLevel,
      licences: participant.licences,
      consents: participant.diffusionConsent,
      lastContactOn: participant.lastContactOn,
      waitingSince: participant.waitingSince,
      createdOn: participant.createdOn,
      nextAction: participant.nextAction,
      nextActionOn: participant.nextActionOn,
      ownerName: user.name,
      partnerName: organisation.name,
      occupations: sql<
        string[]
      >`array(select o.rome_code from participant_occupation o where o.participant_id = ${participant.id} order by o.position, o.rome_code)`,
      eligible: sql<boolean>`${provenOn(today)}`,
      duplicates: sql<number>`(select count(*)::int from duplicate_suspicion d where d.participant_id = ${participant.id} and d.dismissed_at is null)`,
      distanceKm: sql<number | null>`${distance}`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(participant)
    .leftJoin(user, eq(user.id, participant.ownerId))
    .leftJoin(organisation, eq(organisation.id, participant.recommendedByOrganisationId))
    .where(and(...conditionsOf(filters)))
    .orderBy(...orderOf(filters, distance, ids))
    .limit(filters.pageSize)
    .offset(offsetOf(filters));
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

function conditionsOf(filters: ParticipantFilters): (SQL | undefined)[] {
  const { near, today } = filters;
  return [
    filters.ids === null
      ? undefined
      : filters.ids.length === 0
        ? sql`false`
        : inArray(participant.id, [...filters.ids]),
    filters.occupations?.length
      ? sql`exists (select from participant_occupation o where o.participant_id = ${participant.id} and o.rome_code = any(${textArray(filters.occupations)}))`
      : undefined,
    near === null ? undefined : sql`${distanceKmFrom(near)} <= ${near.withinKm}`,
    filters.licences?.length ? sql`${participant.licences} @> ${textArray(filters.licences)}` : undefined,
    filters.frenchAtLeast == null ? undefined : sql`${participant.frenchLevel} >= ${filters.frenchAtLeast}`,
    // An unknown day excludes nobody from a ranking, and neither here.
    filters.availableOn == null
      ? undefined
      : sql`(${participant.availableFrom} is null or ${participant.availableFrom} <= ${filters.availableOn})`,
    filters.status == null ? undefined : eq(participant.status, filters.status),
    filters.freshness == null ? undefined : freshnessOf(filters.freshness, today),
    filters.silentSince == null
      ? undefined
      : sql`(${participant.lastContactOn} is null or ${participant.lastContactOn} < ${filters.silentSince})`,
    filters.consents == null ? undefined : eq(participant.diffusionConsent, filters.consents),
    filters.eligible == null ? undefined : filters.eligible ? provenOn(today) : sql`not ${provenOn(today)}`,
    filters.ownerId == null ? undefined : eq(participant.ownerId, filters.ownerId),
    filters.partnerId == null ? undefined : eq(participant.recommendedByOrganisationId, filters.partnerId),
  ];
}

/** Whether some category is proven on a day; which one stays in the vault. */
function provenOn(day: Day): SQL {
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
function distanceKmFrom({ latitude, longitude }: { latitude: number; longitude: number }): SQL {
  return sql`(2 * 6371.0088 * asin(sqrt(least(1, power(sin(radians(${participant.latitude} - ${latitude}) / 2), 2)
    + cos(radians(${latitude})) * cos(radians(${participant.latitude})) * power(sin(radians(${participant.longitude} - ${longitude}) / 2), 2)))))`;
}

function textArray(words: readonly string[]): SQL {
  return sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;
}

/** By name unless asked otherwise, by relevance when words were given; what is unknown comes last; ids part the rest. */
function orderOf(filters: ParticipantFilters, distance: SQL, ids: readonly string[] | null): SQL[] {
  const byName = [sql`${participant.lastName} collate "fr-x-icu"`, sql`${participant.firstName} collate "fr-x-icu"`];
  const key = filters.sort ?? (ids === null ? 'name' : 'relevance');
  const way = filters.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const columns = {
    lastContact: sql`${participant.lastContactOn}`,
    waiting: sql`${participant.waitingSince}`,
    created: sql`${participant.createdOn}`,
    available: sql`${participant.availableFrom}`,
    nextAction: sql`${participant.nextActionOn}`,
    distance,
  };
  if (key === 'relevance' && ids !== null && ids.length > 0) {
    return [sql`array_position(${textArray(ids)}::uuid[], ${participant.id})`];
  }
  if (key === 'name' || key === 'relevance')
    return [...byName.map((part) => sql`${part} ${way}`), sql`${participant.id}`];
  return [sql`${columns[key]} ${way}`, ...byName, sql`${participant.id}`];
}
