import type { Tx } from '@jonction/db/client';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { clause } from '@jonction/db/contract/tables';
import { hourRunLine } from '@jonction/db/hours/policy-tables';
import type { RunRow } from '@jonction/db/hours/runs';
import { penaltyTermsSchema } from '@jonction/domain/contract/clause';
import { noHours } from '@jonction/domain/contract/gauge';
import { proposePenalty } from '@jonction/domain/penalty/penalty';
import { smicRates } from '@jonction/domain/reference/smic';
import type { Day } from '@jonction/domain/shared/day';
import { eq, inArray, sum } from 'drizzle-orm';

/**
 * What a run changes in the penalties that the missing hours would be worth if the contracts ended today, in cents by contract; a
 * contract whose clauses have no penalty by the hour is left out. Late reports are not touched by a policy.
 */
export async function penaltiesMoved(tx: Tx, run: RunRow, day: Day): Promise<Map<string, number>> {
  const changes = await tx
    .select({ clauseId: hourRunLine.clauseId, validated: sum(hourRunLine.validated) })
    .from(hourRunLine)
    .where(eq(hourRunLine.runId, run.id))
    .groupBy(hourRunLine.clauseId);
  const moved = new Map<string, number>();
  if (changes.length === 0) return moved;
  const ids = changes.map(({ clauseId }) => clauseId);
  const clauses = await tx.select().from(clause).where(inArray(clause.id, ids));
  const hours = await readClauseHours(tx, ids, run.knownAt);
  for (const { id, contractId, dueHours, penalty } of clauses) {
    const perHour = penaltyTermsSchema.nullable().parse(penalty)?.perHour ?? null;
    if (!perHour) continue;
    const before = (hours.get(id) ?? noHours).validatedCentihours;
    const change = Number(changes.find(({ clauseId }) => clauseId === id)?.validated ?? 0);
    const cents = (validated: number) => {
      const missingCentihours = Math.max(0, dueHours * 100 - validated);
      const proposal = proposePenalty({ missingCentihours, perHour, smic: [...smicRates], day });
      return proposal.ok ? proposal.value.cents : 0;
    };
    moved.set(contractId, (moved.get(contractId) ?? 0) + cents(before + change) - cents(before));
  }
  return moved;
}
