import { and, eq, type SQL, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { liveCvsOf } from '../cv/live.ts';
import { organisation } from '../organisation/tables.ts';
import { openProposalsOf } from '../positioning/open-count.ts';
import { countedPage } from '../shared/counted-page.ts';
import { conditionsOf, distanceKmFrom, idArray, type ParticipantFilters, provenOn } from './filter.ts';
import { participant } from './tables.ts';

type Unpaged = Omit<ParticipantFilters, 'page' | 'pageSize'>;

/** One page of the bank and how many there are in all, in one statement whatever the filters. */
export async function listParticipants(tx: Tx, filters: ParticipantFilters) {
  const { near, today, ids } = filters;
  const distance = near === null ? sql`null::double precision` : distanceKmFrom(near);
  return countedPage(filters, (limit, offset) =>
    tx
      .select({
        id: participant.id,
        number: participant.number,
        firstName: participant.firstName,
        lastName: participant.lastName,
        phone: participant.phone,
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
        cvs: liveCvsOf,
        openProposals: openProposalsOf(sql`${participant.id}`),
        eligible: sql<boolean>`${provenOn(today)}`,
        duplicates: sql<number>`(select count(*)::int from duplicate_suspicion d where d.participant_id = ${participant.id} and d.dismissed_at is null)`,
        distanceKm: sql<number | null>`${distance}`,
        total: sql<number>`count(*) over ()::int`,
      })
      .from(participant)
      .leftJoin(foundPeople(ids ?? []), sql`found.id = ${participant.id}`)
      .leftJoin(user, eq(user.id, participant.ownerId))
      .leftJoin(organisation, eq(organisation.id, participant.recommendedByOrganisationId))
      .where(keptBy(filters))
      .orderBy(...orderOf(filters, distance, ids))
      .limit(limit)
      .offset(offset),
  );
}

/** The ids of everybody whom the filters keep, in the order of the list. */
export function peopleInOrder(tx: Tx, filters: Unpaged): SQL {
  const { near, ids } = filters;
  return tx
    .select({ id: participant.id })
    .from(participant)
    .leftJoin(foundPeople(ids ?? []), sql`found.id = ${participant.id}`)
    .where(keptBy(filters))
    .orderBy(...orderOf(filters, near === null ? sql`null::double precision` : distanceKmFrom(near), ids))
    .getSQL();
}

function keptBy(filters: Unpaged): SQL | undefined {
  return and(
    filters.ids === null ? undefined : sql`found.id is not null`,
    ...conditionsOf(filters).map(({ holds }) => holds),
  );
}

/** What the text index found, with its rank. */
function foundPeople(ids: readonly string[]): SQL {
  return sql`unnest(${idArray(ids)}) with ordinality as found (id, place)`;
}

/** By name unless asked otherwise, by relevance when words were given; what is unknown comes last; ids part the rest. */
function orderOf(filters: Unpaged, distance: SQL, ids: readonly string[] | null): SQL[] {
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
    return [sql`found.place`];
  }
  if (key === 'name' || key === 'relevance')
    return [...byName.map((part) => sql`${part} ${way}`), sql`${participant.id}`];
  return [sql`${columns[key]} ${way}`, ...byName, sql`${participant.id}`];
}
