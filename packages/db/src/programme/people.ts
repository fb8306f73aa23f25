import type { PeopleCounts } from '@jonction/domain/programme/people';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { availableOn, confirmationOn, provenOn, textArray } from '../participant/filter.ts';
import { participant } from '../participant/tables.ts';
import { rowsOf } from '../shared/rows.ts';

export interface CountedPeople extends PeopleCounts {
  /** An occupation; null: all of them, somebody who has two counted once. */
  code: string | null;
}

/**
 * Available people of some occupations who live in an area (the start of their postal code; null: anywhere), each under the first thing
 * that is not known of her. Figures alone leave the base. One statement.
 */
export async function countAvailablePeople(
  tx: Tx,
  of: { occupations: readonly string[]; area: string | null },
  today: Day,
): Promise<CountedPeople[]> {
  if (of.occupations.length === 0) return [];
  const first = sql`case when ${of.area}::text is not null and ${participant.postalCode} is null then 'place'
    when ${participant.availableFrom} is null then 'day'
    when ${confirmationOn(today)} <> 'fresh' then 'cv'
    when not ${provenOn(today)} then 'eligibility' else 'sure' end`;
  const many = (state: string) => sql`count(distinct person) filter (where state = ${state})::int`;
  return rowsOf<CountedPeople>(
    await tx.execute(sql`
      select code, ${many('sure')} as sure, ${many('eligibility')} as "unprovenEligibility", ${many('cv')} as "staleCv",
             ${many('day')} as "unknownDay", ${many('place')} as "unknownPlace"
      from (select ${participant.id} as person, o.rome_code as code, ${first} as state
            from ${participant} join participant_occupation o on o.participant_id = ${participant.id}
            where ${participant.status} = 'available' and o.rome_code = any(${textArray(of.occupations)})
              and ${availableOn(today)}
              and (${of.area}::text is null or ${participant.postalCode} is null or ${participant.postalCode} like ${of.area ?? ''} || '%')) known
      group by grouping sets ((code), ())
      order by code nulls last`),
  );
}
