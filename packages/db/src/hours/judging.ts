import type { HoursDecision } from '@jonction/domain/hours/decision';
import type { LedgerPosting, RecordedPosting } from '@jonction/domain/hours/ledger';
import { type HourKind, type HourLine, hourKinds } from '@jonction/domain/hours/line';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsAtOnce, uuids } from '../shared/at-once.ts';
import { currentLine, recordedBy } from './as-known.ts';

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

/** Which hours to read: those recorded by an instant, and of some kinds; all of them unless said. */
export interface HoursAsked {
  knownAt?: Date | undefined;
  kinds?: readonly HourKind[] | undefined;
}

const ofKinds = (kind: SQL, kinds: readonly HourKind[] | undefined): SQL =>
  kinds ? sql`${kind} = any(${`{${kinds.join(',')}}`}::hour_kind[])` : sql`true`;

export interface PlacementLine extends HourLine {
  placementId: string;
}

/** The lines that stand: corrected ones are replaced by their correction. By first day, then kind, then recording. */
export async function readStandingLines(
  tx: Tx,
  placementIds: readonly string[],
  { knownAt, kinds }: HoursAsked = {},
): Promise<Map<string, PlacementLine[]>> {
  const rows = await rowsAtOnce<{ placementId: string; lines: string }>(
    tx,
    sql`
      select l.placement_id as "placementId", string_agg(l.id || e'\t' || l.from_day || e'\t' || l.to_day || e'\t' || l.kind || e'\t'
             || coalesce(l.payer::text, '') || e'\t' || l.centihours || e'\t' || array_to_json(l.evidence) || e'\t' || l.received_on, e'\n') as lines
      from hour_line l
      where l.placement_id = any(${uuids(placementIds)}) and ${ofKinds(sql`l.kind`, kinds)} and ${currentLine(knownAt)}
      group by l.placement_id`,
  );
  return new Map(
    rows.map(({ placementId, lines }) => [
      placementId,
      lines
        .split('\n')
        .map((text) => lineOf(placementId, text))
        .sort(byDay),
    ]),
  );
}

/**
 * The fields of a row between tabs, one text for all rows of a placement: read column by column, a year of hours takes three
 * times as long. What people may have typed is JSON, which writes a tab as \t; the rest is made of codes, days and numbers.
 */
function lineOf(placementId: string, text: string): PlacementLine {
  const [id = '', from = '', to = '', kind, payer, centihours, evidence = '[]', receivedOn = ''] = text.split('\t');
  return {
    ...{ id, placementId, from, to, receivedOn },
    kind: kind as PlacementLine['kind'],
    payer: (payer || null) as PlacementLine['payer'],
    centihours: Number(centihours),
    evidence: evidence === '[]' ? noEvidence : JSON.parse(evidence),
  };
}

const noEvidence: string[] = [];

/** Put in order here: the base takes as long for it as for all the rest. */
function byDay(one: PlacementLine, other: PlacementLine): number {
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;
  return hourKinds.indexOf(one.kind) - hourKinds.indexOf(other.kind) || (one.id < other.id ? -1 : 1);
}

