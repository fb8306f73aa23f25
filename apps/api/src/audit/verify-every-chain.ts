import type { Database } from '@jonction/db/client';
import { sealHash } from './chain.ts';

interface SealRow {
  structure_id: string;
  sequence: number;
  last_entry_id: string;
  entries: number;
  previous_hash: string;
  hash: string;
}

/** Recomputes the hash chain of every structure; `broken` names the first seal of each that no longer holds. */
export async function verifyAudit({ client }: Database): Promise<{ seals: number; broken: string[] }> {
  const seals = await client<SealRow[]>`select * from audit_seal order by structure_id, sequence`;
  const broken: string[] = [];
  let previous: SealRow | null = null;
  for (const seal of seals) {
    const before: SealRow | null = previous?.structure_id === seal.structure_id ? previous : null;
    previous = seal;
    const lines = await client<{ line: string }[]>`
      select to_jsonb(audit_entry)::text as line from audit_entry
      where structure_id = ${seal.structure_id} and id <= ${seal.last_entry_id}
        and (${before?.last_entry_id ?? null}::uuid is null or id > ${before?.last_entry_id ?? null}::uuid)
      order by id`;
    const expected = sealHash(
      before?.hash ?? '',
      lines.map(({ line }) => line),
    );
    if (expected !== seal.hash || seal.previous_hash !== (before?.hash ?? '')) {
      broken.push(`${seal.structure_id}#${seal.sequence}`);
    }
  }
  return { seals: seals.length, broken };
}
