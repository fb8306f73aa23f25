import type { Database } from '@jonction/db/client';
import type { CpvRecord } from '@jonction/documents/cpv';

const batch = 2_000;

/**
 * Puts the vocabulary in the place of what was there, in one transaction. `codes`: of the version in force; `older`: those that only the
 * version before it knew, kept so that old contracts read, and offered to nobody.
 */
export async function loadCpv({ client }: Database, records: readonly CpvRecord[]): Promise<Record<string, number>> {
  return client.begin(async (sql) => {
    await sql`delete from cpv_code`;
    for (let from = 0; from < records.length; from += batch) {
      const rows = records
        .slice(from, from + batch)
        .map(({ code, label, version, parent }) => ({ code, label, version, parent }));
      await sql`insert into cpv_code ${sql(rows)}`;
    }
    const codes = records.filter(({ version }) => version === 2).length;
    const counts = { codes, older: records.length - codes };
    await sql`insert into reference_load (name, version, counts) values ('cpv', '2008', ${JSON.stringify(counts)}::text::jsonb)
      on conflict (name) do update set version = excluded.version, counts = excluded.counts, loaded_at = clock_timestamp()`;
    return counts;
  });
}
