import type { BillKind, PartKind } from '@jonction/domain/contract/due';
import { defaultHourSetting, type HourSetting } from '@jonction/domain/contract/equivalents';
import type { Target } from '@jonction/domain/contract/target';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { recordedBy } from '../hours/as-known.ts';
import { rowsOf } from '../shared/rows.ts';
import { invoice } from './obligation-tables.ts';

export interface BillRow {
  id: string;
  lotId: string;
  holderId: string | null;
  holderName: string | null;
  kind: BillKind;
  number: string;
  on: Day;
  amountCents: number;
  source: 'form' | 'sheet' | 'command';
  fileName: string | null;
  record: number | null;
  recordedAt: string;
  corrected: boolean;
}

/** Orders and invoices of some lots that stood at an instant, by date; what was taken out is not among them. */
export async function listBills(
  tx: Tx,
  lotIds: readonly string[],
  { structureId, knownAt }: { structureId?: string; knownAt?: Date | undefined } = {},
): Promise<BillRow[]> {
  return rowsOf<BillRow>(
    await tx.execute(sql`
      select i.id, i.lot_id as "lotId", i.holder_id as "holderId", o.name as "holderName", i.kind, i.number, i.on_day::text as "on",
             i.amount_cents::float8 as "amountCents", i.source, i.file_name as "fileName", i.record,
             to_char(i.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt", i.replaces_id is not null as corrected
      from invoice i left join organisation o on o.id = i.holder_id
      where i.lot_id = any(${sql.param([...lotIds])}::uuid[]) and i.amount_cents <> 0 and ${recordedBy(sql`i.recorded_at`, knownAt)}
        ${structureId ? sql`and i.structure_id = ${structureId}` : sql``}
        and not exists (select 1 from invoice n where n.replaces_id = i.id and ${recordedBy(sql`n.recorded_at`, knownAt)})
      order by i.on_day, i.number, i.id`),
  );
}

export type NewBill = Omit<typeof invoice.$inferInsert, 'id' | 'recordedAt' | 'replacesId'>;

/** The one that stands of the same lot, kind and number. The caller holds the contract. */
export async function findBill(tx: Tx, of: Pick<NewBill, 'structureId' | 'lotId' | 'kind' | 'number'>) {
  const [row] = rowsOf<{ id: string; on: Day; amountCents: number; holderId: string | null }>(
    await tx.execute(sql`
      select i.id, i.on_day::text as "on", i.amount_cents::float8 as "amountCents", i.holder_id as "holderId" from invoice i
      where i.structure_id = ${of.structureId} and i.lot_id = ${of.lotId} and i.kind = ${of.kind} and i.number = ${of.number}
        and not exists (select 1 from invoice n where n.replaces_id = i.id)`),
  );
  return row ?? null;
}

/** Writes an order or an invoice: new, as the correction of the one that stands, or not at all where it says the same. */
export async function writeBill(tx: Tx, bill: NewBill): Promise<'created' | 'updated' | 'unchanged'> {
  const known = await findBill(tx, bill);
  if (known && known.on === bill.onDay && known.amountCents === bill.amountCents && known.holderId === bill.holderId)
    return 'unchanged';
  await tx.insert(invoice).values({ ...bill, replacesId: known?.id ?? null });
  return known && known.amountCents !== 0 ? 'updated' : 'created';
}

export interface PartRow {
  id: string;
  clauseId: string;
  kind: PartKind;
  title: string;
  target: Target;
  hours: number;
  affirmedOn: Day | null;
}

/** The tranches, renewals and call-offs of some clauses, as known at an instant, in the order they were written. */
export async function listParts(tx: Tx, clauseIds: readonly string[], knownAt?: Date): Promise<PartRow[]> {
  return rowsOf<PartRow>(
    await tx.execute(sql`
      select p.id, p.clause_id as "clauseId", p.kind, p.title, p.target_inputs as target, p.hours, a.on_day::text as "affirmedOn"
      from clause_part p left join clause_part_affirmed a on a.part_id = p.id and ${recordedBy(sql`a.recorded_at`, knownAt)}
      where p.clause_id = any(${sql.param([...clauseIds])}::uuid[]) and ${recordedBy(sql`p.recorded_at`, knownAt)}
      order by p.recorded_at, p.id`),
  );
}

export interface VersionRow {
  version: number;
  target: Target;
  dueHours: number;
  cause: 'written' | 'invoice' | 'part';
  recordedBy: string | null;
  recordedAt: string;
}

