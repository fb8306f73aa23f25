import type { AbsenceReason } from '@jonction/domain/contract/absence-reason';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface AbsenceRow {
  reason: AbsenceReason;
  note: string | null;
  recordedByName: string | null;
  recordedAt: string;
}

/** What was last said of lots without a clause, by lot, as known at an instant; what was taken back is not there. One statement. */
export async function readAbsences(
  tx: Tx,
  contractId: string,
  { structureId, knownAt }: { structureId?: string | undefined; knownAt?: Date | undefined },
): Promise<Map<string, AbsenceRow>> {
  const rows = rowsOf<AbsenceRow & { lotId: string }>(
    await tx.execute(sql`
      select distinct on (a.lot_id) a.lot_id as "lotId", a.reason, a.note, u.name as "recordedByName",
             to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
      from lot_clause_absence a left join "user" u on u.id = a.recorded_by
      where a.contract_id = ${contractId}
        ${structureId ? sql`and a.structure_id = ${structureId}` : sql``}
        ${knownAt ? sql`and a.recorded_at <= ${knownAt.toISOString()}::timestamptz` : sql``}
      order by a.lot_id, a.recorded_at desc, a.id desc`),
  );
  return new Map(rows.flatMap(({ lotId, ...row }) => (row.reason === null ? [] : [[lotId, row] as const])));
}
