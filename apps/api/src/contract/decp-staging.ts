import type { Database } from '@jonction/db/client';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { contractKey } from '@jonction/documents/decp/stored';

/**
 * The records of one run, put aside in a temporary table by contract: a contract may be spread over every file, the
 * counts of a run are about all of its records, and a year of the country does not fit in memory.
 */
export interface Staging {
  add(record: DecpRecord): Promise<void>;
  /** Records by contract, in the order of their keys, some two thousand records at a time. */
  batches(): AsyncGenerator<Map<string, [DecpRecord, ...DecpRecord[]]>>;
  close(): Promise<void>;
}

const insertAtOnce = 500;
const contractsAtOnce = 400;
const recordsAtOnce = 2_000;

export async function openStaging({ client }: Database): Promise<Staging> {
  // A temporary table lives on one connection; it disappears with it, whatever happens to the run.
  const sql = await client.reserve();
  await sql`select pg_advisory_lock(hashtextextended('import decp', 0))`;
  await sql`create temporary table decp_staged (key text collate "C" not null, record text not null)`;
  let waiting: { key: string; record: string }[] = [];
  const flush = async () => {
    if (waiting.length === 0) return;
    await sql`insert into decp_staged select * from unnest(${waiting.map(({ key }) => key)}::text[], ${waiting.map(({ record }) => record)}::text[])`;
    waiting = [];
  };
  return {
    add: async (record) => {
      waiting.push({ key: contractKey(record), record: JSON.stringify(record) });
      if (waiting.length >= insertAtOnce) await flush();
    },
    batches: async function* () {
      await flush();
      await sql`create index on decp_staged (key)`;
      await sql`analyze decp_staged`;
      let last = '';
      for (;;) {
        const keys = await sql<{ key: string; count: number }[]>`
          select key, count(*)::int as count from decp_staged where key > ${last} group by key order by key limit ${contractsAtOnce}`;
        const end = lastWithin(keys);
        if (end === null) return;
        const rows = await sql<{ key: string; record: string }[]>`
          select key, record from decp_staged where key > ${last} and key <= ${end} order by key`;
        yield byContract(rows);
        last = end;
      }
    },
    close: async () => {
      await sql`drop table if exists decp_staged`;
      await sql`select pg_advisory_unlock(hashtextextended('import decp', 0))`;
      sql.release();
    },
  };
}

/** The last contract of the batch: at least one, and no more records than memory should hold. */
function lastWithin(keys: readonly { key: string; count: number }[]): string | null {
  let records = 0;
  let last: string | null = null;
  for (const { key, count } of keys) {
    if (last !== null && records + count > recordsAtOnce) break;
    records += count;
    last = key;
  }
  return last;
}

function byContract(rows: readonly { key: string; record: string }[]): Map<string, [DecpRecord, ...DecpRecord[]]> {
  const records = new Map<string, [DecpRecord, ...DecpRecord[]]>();
  for (const row of rows) {
    // Written by `add` from a record.
    const record = JSON.parse(row.record) as DecpRecord;
    const others = records.get(row.key);
    if (others) others.push(record);
    else records.set(row.key, [record]);
  }
  return records;
}
