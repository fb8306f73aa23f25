import { aliasedTable, and, desc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { clause, contract } from '../contract/tables.ts';
import { placement } from '../placement/tables.ts';
import { eligibilityDerogation } from './tables.ts';

const decider = aliasedTable(user, 'decider');

/** Opinions on a person and what was decided, the last first, still sealed. */
export async function listDerogationsOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: eligibilityDerogation.id,
      structureId: eligibilityDerogation.structureId,
      clauseId: eligibilityDerogation.clauseId,
      sealed: eligibilityDerogation.sealed,
      fileId: eligibilityDerogation.fileId,
      askedBy: eligibilityDerogation.askedBy,
      askedByName: user.name,
      askedAt: eligibilityDerogation.askedAt,
      decision: eligibilityDerogation.decision,
      decidedByName: decider.name,
      decidedAt: eligibilityDerogation.decidedAt,
      validFrom: eligibilityDerogation.validFrom,
      validTo: eligibilityDerogation.validTo,
      aloneSealed: eligibilityDerogation.aloneSealed,
      contractObject: contract.object,
    })
    .from(eligibilityDerogation)
    .innerJoin(clause, eq(clause.id, eligibilityDerogation.clauseId))
    .innerJoin(contract, eq(contract.id, clause.contractId))
    .leftJoin(user, eq(user.id, eligibilityDerogation.askedBy))
    .leftJoin(decider, eq(decider.id, eligibilityDerogation.decidedBy))
    .where(eq(eligibilityDerogation.participantId, participantId))
    .orderBy(desc(eligibilityDerogation.askedAt));
}

/** One opinion, held until the end of the decision. */
export async function lockDerogation(tx: Tx, id: string) {
  const [row] = await tx.select().from(eligibilityDerogation).where(eq(eligibilityDerogation.id, id)).for('update');
  return row ?? null;
}

/** Whether nobody else of the team of a structure could decide. */
export async function isAlone(tx: Tx, structureId: string, userId: string): Promise<boolean> {
  const [row] = await tx.execute<{ alone: boolean }>(
    sql`select app.is_alone(${structureId}::uuid, ${userId}::uuid) as alone`,
  );
  return row?.alone ?? false;
}

/** What was decided for a person on a clause. */
export async function listDecisionsOn(tx: Tx, participantId: string, clauseId: string) {
  return tx
    .select({
      id: eligibilityDerogation.id,
      decision: eligibilityDerogation.decision,
      validFrom: eligibilityDerogation.validFrom,
      validTo: eligibilityDerogation.validTo,
    })
    .from(eligibilityDerogation)
    .where(and(eq(eligibilityDerogation.participantId, participantId), eq(eligibilityDerogation.clauseId, clauseId)));
}

/** What was frozen at the hires of a person, still sealed. */
export async function listFrozenOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: placement.id,
      kind: placement.windowKind,
      startsOn: placement.startsOn,
      from: placement.eligibleFrom,
      to: placement.eligibleTo,
      sealed: placement.sealedCategories,
    })
    .from(placement)
    .where(eq(placement.participantId, participantId));
}
