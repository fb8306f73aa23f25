import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface OwnContractRow {
  id: string;
  number: number;
  reference: string;
  object: string;
  notifiedOn: Day | null;
  endsOn: Day | null;
  status: ContractStatus;
  statusSince: Day | null;
  saidOn: Day | null;
  saidBy: ContractEventSource | null;
  holderNames: string[];
  directorateName: string | null;
  /** Of every structure that has one on it, with the lot it is on. */
  clauses: { id: string; lotNumber: string | null; dueHours: number; startsOn: Day | null; endsOn: Day | null }[];
}

export interface OwnQuestion {
  text: string;
  liveOnly: boolean;
  /** Contracts with a clause first, or only them. */
  withClause: boolean;
  /** One directorate, `none` for those in none, null for all. */
  directorateId: string | null;
  limit: number;
  offset: number;
  today: Day;
}

/** A buyer's own contracts, those with a clause first, in one statement. */
export async function listBoughtContracts(tx: Tx, buyerId: string, question: OwnQuestion): Promise<OwnContractRow[]> {
  return rowsOf<OwnContractRow>(
    await tx.execute(sql`
      with page as materialized (
        select c.id, row_number() over (order by exists (select 1 from clause k where k.contract_id = c.id) desc,
                 c.notified_on desc nulls last, c.id) as place_in_list
        from contract c where ${conditionsOf(buyerId, question)}
        order by place_in_list limit ${question.limit} offset ${question.offset})
      select c.id, c.number::int as number, c.reference, c.object, c.notified_on::text as "notifiedOn",
             c.ends_on::text as "endsOn", c.status, c.status_since::text as "statusSince",
             c.status_said_on::text as "saidOn", c.status_said_by as "saidBy",
             array(select distinct o.name from lot_holder h join organisation o on o.id = h.organisation_id
                   where h.contract_id = c.id order by o.name) as "holderNames",
             (select d.name from directorate d where d.id = c.directorate_id) as "directorateName",
             coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'lotNumber', l.number, 'dueHours', k.due_hours,
                         'startsOn', k.starts_on, 'endsOn', k.ends_on) order by l.key, k.id)
                       from clause k join lot l on l.id = k.lot_id where k.contract_id = c.id), '[]') as clauses
      from page p join contract c on c.id = p.id order by p.place_in_list`),
  );
}

export async function countBoughtContracts(tx: Tx, buyerId: string, question: OwnQuestion): Promise<number> {
  const [row] = rowsOf<{ total: number }>(
    await tx.execute(sql`select count(*)::int as total from contract c where ${conditionsOf(buyerId, question)}`),
  );
  return row?.total ?? 0;
}

function conditionsOf(buyerId: string, { text, liveOnly, withClause, directorateId, today }: OwnQuestion) {
  const conditions = [sql`c.buyer_id = ${buyerId}`];
  for (const token of text.split(/\s+/).filter(Boolean)) {
    conditions.push(sql`c.words like '%' || app.like_literal(app.plain(${token})) || '%'`);
  }
  if (liveOnly) {
    conditions.push(sql`c.status in ('notified', 'active', 'stopped', 'suspended', 'clause_suspended')
      and coalesce(c.ends_on >= ${today}, true)`);
  }
  if (directorateId === 'none') conditions.push(sql`c.directorate_id is null`);
  else if (directorateId !== null) conditions.push(sql`c.directorate_id = ${directorateId}`);
  if (withClause) conditions.push(sql`exists (select 1 from clause k where k.contract_id = c.id)`);
  return sql.join(conditions, sql` and `);
}

export interface HeldClauseRow {
  clauseId: string;
  contractId: string;
  contractNumber: number;
  reference: string;
  object: string;
  buyerName: string;
  lotId: string;
  lotNumber: string | null;
  lotObject: string;
  dueHours: number;
  startsOn: Day | null;
  endsOn: Day | null;
  notifiedOn: Day | null;
  contractEndsOn: Day | null;
  status: ContractStatus;
  statusSince: Day | null;
  saidOn: Day | null;
  saidBy: ContractEventSource | null;
  hourBasis: 'worked' | 'paid';
  structureId: string;
  structureName: string;
  /** The person of the clause team to call. */
  facilitatorName: string | null;
  /** Whether the employer holds the lot; otherwise it only works on the contract. */
  holds: boolean;
}

/** Clauses of the contracts that an employer holds or works on, those under way first. */
export async function listHeldClauses(tx: Tx, employerId: string, structureId: string): Promise<HeldClauseRow[]> {
  return rowsOf<HeldClauseRow>(
    await tx.execute(sql`
      select k.id as "clauseId", c.id as "contractId", c.number::int as "contractNumber", c.reference, c.object,
             b.name as "buyerName", l.id as "lotId", l.number as "lotNumber", l.object as "lotObject",
             k.due_hours as "dueHours", k.starts_on::text as "startsOn", k.ends_on::text as "endsOn",
             c.notified_on::text as "notifiedOn", c.ends_on::text as "contractEndsOn", c.status,
             c.status_since::text as "statusSince", c.status_said_on::text as "saidOn", c.status_said_by as "saidBy",
             k.hour_basis as "hourBasis", s.id as "structureId", s.name as "structureName",
             case when k.structure_id = ${structureId} then app.contract_facilitator(c.id, k.structure_id) end as "facilitatorName",
             exists (select 1 from lot_holder h where h.lot_id = l.id and h.organisation_id = ${employerId}) as holds
      from clause k join contract c on c.id = k.contract_id join lot l on l.id = k.lot_id
      join organisation b on b.id = c.buyer_id join organisation s on s.id = k.structure_id
      -- another lot of the same contract is somebody else's obligation
      where exists (select 1 from lot_holder h where h.lot_id = l.id and h.organisation_id = ${employerId})
         or exists (select 1 from placement p where p.clause_id = k.id and p.employer_id = ${employerId})
         or exists (select 1 from offer o where o.clause_id = k.id and o.employer_id = ${employerId})
      order by c.status in ('completed', 'terminated', 'settled', 'archived'), c.ends_on nulls last, c.number, l.key limit 500`),
  );
}
