import type { Tx } from '@jonction/db/client';
import { rowsOf } from '@jonction/db/shared/rows';
import { sql } from 'drizzle-orm';

export interface Scope {
  level: 'structure' | 'buyer' | 'contract';
  id: string;
  name: string;
}

/** For whom a structure may make a rule: itself, the buyers and the contracts with a clause that it follows. One statement. */
export async function listScopes(tx: Tx, structureId: string): Promise<Scope[]> {
  return rowsOf<Scope>(
    await tx.execute(sql`
      with followed as (
        select c.id, c.buyer_id, c.number, c.object from contract_structure s join contract c on c.id = s.contract_id
        where s.structure_id = ${structureId}
          and exists (select 1 from clause k where k.contract_id = c.id and k.structure_id = s.structure_id))
      select level, id, name from (
        select 1 as place, 'structure' as level, o.id, o.name from organisation o where o.id = ${structureId}
        union all
        select 2, 'buyer', o.id, o.name from organisation o where o.id in (select buyer_id from followed)
        union all
        select 3, 'contract', f.id, left(f.object, 90) || ' (n° ' || f.number || ')' from followed f) as scope
      order by place, name collate "fr-x-icu"`),
  );
}
