import type { DerogationDecision } from '@jonction/domain/eligibility/derogation';
import type { DifficultyKind, MeansKind } from '@jonction/domain/hours/effort';
import type { Day } from '@jonction/domain/shared/day';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { hourDerogation, hourDifficulty } from './effort-tables.ts';

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** Whether whoever speaks works on a contract: its team, or a company that holds it or employs somebody on it. */
export async function worksOn(tx: Tx, contractId: string): Promise<boolean> {
  const [row] = rowsOf<{ works: boolean }>(
    await tx.execute(sql`
      select (app.is_staff() and app.is_attached(${contractId}::uuid)) or ${contractId}::uuid = any(app.held_contract_ids()) as works`),
  );
  return row?.works ?? false;
}

/** Companies of a contract: its holders, and those that employ somebody on it. */
export async function listCompaniesOn(tx: Tx, contractId: string): Promise<{ id: string; name: string }[]> {
  return rowsOf<{ id: string; name: string }>(
    await tx.execute(sql`
      select o.id, o.name from organisation o
      where o.id in (select organisation_id from lot_holder where contract_id = ${contractId}
        union select employer_id from placement where contract_id = ${contractId})
      order by o.name collate "fr-x-icu", o.id`),
  );
}

export interface DifficultyRow {
  id: string;
  employerName: string;
  contractId: string;
  contractObject: string;
  kind: DifficultyKind;
  body: string;
  toldByName: string | null;
  toldAt: string;
  answer: string | null;
  answeredByName: string | null;
  answeredAt: string | null;
}

/** Difficulties reported, those without an answer first, the oldest of them first; then the last answered. */
export async function listDifficulties(
  tx: Tx,
  { contractId, page, pageSize }: { contractId?: string; page: number; pageSize: number },
): Promise<{ rows: DifficultyRow[]; total: number; waiting: number }> {
  const which: SQL = contractId ? sql`d.contract_id = ${contractId}` : sql`true`;
  const rows = rowsOf<DifficultyRow>(
    await tx.execute(sql`
      select d.id, o.name as "employerName", d.contract_id as "contractId", c.object as "contractObject", d.kind, d.body,
        u.name as "toldByName", ${instant('d.told_at')} as "toldAt", d.answer, a.name as "answeredByName",
        ${instant('d.answered_at')} as "answeredAt"
      from hour_difficulty d join organisation o on o.id = d.employer_id join contract c on c.id = d.contract_id
      left join "user" u on u.id = d.told_by left join "user" a on a.id = d.answered_by
      where ${which}
      order by (d.answer is not null), case when d.answer is null then d.told_at end, d.answered_at desc, d.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`),
  );
  const [counted] = rowsOf<{ total: number; waiting: number }>(
    await tx.execute(sql`select count(*)::int as total, count(*) filter (where d.answer is null)::int as waiting
      from hour_difficulty d where ${which}`),
  );
  return { rows, total: counted?.total ?? 0, waiting: counted?.waiting ?? 0 };
}

export async function lockDifficulty(tx: Tx, id: string) {
  const [row] = await tx.select().from(hourDifficulty).where(eq(hourDifficulty.id, id)).for('update');
  return row ?? null;
}

export interface MeansRow {
  usedOn: Day;
  means: MeansKind;
  employerName: string;
  note: string | null;
  recordedByName: string | null;
}

/** The means used for a contract, the last first, whole: for the team, and for a company its own. */
export async function listMeansOf(tx: Tx, contractId: string): Promise<MeansRow[]> {
  return rowsOf<MeansRow>(
    await tx.execute(sql`
      select m.used_on::text as "usedOn", m.means, o.name as "employerName", m.note, u.name as "recordedByName"
      from hour_means m join organisation o on o.id = m.employer_id left join "user" u on u.id = m.recorded_by
      where m.contract_id = ${contractId} order by m.used_on desc, m.id limit 500`),
  );
}

/** The same for its buyer: days and means, nothing else. */
export async function listMeansForBuyer(tx: Tx, contractId: string): Promise<MeansRow[]> {
  return rowsOf<MeansRow>(
    await tx.execute(sql`
      select used_on::text as "usedOn", means, employer_name as "employerName", null as note, null as "recordedByName"
      from app.means_of(${contractId}) limit 500`),
  );
}

export interface DerogationRow {
  id: string;
  structureId: string;
  lineId: string;
  workerName: string;
  employerName: string;
  contractObject: string;
  from: Day;
  to: Day;
  centihours: number;
  sealed: Buffer;
  fileId: string | null;
  askedBy: string;
  askedByName: string | null;
  askedAt: string;
  decision: DerogationDecision | null;
  decisionReason: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
}

/** Opinions on hours and what was decided, those that wait first; of one line and those that it corrected, or of the structure. */
export async function listHourDerogations(
  tx: Tx,
  { lineId, page, pageSize }: { lineId?: string; page: number; pageSize: number },
): Promise<{ rows: DerogationRow[]; total: number; waiting: number; grantedCentihours: number }> {
  const which: SQL = lineId ? sql`d.line_id in (select app.line_versions(${lineId}))` : sql`true`;
  const rows = rowsOf<DerogationRow>(
    await tx.execute(sql`
      select d.id, d.structure_id as "structureId", d.line_id as "lineId", p.worker_name as "workerName", o.name as "employerName",
        c.object as "contractObject", l.from_day::text as "from", l.to_day::text as "to", d.centihours, d.sealed, d.file_id as "fileId",
        d.asked_by as "askedBy", u.name as "askedByName", ${instant('d.asked_at')} as "askedAt", d.decision,
        d.decision_reason as "decisionReason", x.name as "decidedByName", ${instant('d.decided_at')} as "decidedAt"
      from hour_derogation d join hour_line l on l.id = d.line_id join placement p on p.id = l.placement_id
      join organisation o on o.id = l.employer_id join contract c on c.id = l.contract_id
      left join "user" u on u.id = d.asked_by left join "user" x on x.id = d.decided_by
      where ${which} order by (d.decision is not null), d.asked_at desc, d.id
      limit ${pageSize} offset ${(page - 1) * pageSize}`),
  );
  const [counted] = rowsOf<{ total: number; waiting: number; granted: number }>(
    await tx.execute(sql`select count(*)::int as total, count(*) filter (where d.decision is null)::int as waiting,
      coalesce(sum(d.centihours) filter (where d.decision = 'granted'), 0)::int as granted from hour_derogation d where ${which}`),
  );
  const { total = 0, waiting = 0, granted = 0 } = counted ?? {};
  return { rows, total, waiting, grantedCentihours: granted };
}

export async function lockHourDerogation(tx: Tx, id: string) {
  const [row] = await tx.select().from(hourDerogation).where(eq(hourDerogation.id, id)).for('update');
  return row ?? null;
}

/** Hours granted by derogation, by clause: beside the ledger, for whoever reads the totals of a clause. */
export async function readDerogated(tx: Tx, clauseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = rowsOf<{ clauseId: string; centihours: number }>(
    await tx.execute(sql`
      select clause_id as "clauseId", centihours::int from app.derogated_hours(${sql.param([...clauseIds])}::uuid[])`),
  );
  return new Map(rows.map(({ clauseId, centihours }) => [clauseId, centihours]));
}
