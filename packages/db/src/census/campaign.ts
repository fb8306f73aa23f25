import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { takesLetters } from '../organisation/address.ts';
import { rowsOf } from '../shared/rows.ts';
import { censusAsk } from './campaign-tables.ts';

/**
 * Who answers for a buyer, or for one of its directorates: somebody with an account, else a contact; of the directorate first, else of
 * the buyer as a whole. `g` has a structure, a buyer and a directorate or none.
 */
export const answeringAddress = sql`lateral (
  select known.email, known.name, known.directorate_id from (
    select lower(s.email) as email, s.name, 0 as rank, m.directorate_id, null::timestamptz as proved
    from membership m join "user" s on s.id = m.user_id
    where m.organisation_id = g.buyer_id and m.structure_id = g.structure_id and m.role = 'buyer' and m.ended_at is null
    union all
    select lower(c.email), c.name, 1, c.directorate_id, c.last_proof_at from organisation_contact c
    where c.structure_id = g.structure_id and c.organisation_id = g.buyer_id and c.email is not null) known
  where (g.directorate_id is null or known.directorate_id is null or known.directorate_id = g.directorate_id)
    and ${takesLetters(sql`g.structure_id`, sql`g.buyer_id`)}
  order by known.directorate_id is not distinct from g.directorate_id desc, known.rank, known.proved desc nulls last, known.email limit 1)`;

export interface ToAsk {
  contractId: string;
  buyerId: string;
  buyerName: string;
  /** The directorate in charge, where it has somebody of its own to write to; else the buyer answers as a whole. */
  directorateId: string | null;
  directorateName: string | null;
  address: string | null;
  contactName: string | null;
}

/** Of some contracts of a team, those that no open campaign asks about, each with who would answer for it. One statement. */
export async function listToAsk(tx: Tx, structureId: string, contractIds: readonly string[]): Promise<ToAsk[]> {
  return rowsOf<ToAsk>(
    await tx.execute(sql`
      with wanted as (
        select c.id, c.buyer_id, c.directorate_id from contract c
        where c.id = any (${sql.param([...contractIds])}::uuid[])
          and not exists (select 1 from census_row r where r.structure_id = ${structureId} and r.contract_id = c.id and r.closed_at is null)),
      g as materialized (select distinct ${structureId}::uuid as structure_id, buyer_id, directorate_id from wanted),
      found as materialized (select g.buyer_id, g.directorate_id, k.email, k.name, k.directorate_id is not distinct from g.directorate_id as own
        from g left join ${answeringAddress} k on true)
      select w.id as "contractId", w.buyer_id as "buyerId", b.name as "buyerName",
        case when f.own and f.email is not null then w.directorate_id end as "directorateId",
        case when f.own and f.email is not null then d.name end as "directorateName", f.email as address, f.name as "contactName"
      from wanted w join organisation b on b.id = w.buyer_id
        join found f on f.buyer_id = w.buyer_id and f.directorate_id is not distinct from w.directorate_id
        left join directorate d on d.id = w.directorate_id
      order by b.name collate "fr-x-icu", w.buyer_id, d.name collate "fr-x-icu" nulls first, w.id`),
  );
}

/** Who is asked and about what, each contract as it is known now. Two statements whatever their number. */
export async function insertAsks(
  tx: Tx,
  of: { campaignId: string; structureId: string },
  asks: readonly { buyerId: string; directorateId: string | null; contractIds: readonly string[] }[],
): Promise<void> {
  const made = asks.map((ask) => ({ ...ask, id: newId() }));
  await tx
    .insert(censusAsk)
    .values(made.map(({ id, buyerId, directorateId }) => ({ ...of, id, buyerId, directorateId })));
  const pairs = made.flatMap(({ id, contractIds }) => contractIds.map((contractId) => ({ id, contractId })));
  await tx.execute(sql`
    insert into census_row (campaign_id, contract_id, structure_id, buyer_id, ask_id, status, since, ends_on, said_on)
    select ${of.campaignId}, c.id, ${of.structureId}, c.buyer_id, a.ask, c.status, c.status_since, c.ends_on, c.status_said_on
    from unnest(${sql.param(pairs.map(({ contractId }) => contractId))}::uuid[], ${sql.param(pairs.map(({ id }) => id))}::uuid[]) as a (contract, ask)
      join contract c on c.id = a.contract`);
}

export interface CampaignRow {
  id: string;
  title: string;
  letter: string;
  openedOn: Day;
  dueOn: Day;
  closedOn: Day | null;
  held: boolean;
  openedByName: string;
  buyers: number;
  /** Buyers or directorates with somebody to write to, and those that were. */
  asks: number;
  written: number;
  complete: number;
  rows: number;
  answered: number;
  /** Answered, with something that changed. */
  moved: number;
}

