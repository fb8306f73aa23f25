import type { Database } from '@jonction/db/client';
import type { RomeFolder } from '@jonction/documents/rome';
import type postgres from 'postgres';

const batch = 2_000;

/**
 * Puts the official tables in the place of what was there, in one transaction: whoever reads meanwhile sees the old ones whole. Version 4
 * brings its codes with their version 3 parent and leaves the rest alone. Answers how many of each were loaded.
 */
export async function loadRome({ client }: Database, rome: RomeFolder): Promise<Record<string, number>> {
  return client.begin(async (sql) => {
    const counts = rome.version === 4 ? await loadCodes4(sql, rome) : await loadVersion3(sql, rome);
    await sql`insert into reference_load (name, version, counts)
      values (${rome.version === 4 ? 'rome4' : 'rome'}, ${`v${rome.version}`}, ${JSON.stringify(counts)}::text::jsonb)
      on conflict (name) do update set version = excluded.version, counts = excluded.counts, loaded_at = clock_timestamp()`;
    return counts;
  });
}

type Sql = postgres.TransactionSql;

async function loadVersion3(sql: Sql, rome: RomeFolder): Promise<Record<string, number>> {
  await sql`delete from rome_mobility`;
  await sql`delete from rome_code`;
  await sql`delete from rome_skill`;
  const codes = await fill(
    rome.codes(),
    ({ code, label }) => ({ code, label, source: 'ROME 3' }),
    (rows) => sql`insert into rome_code ${sql(rows)} on conflict do nothing`,
  );
  const titles = await fill(
    rome.titles(),
    ({ code, longLabel, label }) => ({ code, title: longLabel || label }),
    (rows) => sql`insert into rome_title ${sql(rows)} on conflict do nothing`,
  );
  const skills = await fill(
    rome.skills(),
    ({ ogr, label }) => ({ item: ogr, label }),
    (rows) => sql`insert into rome_skill ${sql(rows)} on conflict do nothing`,
  );
  // A link to a skill or a code that the other files do not hold leads nowhere.
  const codeSkills = await fill(
    rome.codeSkills(),
    ({ code, skill }) => ({ code, item: skill }),
    (rows) =>
      sql`insert into rome_code_skill select v.code, v.item from (values ${sql(rows.map(({ code, item }) => [code, item]))}) v (code, item)
      join rome_code c on c.code = v.code join rome_skill s on s.item = v.item on conflict do nothing`,
  );
  const mobilities = await fill(
    rome.mobilities(),
    ({ from, to, kind }) => ({ code: from, target: to, kind }),
    (rows) =>
      sql`insert into rome_mobility select * from (values ${sql(rows.map(({ code, target, kind }) => [code, target, kind]))}) v (code, target, kind)
      where v.code <> v.target on conflict do nothing`,
  );
  return { codes, titles, skills, codeSkills, mobilities };
}

async function loadCodes4(sql: Sql, rome: RomeFolder): Promise<Record<string, number>> {
  await sql`delete from rome_v4_code`;
  const codes = await fill(
    withParent(rome),
    (row) => row,
    (rows) => sql`insert into rome_v4_code ${sql(rows)} on conflict do nothing`,
  );
  return { codes };
}

async function* withParent(rome: RomeFolder): AsyncGenerator<{ code: string; label: string; parent: string }> {
  for await (const { code, label, parent } of rome.codes()) if (parent !== null) yield { code, label, parent };
}

/** Writes a stream in batches; answers how many rows the table took. */
async function fill<Record, Row>(
  records: AsyncGenerator<Record>,
  rowOf: (record: Record) => Row,
  insert: (rows: Row[]) => Promise<{ count: number }>,
): Promise<number> {
  let taken = 0;
  let waiting: Row[] = [];
  for await (const record of records) {
    waiting.push(rowOf(record));
    if (waiting.length < batch) continue;
    taken += (await insert(waiting)).count;
    waiting = [];
  }
  return waiting.length === 0 ? taken : taken + (await insert(waiting)).count;
}
