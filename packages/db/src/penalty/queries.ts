import type { PenaltyOutcome } from '@jonction/domain/penalty/decide';
import type { PenaltyState } from '@jonction/domain/penalty/lifecycle';
import type { Day } from '@jonction/domain/shared/day';
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { penaltyAct, penaltyProposal } from './tables.ts';

export async function insertPenalty(tx: Tx, row: typeof penaltyProposal.$inferInsert): Promise<void> {
  await tx.insert(penaltyProposal).values(row);
}

export type PenaltyRow = typeof penaltyProposal.$inferSelect;

/** A proposal that the actor may read; null otherwise. `held`: until the end of the transaction, one act after the other. */
export async function findPenalty(tx: Tx, id: string, held = false): Promise<PenaltyRow | null> {
  const query = tx.select().from(penaltyProposal).where(eq(penaltyProposal.id, id));
  const [row] = held ? await query.for('update') : await query;
  return row ?? null;
}

/** Whether a proposal waits on a clause already. */
export async function hasOpenPenalty(tx: Tx, clauseId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: penaltyProposal.id })
    .from(penaltyProposal)
    .where(and(eq(penaltyProposal.clauseId, clauseId), inArray(penaltyProposal.state, ['draft', 'submitted'])));
  return row !== undefined;
}

export async function changePenalty(
  tx: Tx,
  id: string,
  change: Partial<typeof penaltyProposal.$inferInsert>,
): Promise<void> {
  await tx
    .update(penaltyProposal)
    .set({ ...change, version: sql`${penaltyProposal.version} + 1` })
    .where(eq(penaltyProposal.id, id));
}

export async function insertAct(tx: Tx, act: typeof penaltyAct.$inferInsert): Promise<void> {
  await tx.insert(penaltyAct).values(act);
}

/** Who did what, the first act first; a name where the reader knows the person. */
export async function listActs(tx: Tx, penaltyId: string) {
  return tx
    .select({ act: penaltyAct.act, byBuyer: penaltyAct.byBuyer, at: penaltyAct.at, userName: user.name })
    .from(penaltyAct)
    .leftJoin(user, eq(user.id, penaltyAct.userId))
    .where(eq(penaltyAct.penaltyId, penaltyId))
    .orderBy(asc(penaltyAct.at), asc(penaltyAct.id));
}

export interface PenaltyListRow {
  id: string;
  contractId: string;
  contractNumber: number;
  contractObject: string;
  lotNumber: string | null;
  state: PenaltyState;
  cents: number;
  outcome: PenaltyOutcome | null;
  decidedCents: number | null;
  knownOn: Day;
  createdAt: Date;
}

/** Proposals that the actor may read, those that wait first, then the latest. Two statements. */
export async function listPenalties(
  tx: Tx,
  filter: { contractId?: string; page: number; pageSize: number },
): Promise<{ rows: PenaltyListRow[]; total: number }> {
  const where = filter.contractId ? eq(penaltyProposal.contractId, filter.contractId) : undefined;
  const rows = await tx
    .select({
      id: penaltyProposal.id,
      contractId: penaltyProposal.contractId,
      contractNumber: sql<number>`(${penaltyProposal.facts} #>> '{contract,number}')::int`,
      contractObject: sql<string>`${penaltyProposal.facts} #>> '{contract,object}'`,
      lotNumber: sql<string | null>`${penaltyProposal.facts} #>> '{lot,number}'`,
      state: penaltyProposal.state,
      cents: penaltyProposal.cents,
      outcome: penaltyProposal.outcome,
      decidedCents: penaltyProposal.decidedCents,
      knownOn: penaltyProposal.knownOn,
      createdAt: penaltyProposal.createdAt,
    })
    .from(penaltyProposal)
    .where(where)
    .orderBy(
      desc(sql`${penaltyProposal.state} in ('draft', 'submitted')`),
      desc(penaltyProposal.createdAt),
      desc(penaltyProposal.id),
    )
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const [total] = await tx.select({ count: count() }).from(penaltyProposal).where(where);
  return { rows, total: total?.count ?? 0 };
}
