import { addDays } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import {
  availableOn,
  conditionsOf,
  confirmationOn,
  distanceKmFrom,
  idArray,
  type ParticipantFilter,
  type ParticipantFilters,
  textArray,
} from '../participant/filter.ts';
import { participant } from '../participant/tables.ts';

/** Kilometres that the list offers. */
export const distanceStepsKm = [5, 10, 20, 50] as const;
const mostValues = 40;

export interface Counted {
  value: string;
  count: number;
}

/** How many people each choice would give, the filter of the choice itself set aside (licences add up: theirs stays). */
export interface BankCounts {
  total: number;
  /** How many there are before any filter. */
  unfiltered: number;
  occupations: Counted[];
  licences: Counted[];
  /** At least this level. */
  french: Counted[];
  /** `today`, `month`: available by then, or on a day that nobody knows. */
  availability: Counted[];
  /** Within these kilometres; empty while no place is asked. */
  distance: Counted[];
  confirmed: Counted[];
  /** Ids of the partners who recommended them. */
  partners: Counted[];
  /** How many there would be without one of the filters, for each that is set. */
  lifted: { filter: ParticipantFilter; count: number }[];
}

/**
 * Counts in one statement over the rows that whoever speaks may read: a copy of the words never counts anybody. Each person is
 * read once, with the filters that she fails; a choice counts those who fail none but its own.
 */
export async function countBank(tx: Tx, filters: ParticipantFilters): Promise<BankCounts> {
  const { ids, near, today } = filters;
  const conditions = conditionsOf(filters);
  const failed =
    conditions.length === 0
      ? sql`'{}'::text[]`
      : sql`array_remove(array[${sql.join(
          conditions.map(({ filter, holds }) => sql`case when ${holds} then null else ${filter}::text end`),
          sql`, `,
        )}], null)`;
  const [row] = await tx.execute<{ counts: Omit<BankCounts, 'lifted'> & { lifted: BankCounts['lifted'] | null } }>(sql`
    with person as materialized (
      select ${participant.id} as id, ${participant.licences} as licences, ${participant.frenchLevel} as french,
        ${participant.recommendedByOrganisationId} as partner, ${availableOn(today)} as today,
        ${availableOn(addDays(today, 30))} as month, ${confirmationOn(today)} as confirmation,
        ${near === null ? sql`null::double precision` : distanceKmFrom(near)} as km, ${failed} as failed
      from ${participant} ${ids === null ? sql`` : sql`where ${participant.id} = any(${idArray(ids)})`}
    )
    select jsonb_build_object(
      'total', (select count(*) from person where failed = '{}'),
      'unfiltered', (select count(*) from person),
      'occupations', ${top(sql`select o.rome_code as value from person p join participant_occupation o on o.participant_id = p.id where ${but('occupations')}`)},
      'licences', ${top(sql`select unnest(p.licences) as value from person p where failed = '{}'`)},
      'french', ${top(sql`select level::text as value from person p, generate_series(1, p.french) level where ${but('frenchAtLeast')}`)},
      'availability', ${top(sql`select unnest(array[case when p.today then 'today' end, case when p.month then 'month' end]) as value from person p where ${but('availableOn')}`)},
      'distance', ${top(sql`select step::text as value from person p, unnest(array[${sql.raw(distanceStepsKm.join(', '))}]) step where p.km <= step and ${but('near')}`)},
      'confirmed', ${top(sql`select p.confirmation as value from person p where ${but('confirmed')}`)},
      'partners', ${top(sql`select p.partner::text as value from person p where ${but('partnerId')}`)},
      'lifted', (select jsonb_agg(jsonb_build_object('filter', f.name, 'count',
          (select count(*) from person p where p.failed <@ array[f.name])) order by f.place)
        from unnest(${conditions.length === 0 ? sql`'{}'::text[]` : textArray(conditions.map(({ filter }) => filter))}) with ordinality f (name, place))
    ) as counts`);
  if (!row) throw new Error('a select of one row returned none');
  return { ...row.counts, lifted: row.counts.lifted ?? [] };
}

function but(filter: ParticipantFilter): SQL {
  return sql`p.failed <@ array[${filter}::text]`;
}

/** The commonest values of a selection, with how many people hold each. */
function top(values: SQL): SQL {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('value', v.value, 'count', v.count) order by v.count desc, v.value), '[]')
    from (select value, count(*) as count from (${values}) every_value where value is not null group by value
      order by count desc, value limit ${sql.raw(String(mostValues))}) v)`;
}
