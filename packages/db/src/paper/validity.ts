import type { PaperKind } from '@jonction/domain/paper/categories';
import type { TimedKind } from '@jonction/domain/paper/timed';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** The months that the lead of a structure set, by kind; what nobody set is left out. */
export async function monthsSet(tx: Tx, structureId: string): Promise<Map<PaperKind, number>> {
  const rows = rowsOf<{ kind: PaperKind; months: number }>(
    await tx.execute(sql`
      select distinct on (kind) kind, months from paper_validity where structure_id = ${structureId} order by kind, set_at desc, id desc`),
  );
  return new Map(rows.map(({ kind, months }) => [kind, months]));
}

export interface ValidityChange {
  kind: TimedKind;
  from: number;
  months: number;
  byName: string;
  at: string;
}

/** What was set since ever, the last first. */
export async function listValidityChanges(tx: Tx, structureId: string): Promise<ValidityChange[]> {
  return rowsOf<ValidityChange>(
    await tx.execute(sql`
      select v.kind, v.from_months as "from", v.months, u.name as "byName", to_char(v.set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from paper_validity v join "user" u on u.id = v.set_by where v.structure_id = ${structureId} order by v.set_at desc, v.id desc limit 200`),
  );
}

/** Settings of one kind take turns. */
export async function lockValidity(tx: Tx, structureId: string, kind: TimedKind): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('validity:' || ${structureId} || ${kind}, 0))`);
}
