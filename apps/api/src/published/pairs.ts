import type { Tx } from '@jonction/db/client';
import { findPairs, type PairSide, readSides } from '@jonction/db/published/pairs';
import { levelsFrom, type Match, type MatchSide, matchContracts, pairsToAsk } from '@jonction/domain/published/match';

export interface WeighedPair {
  contractId: string;
  openId: string;
  later: boolean;
  match: Match;
}

/** What waits for somebody's answer: pairs alike enough to be asked about, the surest first, and the contracts they are of. */
export async function pairsToDecide(
  tx: Tx,
  structureId: string,
  contractId: string | null = null,
): Promise<{ pairs: WeighedPair[]; sides: Map<string, PairSide> }> {
  const possible = await findPairs(tx, structureId, contractId);
  const ids = new Set(possible.flatMap((pair) => [pair.contractId, pair.openId]));
  const sides = await readSides(tx, structureId, [...ids]);
  const pairs = possible.flatMap((pair): WeighedPair[] => {
    const [ours, published] = [sides.get(pair.contractId), sides.get(pair.openId)];
    if (!ours || !published) return [];
    const match = matchContracts(sideOf(ours), sideOf(published));
    return match.confidence >= levelsFrom.possible || pair.later ? [{ ...pair, match }] : [];
  });
  return { pairs: pairsToAsk(pairs).sort((a, b) => b.match.confidence - a.match.confidence || byIds(a, b)), sides };
}

/** The pairs of each contract of the team, the contracts with the surest pair first; what was put off apart. */
export function waitingContracts(pairs: readonly WeighedPair[]): {
  decide: [string, WeighedPair[]][];
  later: [string, WeighedPair[]][];
} {
  const groups = [...Map.groupBy(pairs, (pair) => pair.contractId)];
  return {
    decide: groups.filter(([, own]) => own.some(({ later }) => !later)),
    later: groups.filter(([, own]) => own.every(({ later }) => later)),
  };
}

export function sideOf(side: PairSide): MatchSide {
  return side;
}

function byIds(a: WeighedPair, b: WeighedPair): number {
  return `${a.contractId} ${a.openId}` < `${b.contractId} ${b.openId}` ? -1 : 1;
}
