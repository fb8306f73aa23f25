import type { Tx } from '@jonction/db/client';
import { listBills, listParts, writeDue } from '@jonction/db/contract/obligation';
import { clause } from '@jonction/db/contract/tables';
import { dueOn, targetOn } from '@jonction/domain/contract/due';
import { targetSchema } from '@jonction/domain/contract/target';
import type { Day } from '@jonction/domain/shared/day';
import { and, eq, inArray } from 'drizzle-orm';
import { emit } from '../../outbox/emit.ts';
import { type SharedClause, shareAgain } from '../consortium/share-again.ts';

/**
 * Writes again what the clauses of some lots owe, on what is invoiced and affirmed by now, and shares it again between the members of
 * their groups. Returns those that changed.
 */
export async function recomputeDue(
  tx: Tx,
  { structureId, lotIds }: { structureId: string; lotIds: readonly string[] },
  { today, cause }: { today: Day; cause: 'written' | 'invoice' | 'part' },
): Promise<{ clauseId: string; before: number; after: number }[]> {
  const clauses = await tx
    .select()
    .from(clause)
    .where(and(inArray(clause.lotId, [...lotIds]), eq(clause.structureId, structureId)))
    .for('update');
  const bills = Map.groupBy(await listBills(tx, lotIds, { structureId }), ({ lotId }) => lotId);
  const parts = Map.groupBy(
    await listParts(
      tx,
      clauses.map(({ id }) => id),
    ),
    ({ clauseId }) => clauseId,
  );
  const changed: { clauseId: string; before: number; after: number }[] = [];
  const shared: SharedClause[] = [];
  for (const row of clauses) {
    const target = targetSchema.parse(row.targetInputs);
    const facts = { target, bills: bills.get(row.lotId) ?? [], parts: parts.get(row.id) ?? [] };
    const due = dueOn(facts, today);
    shared.push({ ...row, dueCentihours: 100 * due });
    await writeDue(tx, row.id, { target: targetOn(facts, today), dueHours: due, cause });
    if (due === row.dueHours) continue;
    changed.push({ clauseId: row.id, before: row.dueHours, after: due });
    await emit(tx, { type: 'contract.clause_written', structureId, subjectId: row.id });
  }
  await shareAgain(tx, shared, (lotId) => bills.get(lotId) ?? []);
  return changed;
}
