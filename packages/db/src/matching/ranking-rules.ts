import { houseRules, type RankingRules, type RulesDecision } from '@jonction/domain/matching/ranking-rules';
import { weightsSchema } from '@jonction/domain/matching/weights-schema';
import { desc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { rankingRules } from './tables.ts';

/** The rules that a structure ranks by: its last decision, or those of the house. */
export async function loadRankingRules(tx: Tx, structureId: string): Promise<RankingRules> {
  const [row] = await tx
    .select()
    .from(rankingRules)
    .where(eq(rankingRules.structureId, structureId))
    .orderBy(desc(rankingRules.version))
    .limit(1);
  const weights = weightsSchema.safeParse(row?.weights);
  if (!row || !weights.success) return houseRules;
  return { version: row.version, weights: weights.data, forgottenEvery: row.forgottenEvery };
}

/** Every decision, the last first, with who took it and why. */
export async function listRankingRules(tx: Tx, structureId: string) {
  return tx
    .select({
      version: rankingRules.version,
      weights: rankingRules.weights,
      forgottenEvery: rankingRules.forgottenEvery,
      reason: rankingRules.reason,
      decidedBy: user.name,
      decidedAt: rankingRules.decidedAt,
    })
    .from(rankingRules)
    .leftJoin(user, eq(user.id, rankingRules.decidedBy))
    .where(eq(rankingRules.structureId, structureId))
    .orderBy(desc(rankingRules.version));
}

/** Adds the decision that follows `after`; two at once: the primary key lets one in. Returns its version, null when late. */
export async function addRankingRules(
  tx: Tx,
  { structureId, decidedBy, after, ...decision }: RulesDecision & { structureId: string; decidedBy: string },
): Promise<number | null> {
  const rows = await tx.execute<{ version: number }>(sql`
    insert into ranking_rules (structure_id, version, weights, forgotten_every, reason, decided_by)
    select ${structureId}::uuid, ${after + 1}::int, ${JSON.stringify(decision.weights)}::jsonb, ${decision.forgottenEvery}::int,
      ${decision.reason}, ${decidedBy}::uuid
    where coalesce((select max(version) from ranking_rules where structure_id = ${structureId}), 0) = ${after}::int
    on conflict do nothing returning version`);
  return rows[0]?.version ?? null;
}
