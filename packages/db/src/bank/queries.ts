import {
  askerKeptHours,
  opensWithinMs,
  type QueryView,
  queriesPageSize,
  queryKeptMonths,
} from '@jonction/domain/bank/query';
import { and, desc, eq, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { bankQuery } from './tables.ts';

type NewQuery = Omit<typeof bankQuery.$inferInsert, 'id' | 'askedAt' | 'opened'>;

/** The last query of somebody, and how long ago it was asked. */
export async function findLastQuery(tx: Tx, askedBy: string) {
  const [row] = await tx
    .select({
      id: bankQuery.id,
      words: bankQuery.words,
      opened: bankQuery.opened,
      agoMs: sql<number>`(extract(epoch from clock_timestamp() - ${bankQuery.askedAt}) * 1000)::int`,
    })
    .from(bankQuery)
    .where(eq(bankQuery.askedBy, askedBy))
    .orderBy(desc(bankQuery.askedAt))
    .limit(1);
  return row ?? null;
}

export async function insertQuery(tx: Tx, query: NewQuery): Promise<void> {
  await tx.insert(bankQuery).values(query);
}

export async function replaceQuery(tx: Tx, id: string, query: NewQuery): Promise<void> {
  await tx
    .update(bankQuery)
    .set({ ...query, askedAt: sql`clock_timestamp()` })
    .where(eq(bankQuery.id, id));
}

export async function deleteQuery(tx: Tx, id: string): Promise<void> {
  await tx.delete(bankQuery).where(eq(bankQuery.id, id));
}

/** Her last query led somewhere: she opened somebody's file. */
export async function markOpened(tx: Tx, askedBy: string): Promise<void> {
  await tx.execute(sql`update bank_query set opened = true where not opened and results > 0
    and id = (select id from bank_query where asked_by = ${askedBy}
      and asked_at > clock_timestamp() - make_interval(secs => ${opensWithinMs / 1000}) order by asked_at desc limit 1)`);
}

export interface QueryGroup extends Record<string, unknown> {
  stems: string;
  words: string | null;
  filters: string[];
  times: number;
  results: number;
  unfiltered: number;
  fell_back: boolean;
  last_on: string;
  total: number;
}

/**
 * The queries of a structure, one line for all the spellings of the same words (for the same filters, where there are no words): as
 * they ended the last time they were asked. Those that its own words answer now are left out.
 */
export async function listQueryGroups(
  tx: Tx,
  { structureId, view, months, page }: { structureId: string; view: QueryView; months: number; page: number },
): Promise<QueryGroup[]> {
  const ended: Record<QueryView, SQL> = {
    nothing: sql`(array_agg(results order by asked_at desc))[1] = 0`,
    unopened: sql`(array_agg(results order by asked_at desc))[1] > 0 and not bool_or(opened)`,
  };
  return tx.execute<QueryGroup>(sql`
    select stems, (array_agg(words order by asked_at desc))[1] as words, (array_agg(to_jsonb(filters) order by asked_at desc))[1] as filters,
      count(*)::int as times, (array_agg(results order by asked_at desc))[1] as results,
      (array_agg(unfiltered order by asked_at desc))[1] as unfiltered, bool_or(fell_back) as fell_back,
      to_char(max(asked_at) at time zone 'Europe/Paris', 'YYYY-MM-DD') as last_on, (count(*) over ())::int as total
    from bank_query q
    where q.structure_id = ${structureId} and q.asked_at > clock_timestamp() - make_interval(months => ${months})
      and not exists (select from bank_word w where w.structure_id = q.structure_id and w.stems = q.stems)
    group by stems, case when words is null then filters end
    having ${ended[view]}
    order by times desc, max(asked_at) desc, stems
    limit ${queriesPageSize} offset ${(page - 1) * queriesPageSize}`);
}

/** Forgets every asking of the same words; answers how many there were. */
export async function deleteQueriesOf(tx: Tx, structureId: string, stems: string): Promise<number> {
  const gone = await tx
    .delete(bankQuery)
    .where(and(eq(bankQuery.structureId, structureId), eq(bankQuery.stems, stems), isNotNull(bankQuery.words)))
    .returning({ id: bankQuery.id });
  return gone.length;
}

/** What time forgets: who asked, then the query. */
export async function forgetOldQueries(tx: Tx): Promise<void> {
  await tx.delete(bankQuery).where(lt(bankQuery.askedAt, sql`now() - make_interval(months => ${queryKeptMonths})`));
  await tx
    .update(bankQuery)
    .set({ askedBy: null })
    .where(
      and(isNotNull(bankQuery.askedBy), lt(bankQuery.askedAt, sql`now() - make_interval(hours => ${askerKeptHours})`)),
    );
}
