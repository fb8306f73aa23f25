import type { HoursDecision } from '@jonction/domain/hours/decision';
import type { LedgerEntry, LedgerPosting } from '@jonction/domain/hours/ledger';
import type { HourLine } from '@jonction/domain/hours/line';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { rowsOf } from '../shared/rows.ts';
import { hourEntry } from './tables.ts';

/**
 * All lines of a placement are judged together: caps of a week run across them. Two judgements of it never overlap, and none overlaps
 * the publication of a policy by its structure: what is judged before is judged again by the job that follows it.
 */
export async function lockPlacements(tx: Tx, placementIds: readonly string[]): Promise<void> {
  if (placementIds.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('policies:' || structure_id, 0))
    from placement where id = any(${sql.param([...placementIds])}::uuid[]) group by structure_id order by structure_id`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('hours:' || id, 0))
    from unnest(${sql.param([...placementIds])}::text[]) as id order by id`);
}

/** Waits for the judgements under way in a structure; those that come next see what this transaction publishes. */
export async function lockPolicies(tx: Tx, structureId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('policies:' || ${structureId}, 0))`);
}

/** Only what was recorded by an instant, for a question about the past; everything where none is asked for. */
function recordedBy(recordedAt: SQL, knownAt: Date | undefined): SQL {
  return knownAt ? sql`${recordedAt} <= ${knownAt.toISOString()}::timestamptz` : sql`true`;
}

export interface PlacementLine extends HourLine {
  placementId: string;
}

/** The lines that stand: corrected ones are replaced by their correction. In the order of their first recording. */
export async function readStandingLines(
  tx: Tx,
  placementIds: readonly string[],
  knownAt?: Date,
): Promise<Map<string, PlacementLine[]>> {
  const rows = rowsOf<PlacementLine>(
    await tx.execute(sql`
      select l.id, l.placement_id as "placementId", l.from_day::text as "from", l.to_day::text as "to", l.kind, l.payer,
             l.centihours, l.evidence, l.received_on::text as "receivedOn"
      from hour_line l
      where l.placement_id = any(${sql.param([...placementIds])}::uuid[]) and ${recordedBy(sql`l.recorded_at`, knownAt)}
        and not exists (select 1 from hour_line n where n.replaces_id = l.id and ${recordedBy(sql`n.recorded_at`, knownAt)})
      order by l.from_day, l.kind, l.id`),
  );
  return Map.groupBy(rows, ({ placementId }) => placementId);
}

/** Every decision that may touch these placements, by structure: on one of their lines, or on a rule of their contract. */
export async function readDecisions(
  tx: Tx,
  of: { lineIds: readonly string[]; contractIds: readonly string[]; knownAt?: Date },
): Promise<Map<string, HoursDecision[]>> {
  const rows = rowsOf<{
    id: string;
    structureId: string;
    line: string | null;
    rule: string | null;
    contract: string | null;
    from: Day | null;
    to: Day | null;
    accept: boolean;
    centihours: number | null;
    reason: string;
    by: string;
    on: Day;
  }>(
    await tx.execute(sql`
      select id, structure_id as "structureId", line_id as line, rule, contract_id as contract, from_day::text as "from", to_day::text as "to", accept,
             centihours, reason, decided_by as by, decided_on::text as "on"
      from hour_decision
      where (line_id = any(${sql.param([...of.lineIds])}::uuid[]) or contract_id = any(${sql.param([...of.contractIds])}::uuid[]))
        and ${recordedBy(sql`recorded_at`, of.knownAt)}
      order by recorded_at, id`),
  );
  const byStructure = new Map<string, HoursDecision[]>();
  for (const { structureId, line, rule, contract, from, to, centihours, ...signed } of rows) {
    const own = byStructure.get(structureId) ?? [];
    own.push(
      line !== null
        ? { ...signed, line, centihours }
        : { ...signed, rule: rule ?? '', contract: contract ?? '', from, to },
    );
    byStructure.set(structureId, own);
  }
  return byStructure;
}

export interface ElsewhereRow {
  placementId: string;
  clause: string;
  from: Day;
  to: Day;
  kind: HourLine['kind'];
  centihours: number;
  receivedOn: Day;
}

/** Hours of the same people on other clauses of the structure, without names: what may be claimed twice. One statement. */
export async function readElsewhere(
  tx: Tx,
  placementIds: readonly string[],
  knownAt?: Date,
): Promise<Map<string, ElsewhereRow[]>> {
  const claims = knownAt
    ? sql`app.hours_elsewhere_at(p.id, ${knownAt.toISOString()}::timestamptz)`
    : sql`app.hours_elsewhere(p.id)`;
  const rows = rowsOf<ElsewhereRow>(
    await tx.execute(sql`
      select p.id as "placementId", e.clause_id as clause, e.from_day::text as "from", e.to_day::text as "to", e.kind,
             e.centihours, e.received_on::text as "receivedOn"
      from unnest(${sql.param([...placementIds])}::uuid[]) as p(id), ${claims} as e
      order by e.received_on, e.from_day, e.clause_id`),
  );
  return Map.groupBy(rows, ({ placementId }) => placementId);
}

/** Every entry ever recorded for the lines of these placements, reversals included. */
export async function readEntries(
  tx: Tx,
  placementIds: readonly string[],
  knownAt?: Date,
): Promise<Map<string, LedgerEntry[]>> {
  const rows = rowsOf<Omit<LedgerEntry, 'recordedAt'> & { placementId: string; recordedAt: string }>(
    await tx.execute(sql`
      select e.id, e.line_id as line, e.placement_id as "placementId", e.from_day::text as "from", e.to_day::text as "to",
             e.centihours, e.status, e.policy, e.rule, e.reason, d.decided_by as "decidedBy", e.decision_id as decision,
             e.reverses_id as reverses, e.recorded_at as "recordedAt"
      from hour_entry e left join hour_decision d on d.id = e.decision_id
      where e.placement_id = any(${sql.param([...placementIds])}::uuid[]) and ${recordedBy(sql`e.recorded_at`, knownAt)}`),
  );
  return Map.groupBy(
    rows.map((row) => ({ ...row, recordedAt: new Date(row.recordedAt) })),
    ({ placementId }) => placementId,
  );
}

export interface EntryPlace {
  structureId: string;
  placementId: string;
  clauseId: string;
  contractId: string;
  employerId: string;
}

/** Adds postings to the ledger. Nothing there is ever changed. */
export async function writePostings(
  tx: Tx,
  place: EntryPlace,
  postings: readonly LedgerPosting[],
  judgementId: string,
): Promise<void> {
  if (postings.length === 0) return;
  await tx.insert(hourEntry).values(
    postings.map(({ line, from, to, decidedBy: _, decision, reverses, ...posting }) => ({
      ...place,
      ...posting,
      id: newId(),
      lineId: line,
      fromDay: from,
      toDay: to,
      decisionId: decision,
      reversesId: reverses,
      judgementId,
    })),
  );
}
