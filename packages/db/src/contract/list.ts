import type { ContractListQuestion } from '@jonction/domain/contract/contract';
import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import { liveStatuses } from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { offsetOf } from '@jonction/domain/shared/page';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface ContractListRow {
  id: string;
  number: number;
  reference: string;
  kind: 'contract' | 'concession';
  object: string;
  buyerName: string;
  /** Of the buyer; null: nobody gave it to one. */
  directorateName: string | null;
  /** Up to three, in the order of the lots; `holderCount` says how many there are. */
  holderNames: string[];
  holderCount: number;
  lotCount: number;
  cpv: string | null;
  place: string | null;
  department: string | null;
  amountCents: number | null;
  notifiedOn: Day | null;
  endsOn: Day | null;
  status: ContractStatus;
  statusSince: Day | null;
  saidOn: Day | null;
  saidBy: ContractEventSource | null;
  /** Null: the source says nothing. */
  social: string[] | null;
  attached: boolean;
  clauseCount: number;
  dueHours: number;
  facilitatorName: string | null;
}

export interface Count {
  total: number;
  /** True beyond the bound: the total is then the planner's estimate. */
  estimated: boolean;
}

/** Counting so many costs some 50 ms; a register of the whole country is told by its estimate. */
const exactUpTo = 100_000;

/** A page of contracts, in one statement; `offset`: from any row, for a window that follows the eye. */
export async function listContracts(
  tx: Tx,
  question: ContractListQuestion & { structureId: string; today: Day; offset?: number },
): Promise<ContractListRow[]> {
  const page = sql`select c.id, row_number() over (order by ${orderOf(question)}) as place_in_list
      ${fromOf(question)} where ${conditionsOf(question)}
      order by place_in_list limit ${question.pageSize} offset ${question.offset ?? offsetOf(question)}`;
  return rowsOf<ContractListRow>(await tx.execute(rowsIn(page, question.structureId)));
}

/** All that lists show of the contracts of a page, which says their ids and places. */
function rowsIn(page: SQL, structureId: string): SQL {
  return sql`
    with page as materialized (${page})
    select c.id, c.number::int as number, c.reference, c.kind, c.object, b.name as "buyerName", d.name as "directorateName",
           coalesce(h.names, '{}') as "holderNames", coalesce(h.count, 0)::int as "holderCount",
           (select count(*)::int from lot l where l.contract_id = c.id) as "lotCount",
           c.cpv, coalesce(c.place_name, c.place_code) as place, c.department, c.amount_cents::float8 as "amountCents",
           c.notified_on::text as "notifiedOn", c.ends_on::text as "endsOn", c.status, c.status_since::text as "statusSince",
           c.status_said_on::text as "saidOn", c.status_said_by as "saidBy", c.social_considerations as social,
           cs.contract_id is not null as attached, coalesce(k.count, 0)::int as "clauseCount",
           coalesce(k.due, 0)::int as "dueHours", u.name as "facilitatorName"
    from page p join contract c on c.id = p.id join organisation b on b.id = c.buyer_id
    left join directorate d on d.id = c.directorate_id
    left join contract_structure cs on cs.contract_id = c.id and cs.structure_id = ${structureId}
    left join "user" u on u.id = cs.facilitator_id
    left join lateral (
      select (array_agg(s.name order by s.key, s.lead desc, s.name))[1:3] as names, count(*) as count
      from (select distinct on (o.id) o.name, l.key, x.lead from lot_holder x
            join lot l on l.id = x.lot_id join organisation o on o.id = x.organisation_id
            where x.contract_id = c.id order by o.id, l.key) s) h on true
    left join lateral (
      select count(*) as count, sum(due_hours) as due from clause where contract_id = c.id and structure_id = ${structureId}) k on true
    order by p.place_in_list`;
}

/** The rows of some contracts, in the order of their ids given. One statement. */
export async function listGivenContracts(
  tx: Tx,
  ids: readonly string[],
  structureId: string,
): Promise<ContractListRow[]> {
  return rowsOf<ContractListRow>(
    await tx.execute(
      rowsIn(
        sql`select id, place as place_in_list from unnest(${sql.param([...ids])}::uuid[]) with ordinality as given (id, place)`,
        structureId,
      ),
    ),
  );
}

/** How many there are: exact up to a bound, beyond it what the planner expects. */
export async function countContracts(
  tx: Tx,
  question: ContractListQuestion & { structureId: string; today: Day },
  bound = exactUpTo,
): Promise<Count> {
  const matching = sql`select 1 ${fromOf({ ...question, sort: 'notified' })} where ${conditionsOf(question)}`;
  const [row] = rowsOf<{ total: number }>(
    await tx.execute(sql`select count(*)::int as total from (${matching} limit ${bound + 1}) bounded`),
  );
  const total = row?.total ?? 0;
  if (total <= bound) return { total, estimated: false };
  const [plan] = rowsOf<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    await tx.execute(sql`explain (format json) ${matching}`),
  );
  return { total: Math.max(total, plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0), estimated: true };
}

