import { sealHash } from '../audit/chain.ts';
import type { JobContext } from './start.ts';

/**
 * Seals what the audit gained since the last seal, one hash chain per structure: changing or removing a sealed line
 * breaks every hash after it. Lines of the last seconds wait, since a slower transaction may still add an earlier one.
 */
export async function sealAudit({ database }: Pick<JobContext, 'database'>): Promise<void> {
  const structures = await database.client<{ id: string }[]>`select id from organisation where kind = 'structure'`;
  for (const { id } of structures) await sealStructure(database, id);
}

async function sealStructure({ client }: JobContext['database'], structureId: string): Promise<void> {
  await client.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`seal:${structureId}`}, 0))`;
    const [last] = await sql<{ sequence: number; last_entry_id: string; hash: string }[]>`
      select sequence, last_entry_id, hash from audit_seal where structure_id = ${structureId} order by sequence desc limit 1`;
    const entries = await sql<{ id: string; line: string }[]>`
      select id, to_jsonb(audit_entry)::text as line from audit_entry
      where structure_id = ${structureId} and at < now() - interval '10 seconds'
        and (${last?.last_entry_id ?? null}::uuid is null or id > ${last?.last_entry_id ?? null}::uuid)
      order by id`;
    const newest = entries.at(-1);
    if (!newest) return;
    const previous = last?.hash ?? '';
    const hash = sealHash(
      previous,
      entries.map(({ line }) => line),
    );
    await sql`insert into audit_seal (structure_id, sequence, last_entry_id, entries, previous_hash, hash)
      values (${structureId}, ${(last?.sequence ?? 0) + 1}, ${newest.id}, ${entries.length}, ${previous}, ${hash})`;
  });
}
