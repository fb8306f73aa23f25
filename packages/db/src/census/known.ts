import type { CensusQuestion } from '@jonction/domain/census/grid';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { conditionsOf, fromOf, orderOf } from '../contract/list.ts';
import { rowsOf } from '../shared/rows.ts';
import type { GridOf } from './grid.ts';

type Asked = CensusQuestion & GridOf;

/** The contracts that the filters keep whatever their standing: that of a past day is not on their rows. */
function matching(asked: Asked): SQL {
  return conditionsOf({ ...asked, scope: 'mine', page: 1, pageSize: 1, statuses: [], liveOnly: false });
}

/**
 * Of the contracts that the filters keep whatever their standing, those of which something was said, or came into effect, after a
 * day: all others stood then as their rows say now. A fact taken back after that day counted then.
 */
export async function movedSince(tx: Tx, asked: Asked, day: Day): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select c.id ${fromOf({ ...asked, scope: 'mine', page: 1, pageSize: 1, sort: 'notified' })}
      where ${matching(asked)} and (
        c.id in (select contract_id from contract_event where lot_id is null and ("on" > ${day} or recorded_on > ${day}))
        or c.id in (select contract_id from census_answer where recorded_on > ${day} or withdrawn_on > ${day})
        or c.open_facts <> '[]' and exists (
          select 1 from jsonb_array_elements(c.open_facts) f
          where f ->> 'on' > ${day}::text or f ->> 'recordedOn' > ${day}::text)
        or 'notified_on' = any (c.said_fields))`),
  );
  return rows.map(({ id }) => id);
}

/** Contracts whose standing of that day was folded, and those of them that the filters keep. */
export interface FoldedThen {
  folded: readonly string[];
  kept: readonly string[];
  /** Nothing but these: two days are compared. */
  alone: boolean;
}

/**
 * A window of the contracts that the filters keep on a past day, in the order asked for, and how many there are in all: those folded
 * as they were found, the others by what their rows say. One statement.
 */
export async function windowThen(
  tx: Tx,
  asked: Asked,
  day: Day,
  { folded, kept, alone }: FoldedThen,
): Promise<{ ids: string[]; total: number }> {
  const whole = { ...asked, scope: 'mine' as const, page: 1, pageSize: 1 };
  const found = sql`c.id = any (${sql.param([...kept])}::uuid[])`;
  const asTheyAre = conditionsOf({ ...whole, today: day });
  const chosen = alone ? found : sql`(${found} or (c.id <> all (${sql.param([...folded])}::uuid[]) and ${asTheyAre}))`;
  const [row] = rowsOf<{ ids: string[] | null; total: number }>(
    await tx.execute(sql`
      with listed as materialized (
        select c.id, row_number() over (order by ${orderOf(whole)}) as place
        ${fromOf(whole)} where ${matching(asked)} and ${chosen}
      )
      select (select count(*)::int from listed) as total,
        (select array_agg(id order by place) from listed
         where place > ${asked.from} and place <= ${asked.from + asked.rows}) as ids`),
  );
  return { ids: row?.ids ?? [], total: row?.total ?? 0 };
}
