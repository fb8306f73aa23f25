import { liveStatuses } from '@jonction/domain/contract/standing';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface CodeCount {
  /** A postal code or the code of a commune; null where none was said. */
  code: string | null;
  count: number;
}

async function counted(tx: Tx, code: SQL, from: SQL): Promise<CodeCount[]> {
  return rowsOf<CodeCount>(
    await tx.execute(sql`select ${code} as code, count(*)::int as count from ${from} group by 1 order by 1`),
  );
}

/** People of a structure who have not left, contracts that it follows and that run, companies that hold them, its partners: by code of place. Four statements. */
export async function countPlaces(tx: Tx, structureId: string) {
  const live = sql`c.status = any (${sql.param([...liveStatuses])}::contract_status[])`;
  return {
    people: await counted(
      tx,
      sql`p.postal_code`,
      sql`participant p where p.structure_id = ${structureId} and p.status <> 'left'`,
    ),
    contracts: await counted(
      tx,
      sql`c.place_code`,
      sql`contract_structure s join contract c on c.id = s.contract_id where s.structure_id = ${structureId} and ${live}`,
    ),
    companies: await counted(
      tx,
      sql`o.postal_code`,
      sql`organisation o where o.id in (select h.organisation_id from contract_structure s join contract c on c.id = s.contract_id
        join lot_holder h on h.contract_id = c.id where s.structure_id = ${structureId} and ${live})`,
    ),
    partners: await counted(
      tx,
      sql`o.postal_code`,
      sql`organisation o where o.id in (select partner_id from committee_member where structure_id = ${structureId}
        union select partner_id from recommendation where structure_id = ${structureId})`,
    ),
  };
}

/** Communes by their own code, those that the official table holds. */
export async function listCommunes(tx: Tx, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return rowsOf<{ code: string; name: string; latitude: number; longitude: number }>(
    await tx.execute(sql`select distinct on (insee) insee as code, name, latitude, longitude from commune
      where insee = any(${sql.param([...codes])}::text[]) and latitude is not null order by insee, name`),
  );
}

/** The middles of the communes inside a frame, to draw the country under a map: at most `most`. */
export async function listDots(
  tx: Tx,
  { south, north, west, east }: { south: number; north: number; west: number; east: number },
  most: number,
) {
  return rowsOf<{ latitude: number; longitude: number }>(
    await tx.execute(sql`select distinct latitude, longitude from commune
      where latitude between ${south} and ${north} and longitude between ${west} and ${east} limit ${most}`),
  );
}
