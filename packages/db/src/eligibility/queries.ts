import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { clause, contract } from '../contract/tables.ts';
import { placement } from '../placement/tables.ts';
import { eligibilityCheck, eligibilityCode, eligibilityEvidence } from './tables.ts';

/** Sealed evidence of a person, what was taken back left out. */
export async function listEvidenceOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: eligibilityEvidence.id,
      sealed: eligibilityEvidence.sealed,
      fileId: eligibilityEvidence.fileId,
      recordedAt: eligibilityEvidence.recordedAt,
      recordedBy: eligibilityEvidence.recordedBy,
    })
    .from(eligibilityEvidence)
    .where(and(eq(eligibilityEvidence.participantId, participantId), isNull(eligibilityEvidence.removedAt)))
    .orderBy(asc(eligibilityEvidence.id));
}

/** The days on which something is proven, without what. */
export async function listProvenDaysOf(tx: Tx, participantId: string) {
  return tx
    .select({ from: eligibilityCode.provenFrom, to: eligibilityCode.provenTo })
    .from(eligibilityCode)
    .where(eq(eligibilityCode.participantId, participantId))
    .orderBy(asc(eligibilityCode.provenFrom));
}

/** Writes the keyed codes again, whole: they are a copy of what the vault says. */
export async function replaceCodes(
  tx: Tx,
  of: { participantId: string; structureId: string },
  codes: readonly { code: string; provenFrom: string; provenTo: string | null }[],
): Promise<void> {
  await tx.delete(eligibilityCode).where(eq(eligibilityCode.participantId, of.participantId));
  if (codes.length > 0) await tx.insert(eligibilityCode).values(codes.map((code) => ({ ...of, ...code })));
}

/** Checks made on a person, the last first, with the contract each was for. */
export async function listChecksOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: eligibilityCheck.id,
      clauseId: eligibilityCheck.clauseId,
      on: eligibilityCheck.on,
      eligible: eligibilityCheck.eligible,
      eligibleTo: eligibilityCheck.eligibleTo,
      checkedByName: user.name,
      contractObject: contract.object,
    })
    .from(eligibilityCheck)
    .leftJoin(user, eq(user.id, eligibilityCheck.checkedBy))
    .leftJoin(clause, eq(clause.id, eligibilityCheck.clauseId))
    .leftJoin(contract, eq(contract.id, clause.contractId))
    .where(eq(eligibilityCheck.participantId, participantId))
    .orderBy(desc(eligibilityCheck.checkedAt))
    .limit(50);
}

/** A clause of the structure with the end of its contract: what a check needs. */
export async function findClauseForCheck(tx: Tx, clauseId: string) {
  const [row] = await tx
    .select({
      id: clause.id,
      structureId: clause.structureId,
      categories: clause.categories,
      contractEndsOn: contract.endsOn,
    })
    .from(clause)
    .innerJoin(contract, eq(contract.id, clause.contractId))
    .where(eq(clause.id, clauseId));
  return row ?? null;
}

/** Hires of a person on clauses of the structure, as far as her window of eligibility goes. */
export async function listHiresOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: placement.id,
      kind: placement.windowKind,
      from: placement.startsOn,
      to: placement.endsOn,
      contractEndsOn: contract.endsOn,
    })
    .from(placement)
    .leftJoin(contract, eq(contract.id, placement.contractId))
    .where(eq(placement.participantId, participantId))
    .orderBy(asc(placement.startsOn), asc(placement.id));
}

/** Hires of a person on clauses, by their number and what they are on, the last first. */
export async function listClauseHires(tx: Tx, participantId: string) {
  return tx
    .select({
      id: placement.id,
      number: placement.number,
      object: contract.object,
      from: placement.startsOn,
      to: placement.endsOn,
    })
    .from(placement)
    .innerJoin(contract, eq(contract.id, placement.contractId))
    .where(eq(placement.participantId, participantId))
    .orderBy(desc(placement.startsOn), asc(placement.id))
    .limit(20);
}
