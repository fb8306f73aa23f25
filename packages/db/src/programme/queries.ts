import { answerDays } from '@jonction/domain/programme/answer-clock';
import { endedStatuses, type PlannedStatus } from '@jonction/domain/programme/life';
import type { PlannedWaits } from '@jonction/domain/programme/planned';
import type { Day } from '@jonction/domain/shared/day';
import { offsetOf } from '@jonction/domain/shared/page';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { plannedAct, plannedContract } from './tables.ts';

const columns = {
  id: plannedContract.id,
  buyerId: plannedContract.buyerId,
  buyerName: organisation.name,
  year: plannedContract.year,
  object: plannedContract.object,
  reference: plannedContract.reference,
  cpv: plannedContract.cpv,
  cpvLabel: sql<string | null>`(select v.label from cpv_code v where v.code = ${plannedContract.cpv})`,
  kind: plannedContract.kind,
  buyerKind: plannedContract.buyerKind,
  amountCents: plannedContract.amountCents,
  procedure: plannedContract.procedure,
  durationMonths: plannedContract.durationMonths,
  publicationOn: plannedContract.publicationOn,
  lots: plannedContract.lots,
  area: plannedContract.area,
  note: plannedContract.note,
  status: plannedContract.status,
  statusSince: plannedContract.statusSince,
  receivedOn: plannedContract.receivedOn,
  answeredOn: plannedContract.answeredOn,
  ownerId: plannedContract.ownerId,
  ownerName: user.name,
  nextAction: plannedContract.nextAction,
  nextActionOn: plannedContract.nextActionOn,
  exemptionReason: plannedContract.exemptionReason,
  exemptionWords: plannedContract.exemptionWords,
  target: plannedContract.target,
  dueHours: plannedContract.dueHours,
  occupations: plannedContract.occupations,
  people: plannedContract.people,
  contractId: plannedContract.contractId,
  version: plannedContract.version,
};

export interface PlannedFilter {
  year: number | null;
  text: string;
  status: PlannedStatus | null;
  buyerId: string | null;
  waits: PlannedWaits | null;
  ownerId: string | null;
  page: number;
  pageSize: number;
}

/** Whoever owes the next move, in the words of `waitingOf`; kept in step with it by a test. */
function waitsSql(today: Day): SQL<PlannedWaits> {
  const answer = sql`${plannedContract.status} in ('planned', 'study') and ${plannedContract.answeredOn} is null`;
  return sql`case when ${plannedContract.status} = any(${sql.param([...endedStatuses])}::text[]) then 'nobody'
    when ${answer} and ${plannedContract.receivedOn} + ${answerDays}::int < ${today}::date then 'late'
    when ${answer} or ${plannedContract.status} in ('planned', 'unsuccessful') then 'team' else 'buyer' end`;
}

/** A page of planned contracts: late first, then what the team owes by its day, what buyers owe, what is over. Three statements. */
export async function listPlanned(tx: Tx, filter: PlannedFilter, today: Day) {
  const waits = waitsSql(today);
  const words = filter.text.split(/\s+/).filter(Boolean);
  const scope = and(
    filter.year === null ? undefined : eq(plannedContract.year, filter.year),
    filter.buyerId === null ? undefined : eq(plannedContract.buyerId, filter.buyerId),
    filter.ownerId === null ? undefined : eq(plannedContract.ownerId, filter.ownerId),
    filter.status === null ? undefined : eq(plannedContract.status, filter.status),
    ...words.map(
      (word) =>
        sql`app.plain(concat_ws(' ', ${plannedContract.object}, ${plannedContract.reference}, ${plannedContract.cpv}, ${organisation.name})) like '%' || app.like_literal(app.plain(${word})) || '%'`,
    ),
  );
  const counts = await tx
    .select({
      waits,
      count: sql<number>`count(*)::int`,
      dueHours: sql<number>`coalesce(sum(${plannedContract.dueHours}), 0)::int`,
    })
    .from(plannedContract)
    .innerJoin(organisation, eq(organisation.id, plannedContract.buyerId))
    .where(scope)
    .groupBy(sql`1`);
  const rows = await tx
    .select(columns)
    .from(plannedContract)
    .innerJoin(organisation, eq(organisation.id, plannedContract.buyerId))
    .leftJoin(user, eq(user.id, plannedContract.ownerId))
    .where(and(scope, filter.waits === null ? undefined : sql`${waits} = ${filter.waits}`))
    .orderBy(
      sql`array_position(array['late', 'team', 'buyer', 'nobody'], ${waits})`,
      sql`case when ${plannedContract.answeredOn} is null then ${plannedContract.receivedOn} end nulls last`,
      sql`${plannedContract.publicationOn} nulls last`,
      plannedContract.id,
    )
    .limit(filter.pageSize)
    .offset(offsetOf(filter));
  return { rows, counts };
}

