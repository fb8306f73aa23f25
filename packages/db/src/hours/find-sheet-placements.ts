import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface SheetPlacement {
  id: string;
  number: string;
  contractNumber: string;
  contractReference: string;
  buyerSiret: string | null;
  lotNumber: string | null;
  lotKey: string;
}

/**
 * The hires that rows of a sheet name by number, with what their contract and lot are called. One statement. `structureId`:
 * those of that structure only, for the operator, who sees all.
 */
export async function findSheetPlacements(
  tx: Tx,
  numbers: readonly string[],
  structureId: string | null,
): Promise<Map<string, SheetPlacement>> {
  const whole = numbers.filter((number) => /^\d{1,15}$/.test(number));
  if (whole.length === 0) return new Map();
  const rows = rowsOf<SheetPlacement>(
    await tx.execute(sql`
      select p.id, p.number::text as number, c.number::text as "contractNumber", c.reference as "contractReference",
             b.identifier as "buyerSiret", t.number as "lotNumber", t.key as "lotKey"
      from placement p join contract c on c.id = p.contract_id join organisation b on b.id = c.buyer_id join lot t on t.id = p.lot_id
      where p.number = any(${sql.param(whole)}::bigint[])
        and (${structureId}::uuid is null or p.structure_id = ${structureId}::uuid)`),
  );
  return new Map(rows.map((row) => [row.number, row]));
}
