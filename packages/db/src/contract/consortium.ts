import type { Liability, ShareCause, ShareMode } from '@jonction/domain/contract/consortium';
import type { Move } from '@jonction/domain/contract/member-balance';
import type { TransferAct } from '@jonction/domain/contract/transfer';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { instant, recordedBy } from '../hours/as-known.ts';
import { rowsOf } from '../shared/rows.ts';
import { consortium, consortiumPart } from './consortium-tables.ts';

export interface GroupRow {
  clauseId: string;
  contractId: string;
  version: number;
  mode: ShareMode;
  liability: Liability | null;
  leadId: string;
  dueCentihours: number;
  cause: ShareCause;
  /** Its last day, and why; null while it lives. */
  endedOn: Day | null;
  reason: string | null;
  recordedBy: string | null;
  recordedAt: string;
}

/** Everything that is written, where no instant is asked for. */
const at = (knownAt: Date | undefined) => (knownAt ? instant(knownAt) : sql`'infinity'::timestamptz`);
const utc = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/**
 * The groups of some clauses as they were known at an instant; those that the actor may not read, or that have none, are left out. A
 * company that was in a group to its end reads that end, though another group was made since without it.
 */
export async function listGroups(tx: Tx, clauseIds: readonly string[], knownAt?: Date): Promise<GroupRow[]> {
  return rowsOf<GroupRow>(
    await tx.execute(sql`
      select g.clause_id as "clauseId", g.contract_id as "contractId", g.version, g.mode, g.liability, g.lead_id as "leadId", g.due_centihours::float8 as "dueCentihours",
             g.cause, g.ended_on::text as "endedOn", g.reason, g.recorded_by as "recordedBy", ${utc('g.recorded_at')} as "recordedAt"
      from consortium g
      where g.clause_id = any(${sql.param([...clauseIds])}::uuid[]) and g.version = (
        select max(v.version) from consortium v where v.clause_id = g.clause_id and v.recorded_at <= ${at(knownAt)}
          and (v.version = app.consortium_version(v.clause_id, ${at(knownAt)}) or (v.cause = 'ended' and not exists (
            select 1 from consortium r where r.clause_id = v.clause_id and r.version = v.version + 1 and r.cause = 'resumed'
              and r.recorded_at <= ${at(knownAt)}))))`),
  );
}

export interface PartOfMember {
  clauseId: string;
  organisationId: string;
  name: string;
  shareBps: number | null;
  fixedCentihours: number | null;
  invoicedCents: number;
  centihours: number;
}

/** Parts of some versions of groups, in their order; a company reads its own. */
export async function listMemberParts(
  tx: Tx,
  groups: readonly Pick<GroupRow, 'clauseId' | 'version'>[],
): Promise<PartOfMember[]> {
  return rowsOf<PartOfMember>(
    await tx.execute(sql`
      select p.clause_id as "clauseId", p.organisation_id as "organisationId", o.name, p.share_bps as "shareBps",
             p.fixed_centihours::float8 as "fixedCentihours", p.invoiced_cents::float8 as "invoicedCents", p.centihours::float8 as centihours
      from consortium_part p join organisation o on o.id = p.organisation_id
      join unnest(${sql.param(groups.map(({ clauseId }) => clauseId))}::uuid[], ${sql.param(groups.map(({ version }) => version))}::int[])
        as g (clause_id, version) on g.clause_id = p.clause_id and g.version = p.version
      order by p.clause_id, p.rank`),
  );
}

export interface NewGroup {
  clauseId: string;
  structureId: string;
  contractId: string;
  buyerId: string;
  mode: ShareMode;
  liability: Liability | null;
  leadId: string;
  dueCentihours: number;
  cause: ShareCause;
  endedOn?: Day;
  reason?: string;
  recordedBy: string | null;
  parts: readonly Omit<PartOfMember, 'clauseId' | 'name'>[];
}

/** One more version of a group: all of it, each part in its place. */
export async function insertGroup(tx: Tx, { parts, ...group }: NewGroup): Promise<number> {
  const [last] = rowsOf<{ version: number | null }>(
    await tx.execute(sql`select app.consortium_version(${group.clauseId}, 'infinity') as version`),
  );
  const version = (last?.version ?? 0) + 1;
  const { clauseId, structureId, contractId, buyerId } = group;
  await tx.insert(consortium).values({ ...group, version });
  await tx
    .insert(consortiumPart)
    .values(parts.map((part, rank) => ({ ...part, ...{ clauseId, structureId, contractId, buyerId, version, rank } })));
  return version;
}

