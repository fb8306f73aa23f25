import type { ContractListQuestion } from '@jonction/domain/contract/contract';
import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../client.ts';
import { conditionsOf, fromOf, orderOf } from '../../contract/list.ts';
import { idArray } from '../../participant/filter.ts';
import { rowsOf } from '../../shared/rows.ts';
import { inOrder } from './walk.ts';

type Question = ContractListQuestion & { structureId: string; today: Day };

export interface ExportedContract {
  id: string;
  number: number;
  buyer: string;
  buyerSiret: string | null;
  reference: string;
  /** The numbers of the lots; of one, where there is a row for each. */
  lot: string | null;
  object: string;
  cpv: string | null;
  holder: string | null;
  holderSiret: string | null;
  amountCents: number | null;
  notifiedOn: Day | null;
  endsOn: Day | null;
  /** Null: the structure has no clause there. */
  dueHours: number | null;
  status: ContractStatus;
  statusSince: Day | null;
  saidOn: Day | null;
  saidBy: ContractEventSource | null;
  placeCode: string | null;
  placeName: string | null;
  social: string[] | null;
  owner: string | null;
}

/** The contracts of a list, in its order. */
export function contractsInOrder(question: Question): SQL {
  return sql`select c.id ${fromOf(question)} where ${conditionsOf(question)} order by ${orderOf(question)}`;
}

/** Contracts as a file shows them, in the order of their ids: a row each, or a row for each of their lots. One statement. */
export async function exportedContracts(
  tx: Tx,
  ids: readonly string[],
  { structureId, byLot }: { structureId: string; byLot: boolean },
): Promise<ExportedContract[]> {
  const oneLot = byLot ? sql`l.id = one.id` : sql`l.contract_id = c.id`;
  const rows = rowsOf<ExportedContract>(
    await tx.execute(sql`
      select c.id, c.number::int as number, b.name as buyer, b.identifier as "buyerSiret", c.reference,
             (select string_agg(l.number, ', ' order by l.key) from lot l where ${oneLot}) as lot,
             ${byLot ? sql`coalesce(case when one.many then one.object end, c.object)` : sql`c.object`} as object, c.cpv,
             h.names as holder, h.identifiers as "holderSiret",
             ${byLot ? sql`(case when one.many then one.amount_cents else coalesce(one.amount_cents, c.amount_cents) end)` : sql`c.amount_cents`}::float8 as "amountCents",
             c.notified_on::text as "notifiedOn", c.ends_on::text as "endsOn",
             (select sum(k.due_hours)::int from clause k where k.structure_id = ${structureId}
              and ${byLot ? sql`k.lot_id = one.id` : sql`k.contract_id = c.id`}) as "dueHours",
             c.status, c.status_since::text as "statusSince", c.status_said_on::text as "saidOn", c.status_said_by as "saidBy",
             c.place_code as "placeCode", c.place_name as "placeName", c.social_considerations as social, u.name as owner
      from contract c join organisation b on b.id = c.buyer_id
      ${byLot ? sql`left join lateral (select l.*, count(*) over () > 1 as many from lot l where l.contract_id = c.id) one on true` : sql``}
      left join contract_structure cs on cs.contract_id = c.id and cs.structure_id = ${structureId}
      left join "user" u on u.id = cs.facilitator_id
      left join lateral (
        select string_agg(s.name, ', ' order by s.lead desc, s.name) as names,
               string_agg(s.identifier, ', ' order by s.lead desc, s.name) as identifiers
        from (select distinct on (o.id) o.name, o.identifier, x.lead from lot_holder x
              join lot l on l.id = x.lot_id join organisation o on o.id = x.organisation_id
              where ${oneLot} order by o.id, x.lead desc) s) h on true
      where c.id = any (${idArray(ids)})
      order by c.id${byLot ? sql`, one.key` : sql``}`),
  );
  return inOrder(ids, rows);
}
