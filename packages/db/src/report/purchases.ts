import {
  censusFloorCents,
  type PurchaseCell,
  type PurchaseFigure,
  type SocialKind,
} from '@jonction/domain/report/purchase';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/**
 * The contracts of a buyer with their kinds: the one relation that figures count and that they open into. The rules are those of the
 * domain (`report/purchase`), in SQL; a test holds them equal.
 */
function purchases(buyerId: string): SQL {
  return sql`(
    select c.id, c.number::int as number, c.reference, c.object, c.notified_on, extract(year from c.notified_on)::int as year,
      c.directorate_id, d.name as directorate_name, c.amount_cents,
      case
        when c.social_considerations && array['Marché réservé', 'Concession réservée'] or 'reserved' = any (k.kinds) then 'reserved'
        when 'Clause sociale' = any (c.social_considerations) or exists (select 1 from unnest(k.kinds) kind where kind <> 'criterion') then 'clause'
        when 'Critère social' = any (c.social_considerations) or cardinality(k.kinds) > 0 then 'criterion'
        when c.social_considerations is null then 'unknown' else 'none' end as social,
      case
        when c.environmental_considerations is null then 'unknown'
        when 'Clause environnementale' = any (c.environmental_considerations) then 'clause'
        when 'Critère environnemental' = any (c.environmental_considerations) then 'criterion' else 'none' end as green,
      c.amount_cents >= case when extract(year from c.notified_on) >= 2024 then ${censusFloorCents(2024)}::bigint else ${censusFloorCents(2023)}::bigint end as counted
    from contract c left join directorate d on d.id = c.directorate_id
      cross join lateral (select array(select k.kind::text from clause k where k.contract_id = c.id) as kinds) k
    where c.buyer_id = ${buyerId})`;
}

export type PurchaseCellRow = PurchaseCell & { directorateName: string | null };

/** All that a buyer bought, summed by year, directorate and kind. One statement whatever the number of contracts. */
export async function sumPurchases(tx: Tx, buyerId: string, year?: number): Promise<PurchaseCellRow[]> {
  const rows = rowsOf<Omit<PurchaseCellRow, 'amountCents'> & { amountCents: string }>(
    await tx.execute(sql`
      select p.year, p.directorate_id as "directorateId", p.directorate_name as "directorateName", p.social, p.green, p.counted,
        count(*)::int as contracts, coalesce(sum(p.amount_cents), 0)::text as "amountCents",
        count(*) filter (where p.amount_cents is null)::int as "withoutAmount"
      from ${purchases(buyerId)} p ${year === undefined ? sql`` : sql`where p.year = ${year}`}
      group by 1, 2, 3, 4, 5, 6 order by 1 desc nulls last, 3 nulls last, 2, 4, 5, 6`),
  );
  return rows.map((row) => ({ ...row, amountCents: Number(row.amountCents) }));
}

const of = (...kinds: string[]) => sql`p.social = any (${sql.param(kinds)}::text[])`;
const green = (...kinds: string[]) => sql`p.green = any (${sql.param(kinds)}::text[])`;
const known = of('reserved', 'clause', 'criterion', 'none');
const social = of('reserved', 'clause', 'criterion');
const greenKnown = green('clause', 'criterion', 'none');
const counted = sql`p.counted is true`;

/** Each figure of the domain, as the base asks for its rows. */
const conditionOf: Readonly<Record<PurchaseFigure, SQL>> = {
  all: sql`true`,
  known,
  inclusive: of('reserved', 'clause'),
  reserved: of('reserved'),
  clause: of('clause'),
  criterion: of('criterion'),
  none: of('none'),
  unknown: of('unknown'),
  social,
  green_known: greenKnown,
  green: green('clause', 'criterion'),
  green_clause: green('clause'),
  green_unknown: green('unknown'),
  both_known: sql`${known} and ${greenKnown}`,
  both: sql`${social} and ${green('clause', 'criterion')}`,
  census: counted,
  census_known: sql`${counted} and ${known}`,
  census_clause: sql`${counted} and ${of('reserved', 'clause')}`,
  census_social: sql`${counted} and ${social}`,
  census_unknown: sql`${counted} and ${of('unknown')}`,
};

export interface PurchaseRow {
  id: string;
  number: number;
  reference: string;
  object: string;
  notifiedOn: Day | null;
  directorateName: string | null;
  amountCents: number | null;
  social: SocialKind;
  total: number;
  totalCents: number;
}

export interface PurchasesWanted {
  buyerId: string;
  /** Null: of no known year; absent: of all. */
  year?: number | null;
  figure: PurchaseFigure;
  directorateId: string | null;
  limit?: number;
  offset?: number;
}

/** The contracts of a figure, the largest first. One statement. */
export async function listPurchases(tx: Tx, wanted: PurchasesWanted): Promise<PurchaseRow[]> {
  const { year, directorateId, limit = null, offset = 0 } = wanted;
  const conditions = [conditionOf[wanted.figure]];
  if (year !== undefined) conditions.push(year === null ? sql`p.year is null` : sql`p.year = ${year}`);
  if (directorateId === 'none') conditions.push(sql`p.directorate_id is null`);
  else if (directorateId !== null) conditions.push(sql`p.directorate_id = ${directorateId}`);
  const rows = rowsOf<
    Omit<PurchaseRow, 'amountCents' | 'totalCents'> & { amountCents: string | null; totalCents: string }
  >(
    await tx.execute(sql`
      select p.id, p.number, p.reference, p.object, p.notified_on::text as "notifiedOn", p.directorate_name as "directorateName",
        p.amount_cents::text as "amountCents", p.social, count(*) over ()::int as total,
        coalesce(sum(p.amount_cents) over (), 0)::text as "totalCents"
      from ${purchases(wanted.buyerId)} p where ${sql.join(conditions, sql` and `)}
      order by p.amount_cents desc nulls last, p.notified_on desc, p.id limit ${limit} offset ${offset}`),
  );
  return rows.map((row) => ({
    ...row,
    amountCents: row.amountCents === null ? null : Number(row.amountCents),
    totalCents: Number(row.totalCents),
  }));
}