/** Members of the group of a clause, for one of them: names, by alphabet. */
export async function listPeers(tx: Tx, clauseId: string) {
  return rowsOf<{ id: string; name: string }>(
    await tx.execute(sql`
      select p.organisation_id as id, p.name from app.consortium_peers(${clauseId}) p order by p.name collate "fr-x-icu", p.organisation_id`),
  );
}

/** Validated hours of a clause by the company that employs, up to the last day of a group that ended; to a company its own. */
export async function hoursByEmployer(
  tx: Tx,
  clauseId: string,
  { knownAt, until = null }: { knownAt?: Date | undefined; until?: Day | null } = {},
): Promise<Map<string, number>> {
  const rows = rowsOf<{ id: string; centihours: string }>(
    await tx.execute(sql`
      select h.organisation_id as id, h.centihours from app.hours_by_employer(${clauseId}, ${at(knownAt)}, ${until}::date) h`),
  );
  return new Map(rows.map(({ id, centihours }) => [id, Number(centihours)]));
}

/** Hours transferred that both signed by an instant; to a company those it signed. */
export async function listMoves(tx: Tx, clauseId: string, knownAt?: Date): Promise<Move[]> {
  return rowsOf<Move>(
    await tx.execute(sql`
      select m.seller_id as "sellerId", m.purchaser_id as "purchaserId", m.centihours
      from app.transferred_hours(${clauseId}, ${at(knownAt)}) m`),
  );
}

export interface TransferRow {
  id: string;
  clauseId: string;
  contractId: string;
  structureId: string;
  sellerId: string;
  sellerName: string;
  purchaserId: string;
  purchaserName: string;
  centihours: number;
  priceCents: number;
  totalCents: number;
  reason: string;
  proposerId: string | null;
  proposedBy: string | null;
  proposedAt: string;
  act: TransferAct | null;
  /** Nobody answered before the group ended. */
  lapsed: boolean;
  answer: string | null;
  fileId: string | null;
  signedOn: Day | null;
  actedBy: string | null;
  actedAt: string | null;
}

/** Transfers of a clause, or one, as known at an instant, the last proposed first; the buyer reads none. */
export async function listTransfers(
  tx: Tx,
  of: { clauseId: string } | { transferId: string },
  knownAt?: Date,
): Promise<TransferRow[]> {
  return rowsOf<TransferRow>(
    await tx.execute(sql`
      select t.id, t.clause_id as "clauseId", t.contract_id as "contractId", t.structure_id as "structureId",
             t.seller_id as "sellerId", s.name as "sellerName", t.purchaser_id as "purchaserId", p.name as "purchaserName",
             t.centihours, t.price_cents as "priceCents", t.total_cents::float8 as "totalCents", t.reason,
             t.proposer_id as "proposerId", t.proposed_by as "proposedBy", ${utc('t.proposed_at')} as "proposedAt",
             a.act, (a.act is null and app.group_ended_since(t.clause_id, t.proposed_at, ${at(knownAt)})) as lapsed, a.reason as answer, a.file_id as "fileId", a.signed_on::text as "signedOn", a.acted_by as "actedBy", ${utc('a.acted_at')} as "actedAt"
      from hour_transfer t join organisation s on s.id = t.seller_id join organisation p on p.id = t.purchaser_id
      left join hour_transfer_act a on a.transfer_id = t.id and ${recordedBy(sql`a.acted_at`, knownAt)}
      where ${'clauseId' in of ? sql`t.clause_id = ${of.clauseId}` : sql`t.id = ${of.transferId}`} and ${recordedBy(sql`t.proposed_at`, knownAt)}
      order by t.proposed_at desc, t.id desc limit 500`),
  );
}

/** Signatures on a clause take turns. */
export async function lockTransfers(tx: Tx, clauseId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`transfers:${clauseId}`}, 0))`);
}

/** Whom to write to in a company about what it is to sign: its managers. */
export async function listPeopleOf(tx: Tx, organisationId: string, structureId: string) {
  return rowsOf<{ name: string; email: string }>(
    await tx.execute(sql`
      select distinct u.name, u.email from membership m join "user" u on u.id = m.user_id
      where m.organisation_id = ${organisationId} and m.structure_id = ${structureId} and m.company_role = 'manager' and m.ended_at is null
      order by u.email`),
  );
}
