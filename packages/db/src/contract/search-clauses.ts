import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface ClauseChoice {
  clauseId: string;
  contractId: string;
  contractNumber: number;
  reference: string;
  object: string;
  buyerName: string;
  lotId: string;
  lotNumber: string | null;
  lotObject: string;
  holders: { id: string; name: string }[];
  dueHours: number;
  status: ContractStatus;
  endsOn: Day | null;
}

/** Clauses of the team to choose from, live ones first, by any word of the contract, lot, buyer or holder. */
export async function searchClauses(
  tx: Tx,
  {
    structureId,
    text,
    clauseId,
    limit,
  }: { structureId: string; text: string; clauseId?: string | null | undefined; limit: number },
): Promise<ClauseChoice[]> {
  const tokens = text.split(/\s+/).filter(Boolean);
  const matches = tokens.map(
    (token) => sql`and (c.words like '%' || app.like_literal(app.plain(${token})) || '%' or c.number::text = ${token})`,
  );
  return rowsOf<ClauseChoice>(
    await tx.execute(sql`
      select k.id as "clauseId", c.id as "contractId", c.number::int as "contractNumber", c.reference, c.object,
             b.name as "buyerName", l.id as "lotId", l.number as "lotNumber", l.object as "lotObject",
             coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by h.lead desc, o.name)
                       from lot_holder h join organisation o on o.id = h.organisation_id where h.lot_id = l.id), '[]') as holders,
             k.due_hours as "dueHours", c.status, c.ends_on::text as "endsOn"
      from clause k join contract c on c.id = k.contract_id join lot l on l.id = k.lot_id
      join organisation b on b.id = c.buyer_id
      where k.structure_id = ${structureId} ${clauseId ? sql`and k.id = ${clauseId}` : sql``} ${sql.join(matches, sql` `)}
      order by c.status in ('notified', 'active', 'stopped') desc, c.number desc, l.key limit ${limit}`),
  );
}
