import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { CrisisTerms } from '@jonction/domain/crisis/crisis';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface ConcernedContract {
  id: string;
  number: number;
  reference: string;
  object: string;
  buyerId: string;
  buyerName: string;
  kind: 'contract' | 'concession';
  status: ContractStatus;
  notifiedOn: Day | null;
  endsOn: Day | null;
  hasPenalty: boolean;
}

/** The contracts of a team that the places, buyers, CPV and statuses of an emergency keep, by buyer; at most `limit`. One statement. */
export async function listConcerned(
  tx: Tx,
  structureId: string,
  { departments, communes, withUnknownPlace, buyerIds, cpv, statuses }: Omit<CrisisTerms, 'from'>,
  limit: number,
): Promise<ConcernedContract[]> {
  const conditions: SQL[] = [sql`true`];
  if (departments.length > 0 || communes.length > 0) {
    conditions.push(sql`(c.department = any (${sql.param(departments)}::text[]) or c.place_code = any (${sql.param(communes)}::text[])
      ${withUnknownPlace ? sql`or c.place_code is null` : sql``})`);
  }
  if (buyerIds.length > 0) conditions.push(sql`c.buyer_id = any (${sql.param(buyerIds)}::uuid[])`);
  if (cpv.length > 0) {
    conditions.push(
      sql`exists (select 1 from unnest(${sql.param(cpv)}::text[]) as p (code) where c.cpv like p.code || '%')`,
    );
  }
  if (statuses.length > 0) conditions.push(sql`c.status = any (${sql.param(statuses)}::contract_status[])`);
  return rowsOf<ConcernedContract>(
    await tx.execute(sql`
      select c.id, c.number::int as number, c.reference, c.object, c.buyer_id as "buyerId", b.name as "buyerName", c.kind, c.status,
        c.notified_on::text as "notifiedOn", c.ends_on::text as "endsOn",
        exists (select 1 from clause k where k.contract_id = c.id and k.structure_id = ${structureId}
          and (k.penalty ->> 'perDayCents' is not null or k.penalty ->> 'perHour' is not null)) as "hasPenalty"
      from contract_structure mine join contract c on c.id = mine.contract_id and mine.structure_id = ${structureId}
        join organisation b on b.id = c.buyer_id
      where ${sql.join(conditions, sql` and `)}
      order by b.name collate "fr-x-icu", c.number limit ${limit}`),
  );
}

export interface OpenPenalty {
  id: string;
  contractId: string;
  contractNumber: number;
  contractObject: string;
  cents: number;
  /** As it was frozen when it was proposed. */
  input: unknown;
}

/** Penalties of some contracts that nobody decided yet and that count days late. One statement. */
export async function listOpenPenalties(
  tx: Tx,
  structureId: string,
  contractIds: readonly string[],
): Promise<OpenPenalty[]> {
  return rowsOf<OpenPenalty>(
    await tx.execute(sql`
      select p.id, p.contract_id as "contractId", (p.facts #>> '{contract,number}')::int as "contractNumber",
        p.facts #>> '{contract,object}' as "contractObject", p.cents::float8 as cents, p.facts -> 'input' as input
      from penalty_proposal p
      where p.structure_id = ${structureId} and p.state in ('draft', 'submitted') and p.notice_on is not null
        and p.contract_id = any (${sql.param([...contractIds])}::uuid[])
      order by p.created_at, p.id`),
  );
}

/** What some contracts are called. One statement. */
export async function readContractNames(
  tx: Tx,
  contractIds: readonly string[],
): Promise<Map<string, { number: number; object: string }>> {
  const rows = rowsOf<{ id: string; number: number; object: string }>(
    await tx.execute(
      sql`select id, number::int as number, object from contract where id = any (${sql.param([...contractIds])}::uuid[])`,
    ),
  );
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

export interface AppliedContract {
  id: string;
  number: number;
  reference: string;
  object: string;
  buyerName: string;
  status: ContractStatus;
  endsOn: Day | null;
  measures: {
    measure: string;
    exemptFrom: Day | null;
    exemptTo: Day | null;
    endsOn: Day | null;
    on: Day | null;
    withdrawn: boolean;
  }[];
}

/** What an emergency did, contract by contract, by buyer. One statement. */
export async function listApplied(tx: Tx, crisisId: string): Promise<AppliedContract[]> {
  return rowsOf<AppliedContract>(
    await tx.execute(sql`
      select c.id, c.number::int as number, c.reference, c.object, b.name as "buyerName", c.status, c.ends_on::text as "endsOn",
        jsonb_agg(jsonb_build_object('measure', m.measure, 'exemptFrom', m.exempt_from, 'exemptTo', m.exempt_to, 'endsOn', m.ends_on,
          'on', e."on", 'withdrawn', m.withdrawn_on is not null or a.withdrawn_on is not null) order by m.id) as measures
      from crisis_measure m join contract c on c.id = m.contract_id join organisation b on b.id = c.buyer_id
        left join census_answer a on a.change_id = m.change_id and a.contract_id = m.contract_id
        left join contract_event e on e.id = a.event_id
      where m.crisis_id = ${crisisId}
      group by c.id, b.name order by b.name collate "fr-x-icu", c.number`),
  );
}

/** The buyers of the contracts that a team follows, with how many. One statement. */
export async function listBuyersOf(
  tx: Tx,
  structureId: string,
): Promise<{ id: string; name: string; contracts: number }[]> {
  return rowsOf<{ id: string; name: string; contracts: number }>(
    await tx.execute(sql`
      select b.id, b.name, count(*)::int as contracts
      from contract_structure mine join contract c on c.id = mine.contract_id join organisation b on b.id = c.buyer_id
      where mine.structure_id = ${structureId} group by b.id order by b.name collate "fr-x-icu", b.id`),
  );
}
