import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface SealRow {
  sequence: number;
  lastEntryId: string;
  entries: number;
  previousHash: string;
  hash: string;
  sealedAt: string;
}

/** The structures whose journal was sealed at least once. */
export async function listSealedStructures(tx: Tx): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`select distinct structure_id as id from audit_seal order by structure_id`),
  );
  return rows.map(({ id }) => id);
}

/** The seals of a structure, in order. */
export async function readSeals(tx: Tx, structureId: string): Promise<SealRow[]> {
  return rowsOf<SealRow>(
    await tx.execute(sql`
      select sequence, last_entry_id as "lastEntryId", entries, previous_hash as "previousHash", hash,
             to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sealedAt"
      from audit_seal where structure_id = ${structureId} order by sequence`),
  );
}

/** The lines that one seal holds, as the base writes them: what its hash was made of. */
export async function readSealedLines(
  tx: Tx,
  structureId: string,
  seal: { after: string | null; upTo: string },
): Promise<string[]> {
  const rows = rowsOf<{ line: string }>(
    await tx.execute(sql`
      select to_jsonb(audit_entry)::text as line from audit_entry
      where structure_id = ${structureId} and id <= ${seal.upTo} and (${seal.after}::uuid is null or id > ${seal.after}::uuid)
      order by id`),
  );
  return rows.map(({ line }) => line);
}

/** How many lines wait for their seal. */
export async function countUnsealed(tx: Tx, structureId: string, after: string | null): Promise<number> {
  const [row] = rowsOf<{ count: number }>(
    await tx.execute(sql`
      select count(*)::int as count from audit_entry
      where structure_id = ${structureId} and (${after}::uuid is null or id > ${after}::uuid)`),
  );
  return row?.count ?? 0;
}
