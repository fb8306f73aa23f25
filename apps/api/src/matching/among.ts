import type { Tx } from '@jonction/db/client';
import { loadBank } from '@jonction/db/matching/load-bank';
import { rankProfiles } from '@jonction/domain/matching/rank';
import type { Context } from '../context.ts';
import type { Question } from './prepare.ts';

/** Who of some people may take an offer, best first: by the copy in memory, or by the rule itself while it is being read. */
export async function rankAmong(
  ctx: Context & { tx: Tx },
  { structureId, question, ids }: { structureId: string; question: Question; ids: readonly string[] },
): Promise<{ id: string; score: number }[]> {
  if (ids.length === 0) return [];
  const bank = await ctx.banks.ready(structureId);
  if (bank) return bank.bestAmong(question, ids, ids.length);
  const profiles = await loadBank(ctx.tx, { structureId, participantIds: ids });
  return rankProfiles({ ...question, profiles }).ranked.map(({ id, score }) => ({ id, score }));
}