/** The years that hold planned contracts, the latest first. */
export async function listPlannedYears(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ year: plannedContract.year })
    .from(plannedContract)
    .orderBy(desc(plannedContract.year));
  return rows.map(({ year }) => year);
}

export async function findPlanned(tx: Tx, id: string) {
  const [row] = await tx
    .select(columns)
    .from(plannedContract)
    .innerJoin(organisation, eq(organisation.id, plannedContract.buyerId))
    .leftJoin(user, eq(user.id, plannedContract.ownerId))
    .where(eq(plannedContract.id, id));
  return row ?? null;
}
export type PlannedRow = NonNullable<Awaited<ReturnType<typeof findPlanned>>>;

/** The row itself, held: two people may act at once. */
export async function lockPlanned(tx: Tx, id: string) {
  const [row] = await tx.select().from(plannedContract).where(eq(plannedContract.id, id)).for('update');
  return row ?? null;
}

/** What was done with a planned contract, the last first. */
export async function listActs(tx: Tx, plannedId: string) {
  return tx
    .select({
      id: plannedAct.id,
      act: plannedAct.act,
      toStatus: plannedAct.toStatus,
      onDay: plannedAct.onDay,
      why: plannedAct.why,
      facts: plannedAct.facts,
      byName: user.name,
      byRole: plannedAct.byRole,
      at: plannedAct.at,
    })
    .from(plannedAct)
    .leftJoin(user, eq(user.id, plannedAct.byUser))
    .where(eq(plannedAct.plannedId, plannedId))
    .orderBy(desc(plannedAct.id));
}

/** What a buyer planned that year under some keys. One statement for a whole sheet. */
export async function findPlannedByKeys(
  tx: Tx,
  of: { buyerIds: readonly string[]; year: number; keys: readonly string[] },
) {
  return tx
    .select()
    .from(plannedContract)
    .where(
      and(
        eq(plannedContract.year, of.year),
        sql`${plannedContract.buyerId} = any(${sql.param([...of.buyerIds])}::uuid[])`,
        sql`${plannedContract.key} = any(${sql.param([...of.keys])}::text[])`,
      ),
    );
}

/** Where a contract of the register comes from, if it was planned here. */
export async function findPlannedOfContract(tx: Tx, contractId: string) {
  const [row] = await tx
    .select({ id: plannedContract.id, object: plannedContract.object, year: plannedContract.year })
    .from(plannedContract)
    .where(eq(plannedContract.contractId, contractId));
  return row ?? null;
}

/** The kind that a buyer was said to be last: it does not change from one contract to the next. */
export async function findBuyerKind(tx: Tx, buyerId: string) {
  const [row] = await tx
    .select({ buyerKind: plannedContract.buyerKind })
    .from(plannedContract)
    .where(and(eq(plannedContract.buyerId, buyerId), sql`${plannedContract.buyerKind} is not null`))
    .orderBy(desc(plannedContract.id))
    .limit(1);
  return row?.buyerKind ?? null;
}
