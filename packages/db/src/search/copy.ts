import { eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';
import { searchCopy } from './tables.ts';

export type SearchEngine = 'postgres' | 'meilisearch';
export type SearchCopy = typeof searchCopy.$inferSelect;

export async function readCopy(tx: Tx, engine: SearchEngine): Promise<SearchCopy> {
  const [copy] = await tx.select().from(searchCopy).where(eq(searchCopy.engine, engine));
  if (!copy) throw new Error(`the base does not know a copy in ${engine}`);
  return copy;
}

/** The generation that answers, or null while the first is being made. */
export async function liveGeneration(tx: Tx, engine: SearchEngine): Promise<string | null> {
  const [copy] = await tx
    .select({ generation: searchCopy.generation })
    .from(searchCopy)
    .where(eq(searchCopy.engine, engine));
  return copy?.generation ?? null;
}

export async function changeCopy(tx: Tx, engine: SearchEngine, change: Partial<SearchCopy>): Promise<void> {
  await tx.update(searchCopy).set(change).where(eq(searchCopy.engine, engine));
}

export interface CopyChanges {
  /** Where the next reading starts: every transaction before is over. What is over beyond it is told again, which does no harm. */
  upTo: string;
  participantIds: string[];
  /** The log was cut, or the base is another one than the copy was fed from: only making it again helps. */
  lost: boolean;
}

const logKeptHours = 48;

/** Who changed, since a copy was last fed, in transactions that are over: none is stepped over, and none waits for another. */
export async function readCopyChanges(tx: Tx, copy: Pick<SearchCopy, 'engine' | 'fedXid'>): Promise<CopyChanges> {
  const [row] = await tx.execute<{ up_to: string; ids: string[] | null; lost: boolean }>(sql`
    with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
    select horizon.xmin::text as up_to,
      ${copy.fedXid}::xid8 > horizon.xmin
        or (select fed_at < now() - make_interval(hours => ${logKeptHours}) from search_copy where engine = ${copy.engine}) as lost,
      (select array_agg(distinct participant_id) from bank_change where xid >= ${copy.fedXid}::xid8) as ids
    from horizon`);
  if (!row) throw new Error('a select of one row returned none');
  return { upTo: row.up_to, participantIds: row.ids ?? [], lost: row.lost };
}

const lockSpace = 5_170;
const lockOf: Record<SearchEngine, number> = { postgres: 1, meilisearch: 2 };

/** One program at a time fills a copy: an older reading must never be written over a newer one. */
export async function withCopyLock<Result>(
  { client }: Database,
  engine: SearchEngine,
  work: () => Promise<Result>,
): Promise<Result> {
  const own = await client.reserve();
  try {
    await own`select pg_advisory_lock(${lockSpace}::int, ${lockOf[engine]}::int)`;
    try {
      return await work();
    } finally {
      await own`select pg_advisory_unlock(${lockSpace}::int, ${lockOf[engine]}::int)`;
    }
  } finally {
    own.release();
  }
}