/** Writes again the words under which contracts are found; after every change of object, lot or holder. */
export async function refreshWords(tx: Tx, contractIds: readonly string[]): Promise<void> {
  await tx.execute(sql`select app.refresh_contract_words(${sql.param([...contractIds])}::uuid[])`);
}

export function fromOf({ scope, sort, structureId }: ContractListQuestion & { structureId: string }): SQL {
  // Buyers are ranked first: comparing French names once per buyer is some twenty times cheaper than once per contract.
  const buyer =
    sort === 'buyer'
      ? sql`join (select id, row_number() over (order by name collate "fr-x-icu", id) as rank
                  from organisation where kind = 'buyer') b on b.id = c.buyer_id`
      : sql``;
  if (scope === 'register') return sql`from contract c ${buyer}`;
  return sql`from contract_structure mine join contract c on c.id = mine.contract_id and mine.structure_id = ${structureId} ${buyer}`;
}

export function conditionsOf(question: ContractListQuestion & { structureId: string; today: Day }): SQL {
  const { structureId, today } = question;
  const conditions: SQL[] = [sql`true`];
  if (question.scope === 'register') {
    // A published contract that the team said is one of its own is shown once, as its own.
    conditions.push(sql`not exists (select 1 from published_pair p where p.open_id = c.id and p.structure_id = ${structureId}
      and p.verdict = 'same' and p.undone_at is null)`);
  }
  for (const token of question.text.split(/\s+/).filter(Boolean)) {
    const found = sql`c.words like '%' || app.like_literal(app.plain(${token})) || '%'`;
    conditions.push(/^\d+$/.test(token) ? sql`(${found} or c.number::text = ${token})` : found);
  }
  if (question.statuses.length > 0) {
    conditions.push(sql`c.status = any (${sql.param([...question.statuses])}::contract_status[])`);
  }
  if (question.buyerId) conditions.push(sql`c.buyer_id = ${question.buyerId}`);
  if (question.directorateId) conditions.push(sql`c.directorate_id = ${question.directorateId}`);
  if (question.holderId) {
    conditions.push(
      sql`exists (select 1 from lot_holder x where x.contract_id = c.id and x.organisation_id = ${question.holderId})`,
    );
  }
  if (question.department) conditions.push(sql`c.department = ${question.department}`);
  if (question.cpv) {
    // ':' comes after '9': the range of every code with this beginning.
    conditions.push(
      sql`c.cpv collate "C" >= ${question.cpv} and c.cpv collate "C" < ${`${question.cpv}:`} collate "C"`,
    );
  }
  if (question.social === 'yes') conditions.push(sql`c.social_considerations <> '{}'`);
  if (question.social === 'no') conditions.push(sql`c.social_considerations = '{}'`);
  if (question.social === 'unknown') conditions.push(sql`c.social_considerations is null`);
  if (question.liveOnly) {
    conditions.push(
      sql`c.status = any (${sql.param([...liveStatuses])}::contract_status[]) and coalesce(c.ends_on >= ${today}, true)`,
    );
  }
  if (question.withClause) {
    conditions.push(
      sql`exists (select 1 from clause k where k.contract_id = c.id and k.structure_id = ${structureId})`,
    );
  }
  if (question.facilitatorId) {
    conditions.push(sql`exists (select 1 from contract_structure f where f.contract_id = c.id
      and f.structure_id = ${structureId} and f.facilitator_id = ${question.facilitatorId})`);
  }
  return sql.join(conditions, sql` and `);
}

/** Each order goes with an index of `contract`, or sorts integers and days. */
export function orderOf({ sort, descending }: ContractListQuestion): SQL {
  const nullable = { notified: sql`c.notified_on`, ends: sql`c.ends_on`, amount: sql`c.amount_cents` } as const;
  const filled = {
    buyer: sql`b.rank`,
    object: sql`left(c.object, 80) collate "fr-x-icu"`,
    status: sql`c.status`,
    number: sql`c.number`,
  } as const;
  if (sort === 'notified' || sort === 'ends' || sort === 'amount') {
    return descending ? sql`${nullable[sort]} desc nulls last, c.id` : sql`${nullable[sort]} nulls last, c.id`;
  }
  return descending ? sql`${filled[sort]} desc, c.id desc` : sql`${filled[sort]}, c.id`;
}
