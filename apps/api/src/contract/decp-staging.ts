import type { Database } from '@jonction/db/client';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { contractKey } from '@jonction/documents/decp/stored';

/**
 * The records of one run, put aside by contract: a contract may be spread over every file, and the counts of a run are about all of its
 * records. Those of a day or of a month stay in memory; a year of the country does not fit there, and goes to a temporary table.
 */
export interface Staging {
  add(record: DecpRecord): Promise<void>;
  /** Records by contract, some thousands of records at a time. */
  batches(): AsyncGenerator<Map<string, [DecpRecord, ...DecpRecord[]]>>;
  close(): Promise<void>;
}

const inMemory = 20_000;
const insertAtOnce = 1_000;
const contractsAtOnce = 2_500;
const recordsAtOnce = 5_000;

/** `heldAtMost`: how many records stay in memory. */
export async function openStaging({ client }: Database, heldAtMost = inMemory): Promise<Staging> {
  // A temporary table lives on one connection; it disappears with it, whatever happens to the run.
  const sql = await client.reserve();
  await sql`select pg_advisory_lock(hashtextextended('import decp', 0))`;
  let held: DecpRecord[] = [];
  let spilt = false;
  const flush = async () => {
    for (let at = 0; at < held.length; at += insertAtOnce) {
      const some = held.slice(at, at + insertAtOnce);
      await sql`insert into decp_staged select * from unnest(${some.map(contractKey)}::text[], ${some.map((one) => JSON.stringify(one))}::text[])`;
    }
    held = [];
  };
  return {
    add: async (record) => {
      held.push(record);
      if (spilt ? held.length < insertAtOnce : held.length <= heldAtMost) return;
      if (!spilt) await sql`create temporary table decp_staged (key text collate "C" not null, record text not null)`;
      spilt = true;
      await flush();
    },
    batches: async function* () {
      if (!spilt) {
        yield* inBatches(Map.groupBy(held, contractKey));
        return;
      }
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

/** At least one contract each, and no more records than one transaction should hold. */
function* inBatches(all: ReadonlyMap<string, DecpRecord[]>): Generator<Map<string, [DecpRecord, ...DecpRecord[]]>> {
  let batch = new Map<string, [DecpRecord, ...DecpRecord[]]>();
  let records = 0;
  for (const [key, [first, ...others]] of all) {
    if (!first) continue;
    if (batch.size > 0 && (batch.size >= contractsAtOnce || records + others.length >= recordsAtOnce)) {
      yield batch;
      batch = new Map();
      records = 0;
    }
    batch.set(key, [first, ...others]);
    records += 1 + others.length;
  }
  if (batch.size > 0) yield batch;
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
