import type { Demand } from '@jonction/domain/bank/pool';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { confirmationOn, textArray } from '../participant/filter.ts';
import { participant } from '../participant/tables.ts';

/** What the offers of a structure asked since a day, occupation by occupation; drafts asked nobody. */
export async function listDemands(tx: Tx, since: Day): Promise<Demand[]> {
  return tx.execute<Demand & Record<string, unknown>>(sql`
    select rome_code as code, count(*)::int as offers, sum(positions)::int as positions
    from offer where status <> 'draft' and created_at >= ${since}::timestamp at time zone 'Europe/Paris'
    group by rome_code`);
}

export interface PoolPeople {
  code: string;
  /** Available: by what is known of their CVs. */
  fresh: number;
  due: number;
  none: number;
  [column: string]: unknown;
}

/** How many available people hold each occupation, by the state of their CVs. One statement whatever the number of pools. */
export async function countPoolPeople(tx: Tx, codes: readonly string[], today: Day): Promise<Map<string, PoolPeople>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.execute<PoolPeople>(sql`
    select o.rome_code as code,
      count(*) filter (where known.state = 'fresh')::int as fresh,
      count(*) filter (where known.state = 'due')::int as due,
      count(*) filter (where known.state = 'none')::int as none
    from ${participant} join participant_occupation o on o.participant_id = ${participant.id},
      lateral (select ${confirmationOn(today)} as state) known
    where ${participant.status} = 'available' and o.rome_code = any(${textArray(codes)})
    group by o.rome_code`);
  return new Map(rows.map((row) => [row.code, row]));
}
