import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { QuickLot } from '@jonction/domain/contract/quick-clause';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** The lots of a contract, with the clause that the team has on each. */
export async function listQuickLots(
  tx: Tx,
  of: { contractId: string; structureId: string },
): Promise<(QuickLot & { clauseId: string | null })[]> {
  return rowsOf<QuickLot & { clauseId: string | null }>(
    await tx.execute(sql`
      select l.id, l.number, k.id as "clauseId", k.target_mode as mode
      from lot l left join clause k on k.lot_id = l.id and k.structure_id = ${of.structureId}
      where l.contract_id = ${of.contractId} order by l.key, l.id`),
  );
}

/** The hours of a clause whose target is a number, said anew; all else of it stands. */
export async function setFixedHours(tx: Tx, clauseId: string, hours: number): Promise<void> {
  await tx.execute(sql`
    update clause set target_mode = 'fixed', target_inputs = ${JSON.stringify({ mode: 'fixed', hours })}::jsonb, due_hours = ${hours},
      version = version + 1 where id = ${clauseId}`);
}

export interface NamedContract {
  id: string;
  reference: string;
  object: string;
  status: ContractStatus;
}

/** A buyer's own contracts by some words, those that run first, then the last notified. */
export async function searchBoughtContracts(
  tx: Tx,
  asked: { buyerId: string; text: string; limit: number },
): Promise<NamedContract[]> {
  const conditions = [sql`c.buyer_id = ${asked.buyerId}`];
  for (const token of asked.text.split(/\s+/).filter(Boolean)) {
    conditions.push(sql`c.words like '%' || app.like_literal(app.plain(${token})) || '%'`);
  }
  return rowsOf<NamedContract>(
    await tx.execute(sql`
      select c.id, c.reference, c.object, c.status from contract c where ${sql.join(conditions, sql` and `)}
      order by c.status in ('notified', 'active', 'stopped', 'suspended', 'clause_suspended') desc, c.notified_on desc nulls last, c.id
      limit ${asked.limit}`),
  );
}
