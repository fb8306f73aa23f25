import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/**
 * People of a bank who changed in transactions that are over. The next reading starts at `upTo`, before which none is open
 * any more: what is over beyond it is told again, which does no harm, so that nothing is missed and nothing waits.
 */
export interface BankChanges {
  upTo: string;
  participantIds: string[];
}

/** `after`: where the last reading stopped; null: only says where to start. */
export async function readBankChanges(tx: Tx, structureId: string, after: string | null): Promise<BankChanges> {
  const [row] = await tx.execute<{ up_to: string; ids: string[] | null }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as up_to,
      (select array_agg(distinct participant_id) from bank_change
       where structure_id = ${structureId} and xid >= ${after}::xid8) as ids`);
  if (!row) throw new Error('a select of one row returned none');
  return { upTo: row.up_to, participantIds: row.ids ?? [] };
}

const keptDays = 3;

/** Every copy is made again each night: what it needs to catch up is never older. */
export async function forgetBankChanges(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from bank_change where changed_at < now() - make_interval(days => ${keptDays})`);
}