/** Every decision that may touch these placements, by structure: on one of their lines, or on a rule of their contract. */
export async function readDecisions(
  tx: Tx,
  of: { placementIds: readonly string[]; contractIds: readonly string[]; knownAt?: Date },
): Promise<Map<string, HoursDecision[]>> {
  const rows = await rowsAtOnce<{
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
    tx,
    sql`
      select id, structure_id as "structureId", line_id as line, rule, contract_id as contract, from_day::text as "from", to_day::text as "to", accept,
             centihours, reason, decided_by as by, decided_on::text as "on"
      from hour_decision
      where (line_id in (select id from hour_line where placement_id = any(${uuids(of.placementIds)}))
          or contract_id = any(${uuids(of.contractIds)}))
        and ${recordedBy(sql`recorded_at`, of.knownAt)}
      order by recorded_at, id`,
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
  { knownAt, kinds }: HoursAsked = {},
): Promise<Map<string, ElsewhereRow[]>> {
  const rows = await rowsAtOnce<{ placementId: string; lines: string }>(
    tx,
    sql`
      select e.placement_id as "placementId", string_agg(e.clause_id || e'\t' || e.from_day || e'\t' || e.to_day || e'\t' || e.kind
             || e'\t' || e.centihours || e'\t' || e.received_on, e'\n' order by e.received_on, e.from_day, e.clause_id) as lines
      from app.hours_elsewhere(${uuids(placementIds)}, ${knownAt?.toISOString() ?? null}::timestamptz) as e
      where ${ofKinds(sql`e.kind`, kinds)}
      group by e.placement_id`,
  );
  return new Map(rows.map(({ placementId, lines }) => [placementId, lines.split('\n').map(elsewhereOf)]));
}

function elsewhereOf(text: string): ElsewhereRow {
  const [clause = '', from = '', to = '', kind, centihours, receivedOn = ''] = text.split('\t');
  return { clause, from, to, kind: kind as ElsewhereRow['kind'], centihours: Number(centihours), receivedOn };
}

/**
 * Every entry ever recorded for these placements, reversals and those of corrected lines included. No name of a policy or of a rule
 * holds a tab.
 */
export async function readEntries(
  tx: Tx,
  placementIds: readonly string[],
  { knownAt, kinds }: HoursAsked = {},
): Promise<Map<string, RecordedPosting[]>> {
  // Most hours are worked on site: the entries of other kinds are looked for line by line, in half the time of reading all.
  const byLine = kinds !== undefined && !kinds.includes('worked_on_site');
  const entries = byLine
    ? sql`hour_line l cross join lateral (select * from hour_entry own where own.line_id = l.id offset 0) e`
    : sql`hour_entry e ${kinds ? sql`join hour_line l on l.id = e.line_id and l.placement_id = e.placement_id` : sql``}`;
  const rows = await rowsAtOnce<{ placementId: string; entries: string }>(
    tx,
    sql`
      select e.placement_id as "placementId", string_agg(e.id || e'\t' || e.line_id || e'\t' || e.from_day || e'\t' || e.to_day || e'\t'
             || e.centihours || e'\t' || e.status || e'\t' || coalesce(e.policy, '') || e'\t' || coalesce(e.rule, '') || e'\t'
             || coalesce(e.reason, '') || e'\t' || coalesce(e.reverses_id::text, '') || case when e.decision_id is not null then
             e'\t' || e.decision_id || e'\t' || (select d.decided_by from hour_decision d where d.id = e.decision_id) else '' end,
             e'\n') as entries
      from ${entries}
      where ${byLine ? sql`l` : sql`e`}.placement_id = any(${uuids(placementIds)}) and ${ofKinds(sql`l.kind`, kinds)}
        and ${recordedBy(sql`e.recorded_at`, knownAt)}
      group by e.placement_id`,
  );
  return new Map(rows.map(({ placementId, entries }) => [placementId, entries.split('\n').map(entryOf)]));
}

function entryOf(text: string): RecordedPosting {
  const [id = '', line = '', from = '', to = '', centihours, status, policy, rule, reason, ...rest] = text.split('\t');
  const [reverses, decision, decidedBy] = rest;
  return {
    ...{ id, line, from, to, centihours: Number(centihours) },
    status: status as RecordedPosting['status'],
    policy: policy || null,
    rule: rule || null,
    reason: (reason || null) as RecordedPosting['reason'],
    decidedBy: decidedBy ?? null,
    decision: decision ?? null,
    reverses: reverses || null,
  };
}

export interface EntryPlace {
  structureId: string;
  placementId: string;
  clauseId: string;
  contractId: string;
  employerId: string;
}

/** Adds postings to the ledger, those of many placements in one statement. Nothing there is ever changed. */
export async function writePostings(
  tx: Tx,
  all: readonly { place: EntryPlace; postings: readonly LedgerPosting[] }[],
  judgementId: string,
): Promise<void> {
  const rows = all.flatMap(({ place, postings }) => postings.map((posting) => ({ place, posting })));
  if (rows.length === 0) return;
  const texts = (of: (row: (typeof rows)[number]) => string | number | null) =>
    sql`${sql.param(rows.map((row) => of(row)?.toString() ?? null))}::text[]`;
  await tx.execute(sql`
    insert into hour_entry (structure_id, placement_id, clause_id, contract_id, employer_id, line_id, from_day, to_day,
      centihours, status, policy, rule, reason, decision_id, reverses_id, judgement_id)
    select structure_id::uuid, placement_id::uuid, clause_id::uuid, contract_id::uuid, employer_id::uuid, line_id::uuid,
      from_day::date, to_day::date, centihours::int, status::hour_status, policy, rule, reason, decision_id::uuid,
      reverses_id::uuid, ${judgementId}::uuid
    from unnest(
      ${texts(({ place }) => place.structureId)}, ${texts(({ place }) => place.placementId)},
      ${texts(({ place }) => place.clauseId)}, ${texts(({ place }) => place.contractId)},
      ${texts(({ place }) => place.employerId)}, ${texts(({ posting }) => posting.line)},
      ${texts(({ posting }) => posting.from)}, ${texts(({ posting }) => posting.to)},
      ${texts(({ posting }) => posting.centihours)}, ${texts(({ posting }) => posting.status)},
      ${texts(({ posting }) => posting.policy)}, ${texts(({ posting }) => posting.rule)},
      ${texts(({ posting }) => posting.reason)}, ${texts(({ posting }) => posting.decision)},
      ${texts(({ posting }) => posting.reverses)}
    ) as posting(structure_id, placement_id, clause_id, contract_id, employer_id, line_id, from_day, to_day, centihours,
      status, policy, rule, reason, decision_id, reverses_id)`);
}
