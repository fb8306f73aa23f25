import type { ProspectStage } from '@jonction/domain/prospect/prospect';
import type { Day } from '@jonction/domain/shared/day';
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { offer } from '../offer/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { rowsOf } from '../shared/rows.ts';
import { prospect, prospectNeed, prospectVisit } from './tables.ts';

export interface ProspectFilter {
  text: string;
  stages: readonly ProspectStage[];
  ownerId: string | null;
  /** Only those whose next action is due by this day. */
  dueBy: Day | null;
  page: number;
  pageSize: number;
}

const columns = {
  id: prospect.id,
  organisationId: prospect.organisationId,
  name: organisation.name,
  city: organisation.city,
  phone: organisation.phone,
  stage: prospect.stage,
  why: prospect.why,
  ownerId: prospect.ownerId,
  ownerName: user.name,
  nextAction: prospect.nextAction,
  nextActionOn: prospect.nextActionOn,
};

/** A page of companies to see, what is due first, with how many there are and how many in each stage. Two statements. */
export async function listProspects(tx: Tx, filter: ProspectFilter) {
  const words = filter.text.replaceAll(/[%_\\]/g, '');
  const scope = and(
    words === ''
      ? undefined
      : sql`app.plain(${organisation.name} || ' ' || coalesce(${organisation.city}, '')) like '%' || app.plain(${words}) || '%'`,
    filter.ownerId === null ? undefined : eq(prospect.ownerId, filter.ownerId),
    filter.dueBy === null ? undefined : sql`${prospect.nextActionOn} <= ${filter.dueBy}::date`,
  );
  const rows = await tx
    .select({
      ...columns,
      lastVisitOn: sql<
        string | null
      >`(select max(v."on")::text from prospect_visit v where v.prospect_id = ${prospect.id})`,
      needs: sql<number>`(select count(*)::int from prospect_need n where n.prospect_id = ${prospect.id} and n.offer_id is null and n.lost_at is null)`,
    })
    .from(prospect)
    .innerJoin(organisation, eq(organisation.id, prospect.organisationId))
    .leftJoin(user, eq(user.id, prospect.ownerId))
    .where(and(scope, filter.stages.length > 0 ? inArray(prospect.stage, [...filter.stages]) : undefined))
    .orderBy(
      sql`${prospect.nextActionOn} asc nulls last`,
      sql`${organisation.name} collate "fr-x-icu"`,
      asc(prospect.id),
    )
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const counts = await tx
    .select({ stage: prospect.stage, count: count() })
    .from(prospect)
    .innerJoin(organisation, eq(organisation.id, prospect.organisationId))
    .where(scope)
    .groupBy(prospect.stage);
  const counted = counts.filter(({ stage }) => filter.stages.length === 0 || filter.stages.includes(stage));
  return { rows, counts, total: counted.reduce((sum, { count: some }) => sum + some, 0) };
}

export async function findProspect(tx: Tx, id: string) {
  const [row] = await tx
    .select(columns)
    .from(prospect)
    .innerJoin(organisation, eq(organisation.id, prospect.organisationId))
    .leftJoin(user, eq(user.id, prospect.ownerId))
    .where(eq(prospect.id, id));
  return row ?? null;
}

/** The row itself, held: two people may note a visit at once. */
export async function lockProspect(tx: Tx, id: string) {
  const [row] = await tx.select().from(prospect).where(eq(prospect.id, id)).for('update');
  return row ?? null;
}

export async function listVisitsOf(tx: Tx, prospectId: string) {
  return tx
    .select({
      id: prospectVisit.id,
      way: prospectVisit.way,
      on: prospectVisit.on,
      met: prospectVisit.met,
      note: prospectVisit.note,
      madeByName: user.name,
    })
    .from(prospectVisit)
    .leftJoin(user, eq(user.id, prospectVisit.madeBy))
    .where(eq(prospectVisit.prospectId, prospectId))
    .orderBy(desc(prospectVisit.on), desc(prospectVisit.id));
}

const need = {
  id: prospectNeed.id,
  prospectId: prospectNeed.prospectId,
  title: prospectNeed.title,
  romeCode: prospectNeed.romeCode,
  positions: prospectNeed.positions,
  startsOn: prospectNeed.startsOn,
  note: prospectNeed.note,
  offerId: prospectNeed.offerId,
  offerTitle: offer.title,
  lostAt: prospectNeed.lostAt,
};

export async function listNeedsOf(tx: Tx, prospectId: string) {
  return tx
    .select(need)
    .from(prospectNeed)
    .leftJoin(offer, eq(offer.id, prospectNeed.offerId))
    .where(eq(prospectNeed.prospectId, prospectId))
    .orderBy(desc(prospectNeed.foundAt));
}

/** One need, held, with the company that has it. */
export async function findNeed(tx: Tx, id: string) {
  const [row] = await tx
    .select({ ...need, organisationId: prospect.organisationId, stage: prospect.stage })
    .from(prospectNeed)
    .innerJoin(prospect, eq(prospect.id, prospectNeed.prospectId))
    .leftJoin(offer, eq(offer.id, prospectNeed.offerId))
    .where(eq(prospectNeed.id, id))
    .for('update', { of: prospectNeed });
  return row ?? null;
}

/** What was noted to be done with a company, by a day. */
export async function listProspectActions(tx: Tx, until: Day) {
  return rowsOf<{
    id: string;
    name: string;
    phone: string | null;
    nextAction: string;
    since: Day;
    ownerId: string | null;
    ownerName: string | null;
  }>(
    await tx.execute(sql`
      select p.id, o.name, o.phone, p.next_action as "nextAction", p.next_action_on::text as since,
             u.id as "ownerId", u.name as "ownerName"
      from prospect p join organisation o on o.id = p.organisation_id left join "user" u on u.id = p.owner_id
      where p.next_action_on <= ${until}::date and p.stage <> 'dropped'
      order by p.next_action_on, p.id limit 100`),
  );
}
