import type { Day } from '@jonction/domain/shared/day';
import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { cv } from '../cv/tables.ts';
import { eligibilityCode } from '../eligibility/tables.ts';
import { positioning } from '../positioning/tables.ts';
import { participantMerge } from './merge-tables.ts';
import { consentEvent, participant, participantOccupation } from './tables.ts';

/** Both records, held until the end of the transaction, whichever comes first. */
export async function lockPair(tx: Tx, ids: readonly [string, string]) {
  return tx
    .select()
    .from(participant)
    .where(inArray(participant.id, [...ids]))
    .orderBy(participant.id)
    .for('update');
}

/** What one unique rule of the base lets stand once, on either record: five short lists. */
export async function listMergeRows(tx: Tx, ids: readonly [string, string]) {
  const both = [...ids];
  return {
    cvs: await tx
      .select({
        id: cv.id,
        participantId: cv.participantId,
        romeCode: cv.romeCode,
        current: cv.current,
        confirmedOn: cv.confirmedOn,
      })
      .from(cv)
      .where(and(inArray(cv.participantId, both), eq(cv.status, 'confirmed'))),
    positionings: await tx
      .select({
        id: positioning.id,
        participantId: positioning.participantId,
        offerId: positioning.offerId,
        status: positioning.status,
      })
      .from(positioning)
      .where(inArray(positioning.participantId, both)),
    windows: await tx
      .select({
        participantId: eligibilityCode.participantId,
        code: eligibilityCode.code,
        provenFrom: eligibilityCode.provenFrom,
        provenTo: eligibilityCode.provenTo,
      })
      .from(eligibilityCode)
      .where(inArray(eligibilityCode.participantId, both)),
    occupations: await tx
      .select({
        participantId: participantOccupation.participantId,
        code: participantOccupation.romeCode,
        months: participantOccupation.months,
      })
      .from(participantOccupation)
      .where(inArray(participantOccupation.participantId, both)),
    consents: await tx
      .selectDistinctOn([consentEvent.participantId], {
        participantId: consentEvent.participantId,
        type: consentEvent.type,
      })
      .from(consentEvent)
      .where(inArray(consentEvent.participantId, both))
      .orderBy(consentEvent.participantId, desc(consentEvent.id)),
  };
}

/** One of the few rows that a merge changes: its table, its key and the columns to write. */
export interface RowChange {
  tab: 'cv' | 'positioning' | 'eligibility_code' | 'participant_occupation';
  key: Record<string, string>;
  set: Record<string, unknown>;
}

/** Makes two records one; the base moves every row that names the one that goes. */
export async function mergeInBase(
  tx: Tx,
  merge: {
    keptId: string;
    goneId: string;
    chosen: Record<string, unknown>;
    changes: readonly RowChange[];
    until: string;
  },
): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    select app.merge_participants(${merge.keptId}::uuid, ${merge.goneId}::uuid, ${JSON.stringify(merge.chosen)}::jsonb,
      ${JSON.stringify(merge.changes)}::jsonb, ${merge.until}::date) as id`);
  if (!row) throw new Error('the merge was not kept');
  return row.id;
}

export async function undoInBase(tx: Tx, mergeId: string): Promise<void> {
  await tx.execute(sql`select app.undo_merge(${mergeId}::uuid)`);
}

/** What contradicts the undoing of a merge, row by row. */
export async function listBlocks(tx: Tx, mergeId: string) {
  return tx.execute<{ block: string; tab: string; key: Record<string, string> }>(
    sql`select block, tab, key from app.blocks_of_undo(${mergeId}::uuid)`,
  );
}

const shown = {
  id: participantMerge.id,
  keptId: participantMerge.keptId,
  goneId: participantMerge.goneId,
  goneRow: participantMerge.goneRow,
  mergedAt: participantMerge.mergedAt,
  undoUntil: participantMerge.undoUntil,
  undoneAt: participantMerge.undoneAt,
  moved: participantMerge.moved,
  aside: participantMerge.aside,
  mergedByName: user.name,
  keptNumber: participant.number,
  keptFirstName: participant.firstName,
  keptLastName: participant.lastName,
};

function merges(tx: Tx) {
  return tx
    .select(shown)
    .from(participantMerge)
    .innerJoin(participant, eq(participant.id, participantMerge.keptId))
    .leftJoin(user, eq(user.id, participantMerge.mergedBy));
}

export async function findMerge(tx: Tx, id: string) {
  const [row] = await merges(tx).where(eq(participantMerge.id, id));
  return row ?? null;
}

export async function listMerges(tx: Tx, page: { page: number; pageSize: number }) {
  const rows = await merges(tx)
    .orderBy(desc(participantMerge.mergedAt))
    .limit(page.pageSize)
    .offset((page.page - 1) * page.pageSize);
  const total = await tx.$count(participantMerge);
  return { rows, total };
}

/** Merges into a record that may still be undone, the last first. */
export async function listOpenMerges(tx: Tx, keptId: string, today: Day) {
  return merges(tx)
    .where(
      and(
        eq(participantMerge.keptId, keptId),
        isNull(participantMerge.undoneAt),
        gte(participantMerge.undoUntil, today),
      ),
    )
    .orderBy(desc(participantMerge.mergedAt));
}

/** The record to which that of `goneId` leads now; null when nobody merged it. */
export async function findAlias(tx: Tx, goneId: string): Promise<string | null> {
  const [row] = await tx
    .select({ keptId: participantMerge.keptId })
    .from(participantMerge)
    .where(and(eq(participantMerge.goneId, goneId), isNull(participantMerge.undoneAt)));
  return row?.keptId ?? null;
}
