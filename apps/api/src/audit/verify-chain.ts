import { readSealedLines, readSeals, type SealRow } from '@jonction/db/audit/seals';
import type { Tx } from '@jonction/db/client';
import { sealHash } from './chain.ts';

export interface Verified {
  seals: number;
  /** Lines whose seal holds. */
  sealedLines: number;
  /** The last seal that holds; null before the first. */
  last: SealRow | null;
  /** The newest seal, whether it holds or not. */
  newest: SealRow | null;
  /** The first seal that no longer holds: nothing after it is proven. */
  broken: SealRow | null;
}

/** Makes again the hash chain of a structure's journal, up to the first seal that does not hold. */
export async function verifyChain(tx: Tx, structureId: string): Promise<Verified> {
  const seals = await readSeals(tx, structureId);
  const verified: Verified = {
    seals: seals.length,
    sealedLines: 0,
    last: null,
    newest: seals.at(-1) ?? null,
    broken: null,
  };
  for (const seal of seals) {
    const { last } = verified;
    const lines = await readSealedLines(tx, structureId, { after: last?.lastEntryId ?? null, upTo: seal.lastEntryId });
    const follows = seal.previousHash === (last?.hash ?? '');
    if (!follows || lines.length !== seal.entries || sealHash(seal.previousHash, lines) !== seal.hash) {
      return { ...verified, broken: seal };
    }
    verified.sealedLines += lines.length;
    verified.last = seal;
  }
  return verified;
}