/** The campaigns of a team, the last first; one of them alone when it is named. One statement. */
export async function listCampaigns(
  tx: Tx,
  structureId: string,
  { campaignId, limit = 50 }: { campaignId?: string; limit?: number } = {},
): Promise<CampaignRow[]> {
  return rowsOf<CampaignRow>(
    await tx.execute(sql`
      select c.id, c.title, c.letter, c.opened_on::text as "openedOn", c.due_on::text as "dueOn", c.closed_on::text as "closedOn",
        c.held_at is not null as held, u.name as "openedByName", n.rows, n.answered, n.moved, w.*
      from census_campaign c join "user" u on u.id = c.opened_by
      cross join lateral (
        select count(*)::int as rows, count(s.id)::int as answered, count(s.event_id)::int as moved from census_row r
        left join census_answer s on s.campaign_id = r.campaign_id and s.contract_id = r.contract_id and s.withdrawn_on is null
        where r.campaign_id = c.id) n
      cross join lateral (
        select count(*)::int as asks, count(distinct a.buyer_id)::int as buyers,
          count(*) filter (where exists (select 1 from census_letter l where l.ask_id = a.id))::int as written,
          count(*) filter (where not exists (select 1 from census_row r where r.ask_id = a.id and not exists (
            select 1 from census_answer s where s.campaign_id = r.campaign_id and s.contract_id = r.contract_id and s.withdrawn_on is null)))::int as complete
        from census_ask a where a.campaign_id = c.id) w
      where c.structure_id = ${structureId} ${campaignId ? sql`and c.id = ${campaignId}` : sql``}
      order by c.opened_at desc limit ${limit}`),
  );
}

/** The day on which each directorate or buyer stands in a campaign, in the order of lists. */
export async function readProgress(tx: Tx, campaignId: string) {
  return rowsOf<{ buyerId: string; buyerName: string; directorateName: string | null; rows: number; answered: number }>(
    await tx.execute(sql`
      select r.buyer_id as "buyerId", b.name as "buyerName", d.name as "directorateName", count(*)::int as rows, count(s.id)::int as answered
      from census_row r join contract c on c.id = r.contract_id join organisation b on b.id = r.buyer_id
        left join directorate d on d.id = c.directorate_id
        left join census_answer s on s.campaign_id = r.campaign_id and s.contract_id = r.contract_id and s.withdrawn_on is null
      where r.campaign_id = ${campaignId} and exists (select 1 from directorate o where o.buyer_id = r.buyer_id)
      group by 1, 2, 3 order by b.name collate "fr-x-icu", 1, d.name collate "fr-x-icu" nulls last`),
  );
}

/** Closes a campaign: each row keeps how its contract stands that day, and its links die. Two statements. */
export async function closeCampaign(tx: Tx, campaignId: string, by: { userId: string; today: Day }): Promise<void> {
  await tx.execute(sql`
    update census_row r set closed_at = now(), closed_status = c.status, closed_ends_on = c.ends_on
    from contract c where c.id = r.contract_id and r.campaign_id = ${campaignId} and r.closed_at is null`);
  await tx.execute(sql`
    update census_campaign set closed_on = ${by.today}, closed_at = now(), closed_by = ${by.userId}, held_at = null, held_by = null
    where id = ${campaignId}`);
}

/** Holds the letters of a campaign back, or lets them leave again. */
export async function holdCampaign(tx: Tx, campaignId: string, userId: string | null): Promise<void> {
  await tx.execute(sql`
    update census_campaign set held_at = ${userId === null ? sql`null` : sql`now()`}, held_by = ${userId} where id = ${campaignId}`);
}

/** One who writes in a campaign at a time: two do not send the same letter, nor answer what is being closed. */
export async function lockCampaign(tx: Tx, campaignId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('census:' || ${campaignId}, 0))`);
}

/** What happened to a contract between two campaigns: how it stood when the last one closed. `r` is a row, `c` its campaign. */
export const standingBefore: SQL = sql`lateral (
  select p.closed_status as status, p.closed_ends_on as ends_on, q.closed_on as "on" from census_row p join census_campaign q on q.id = p.campaign_id
  where p.contract_id = r.contract_id and p.structure_id = r.structure_id and p.campaign_id <> r.campaign_id
    and p.closed_at is not null and q.opened_at < c.opened_at order by p.closed_at desc limit 1)`;