/** Every figure that was due, the first one first, as known at an instant. */
export async function listVersions(tx: Tx, clauseId: string, knownAt?: Date): Promise<VersionRow[]> {
  return rowsOf<VersionRow>(
    await tx.execute(sql`
      select v.version, v.target_inputs as target, v.due_hours as "dueHours", v.cause, v.recorded_by as "recordedBy",
             to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
      from clause_version v where v.clause_id = ${clauseId} and ${recordedBy(sql`v.recorded_at`, knownAt)} order by v.version`),
  );
}

/** The hours due of some clauses as they were known at an instant, by clause; those that were not written yet are left out. */
export async function dueAsKnown(tx: Tx, clauseIds: readonly string[], knownAt: Date) {
  const rows = rowsOf<{ clauseId: string; target: Target; dueHours: number }>(
    await tx.execute(sql`
      select distinct on (v.clause_id) v.clause_id as "clauseId", v.target_inputs as target, v.due_hours as "dueHours"
      from clause_version v where v.clause_id = any(${sql.param([...clauseIds])}::uuid[]) and ${recordedBy(sql`v.recorded_at`, knownAt)}
      order by v.clause_id, v.version desc`),
  );
  return new Map(rows.map(({ clauseId, ...due }) => [clauseId, due]));
}

/** Writes what a clause owes now, with what made it change: the base keeps the version. */
export async function writeDue(
  tx: Tx,
  clauseId: string,
  { target, dueHours, cause }: { target: Target; dueHours: number; cause: 'written' | 'invoice' | 'part' },
): Promise<void> {
  await tx.execute(sql`select set_config('app.clause_cause', ${cause}, true)`);
  await tx.execute(sql`
    update clause set target_inputs = ${JSON.stringify(target)}::jsonb, due_hours = ${dueHours}, version = version + 1
    where id = ${clauseId} and (target_inputs, due_hours) is distinct from (${JSON.stringify(target)}::jsonb, ${dueHours})`);
  await tx.execute(sql`select set_config('app.clause_cause', '', true)`);
}

/** How a structure tells hours as days, weeks and full-time equivalents; the network's ratio where it set nothing. */
export async function readHourSetting(tx: Tx, structureId: string): Promise<HourSetting> {
  const [row] = rowsOf<HourSetting>(
    await tx.execute(sql`
      select fte_hours as "fteHours", week_centihours as "weekCentihours", day_centihours as "dayCentihours", hourly_cost_cents as "hourlyCostCents"
      from hour_setting where structure_id = ${structureId}`),
  );
  return row ?? defaultHourSetting;
}

/** People with validated hours on a clause. */
export async function countWorkers(tx: Tx, clauseId: string, knownAt?: Date): Promise<number> {
  const [row] = rowsOf<{ people: number }>(
    await tx.execute(sql`
      select count(*)::int as people from (
        select e.placement_id from hour_entry e where e.clause_id = ${clauseId} and e.status = 'validated' and ${recordedBy(sql`e.recorded_at`, knownAt)}
        group by 1 having sum(e.centihours) > 0) t`),
  );
  return row?.people ?? 0;
}

export interface SheetLot {
  lotId: string;
  contractId: string;
  buyerId: string;
  number: string;
  reference: string;
  buyerSiret: string | null;
  lotNumber: string | null;
  leadId: string | null;
}

/** The lots of the contracts that rows of a sheet name, by our number or by buyer and reference; of those a structure follows. */
export async function findSheetLots(
  tx: Tx,
  structureId: string,
  named: { numbers: readonly string[]; references: readonly string[] },
): Promise<SheetLot[]> {
  return rowsOf<SheetLot>(
    await tx.execute(sql`
      select l.id as "lotId", c.id as "contractId", c.buyer_id as "buyerId", c.number::text as number, c.reference,
             b.identifier as "buyerSiret", l.number as "lotNumber",
             (select h.organisation_id from lot_holder h where h.lot_id = l.id order by h.lead desc, h.organisation_id limit 1) as "leadId"
      from contract c join contract_structure s on s.contract_id = c.id and s.structure_id = ${structureId}
      join organisation b on b.id = c.buyer_id join lot l on l.contract_id = c.id
      where c.number::text = any(${sql.param([...named.numbers])}::text[]) or c.reference = any(${sql.param([...named.references])}::text[])
      order by l.id`),
  );
}
