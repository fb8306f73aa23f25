import type { BuyerAnswer } from '@jonction/domain/census/answer-row';
import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { standingBefore } from './campaign.ts';

export interface AskedRow {
  campaignId: string;
  contractId: string;
  reference: string;
  object: string;
  holderNames: string[];
  buyerName: string;
  directorateName: string | null;
  /** As it stands now; of a closed campaign, as it stood then. */
  status: ContractStatus;
  since: Day | null;
  endsOn: Day | null;
  /** As it stood when it was asked. */
  askedStatus: ContractStatus;
  /** The last news before it was asked. */
  saidOn: Day | null;
  /** How it stood when the campaign before closed. */
  before: { status: ContractStatus; endsOn: Day | null; on: Day } | null;
  answer: {
    changeId: string;
    answer: BuyerAnswer;
    on: Day | null;
    endsOn: Day | null;
    until: Day | null;
    legalBasis: string | null;
    note: string | null;
    source: ContractEventSource;
    saidBy: string | null;
    recordedOn: Day;
  } | null;
}

export interface RowsWanted {
  campaignId?: string;
  askId?: string;
  buyerId?: string;
  /** Of campaigns that run. */
  open?: boolean;
  only?: 'waiting' | 'answered' | 'changed';
  limit: number;
  offset?: number;
}

const changed = sql`(p.status is not null and (coalesce(r.closed_status, k.status), coalesce(r.closed_ends_on, k.ends_on)) is distinct from (p.status, p.ends_on))`;

function conditionsOf({ campaignId, askId, buyerId, open, only }: RowsWanted): SQL {
  const conditions = [sql`true`];
  if (campaignId) conditions.push(sql`r.campaign_id = ${campaignId}`);
  if (askId) conditions.push(sql`r.ask_id = ${askId}`);
  if (buyerId) conditions.push(sql`r.buyer_id = ${buyerId}`);
  if (open) conditions.push(sql`r.closed_at is null`);
  if (only === 'waiting') conditions.push(sql`a.id is null`);
  if (only === 'answered') conditions.push(sql`a.id is not null`);
  if (only === 'changed') conditions.push(changed);
  return sql.join(conditions, sql` and `);
}

const asked = sql`census_row r join census_campaign c on c.id = r.campaign_id join contract k on k.id = r.contract_id
  left join census_answer a on a.campaign_id = r.campaign_id and a.contract_id = r.contract_id and a.withdrawn_on is null
  left join ${standingBefore} p on true`;

/** What is asked, in the order of the buyers and of what they see first; whose answer is wanted first. One statement. */
export async function listAskedRows(tx: Tx, wanted: RowsWanted): Promise<AskedRow[]> {
  return rowsOf<AskedRow>(
    await tx.execute(sql`
      select r.campaign_id as "campaignId", r.contract_id as "contractId", k.reference, k.object, b.name as "buyerName", d.name as "directorateName",
        array(select distinct o.name from lot_holder h join organisation o on o.id = h.organisation_id where h.contract_id = k.id order by o.name) as "holderNames",
        coalesce(r.closed_status, k.status) as status, k.status_since::text as since, coalesce(r.closed_ends_on, k.ends_on)::text as "endsOn",
        r.status as "askedStatus", r.said_on::text as "saidOn",
        case when p.status is null then null else json_build_object('status', p.status, 'endsOn', p.ends_on, 'on', p."on") end as before,
        case when a.id is null then null else json_build_object('changeId', g.id, 'answer', g.answer, 'on', e."on", 'endsOn', e.ends_on, 'until', e.facts ->> 'until',
          'legalBasis', e.legal_basis, 'note', e.note, 'source', a.source, 'saidBy', a.said_by, 'recordedOn', a.recorded_on) end as answer
      from ${asked} join organisation b on b.id = r.buyer_id left join directorate d on d.id = k.directorate_id
        left join census_change g on g.id = a.change_id left join contract_event e on e.id = a.event_id
      where ${conditionsOf(wanted)}
      order by b.name collate "fr-x-icu", r.buyer_id, d.name collate "fr-x-icu" nulls first, k.object collate "fr-x-icu", r.contract_id, r.campaign_id
      limit ${wanted.limit} offset ${wanted.offset ?? 0}`),
  );
}

/** How many there are, how many of them wait for an answer, and how many differ from the campaign before. */
export async function countAskedRows(tx: Tx, wanted: Omit<RowsWanted, 'limit' | 'offset' | 'only'>) {
  const [row] = rowsOf<{ rows: number; waiting: number; changed: number }>(
    await tx.execute(sql`
      select count(*)::int as rows, count(*) filter (where a.id is null)::int as waiting, count(*) filter (where ${changed})::int as changed
      from ${asked} where ${conditionsOf({ ...wanted, limit: 1 })}`),
  );
  return row ?? { rows: 0, waiting: 0, changed: 0 };
}

export interface OpenRow {
  contractId: string;
  campaignId: string;
  structureId: string;
  buyerId: string;
  /** The answer that stands, and the event it recorded. */
  answerId: string | null;
  eventId: string | null;
}

/** Of some rows those that still take an answer. */
export async function findOpenRows(
  tx: Tx,
  of: { campaignId: string; askId?: string },
  contractIds: readonly string[] | null,
): Promise<OpenRow[]> {
  return rowsOf<OpenRow>(
    await tx.execute(sql`
      select r.contract_id as "contractId", r.campaign_id as "campaignId", r.structure_id as "structureId", r.buyer_id as "buyerId",
        a.id as "answerId", a.event_id as "eventId"
      from census_row r left join census_answer a on a.campaign_id = r.campaign_id and a.contract_id = r.contract_id and a.withdrawn_on is null
      where r.campaign_id = ${of.campaignId} and r.closed_at is null ${of.askId ? sql`and r.ask_id = ${of.askId}` : sql``}
        and ${contractIds === null ? sql`a.id is null` : sql`r.contract_id = any (${sql.param([...contractIds])}::uuid[])`}
      order by r.contract_id`),
  );
}

/** The quarters in which a delay to answer ended, by buyer: what was asked, and what was answered in time. The last first. */
export async function readPromises(
  tx: Tx,
  { today, since, buyerId, structureId }: { today: Day; since: Day; buyerId?: string; structureId?: string },
) {
  return rowsOf<{ buyerId: string; buyerName: string; quarter: string; asked: number; inTime: number }>(
    await tx.execute(sql`
      select r.buyer_id as "buyerId", b.name as "buyerName", to_char(c.due_on, 'YYYY"-T"Q') as quarter, count(*)::int as asked,
        count(*) filter (where exists (select 1 from census_answer a where a.campaign_id = r.campaign_id and a.contract_id = r.contract_id
          and a.recorded_on <= c.due_on and (a.withdrawn_on is null or exists (select 1 from census_answer n
            where n.campaign_id = r.campaign_id and n.contract_id = r.contract_id and n.withdrawn_on is null))))::int as "inTime"
      from census_row r join census_campaign c on c.id = r.campaign_id join organisation b on b.id = r.buyer_id
      where c.due_on < ${today} and c.due_on >= ${since}
        ${buyerId ? sql`and r.buyer_id = ${buyerId}` : sql``} ${structureId ? sql`and r.structure_id = ${structureId}` : sql``}
      group by 1, 2, 3 order by 3 desc, b.name collate "fr-x-icu", 1 limit 1000`),
  );
}
