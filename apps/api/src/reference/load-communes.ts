import type { Database } from '@jonction/db/client';
import type { CommuneRow } from '@jonction/documents/communes';

const batch = 2_000;

/** Puts the official table of communes in the place of what was there, in one transaction. */
export async function loadCommunes(
  { client }: Database,
  rows: AsyncGenerator<CommuneRow>,
): Promise<Record<string, number>> {
  return client.begin(async (sql) => {
    await sql`delete from commune`;
    let communes = 0;
    const waiting = new Map<
      string,
      { insee: string; postal_code: string; name: string; latitude: number | null; longitude: number | null }
    >();
    const flush = async () => {
      if (waiting.size === 0) return;
      const kept = await sql`insert into commune ${sql([...waiting.values()])} on conflict do nothing`;
      communes += kept.count;
      waiting.clear();
    };
    for await (const { insee, postalCode, name, lat, lon } of rows) {
      waiting.set(`${insee} ${postalCode} ${name}`, {
        insee,
        postal_code: postalCode,
        name,
        latitude: lat,
        longitude: lon,
      });
      if (waiting.size >= batch) await flush();
    }
    await flush();
    const counts = { communes };
    await sql`insert into reference_load (name, version, counts) values ('communes', 'hexasmal', ${JSON.stringify(counts)}::text::jsonb)
      on conflict (name) do update set version = excluded.version, counts = excluded.counts, loaded_at = clock_timestamp()`;
    return counts;
  });
}
