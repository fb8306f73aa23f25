import { listSealedStructures } from '@jonction/db/audit/seals';
import type { Database } from '@jonction/db/client';
import { verifyChain } from './verify-chain.ts';

/** Makes again the hash chain of every structure; `broken` names the first seal of each that no longer holds. */
export function verifyAudit(database: Database): Promise<{ seals: number; broken: string[] }> {
  return database.as({ kind: 'system' }, async (tx) => {
    const found = { seals: 0, broken: [] as string[] };
    for (const structureId of await listSealedStructures(tx)) {
      const { seals, broken } = await verifyChain(tx, structureId);
      found.seals += seals;
      if (broken) found.broken.push(`${structureId}#${broken.sequence}`);
    }
    return found;
  });
}
