import type { Tx } from '@jonction/db/client';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { freezeMonth } from '@jonction/db/hours/closings';
import type { LedgerPosting } from '@jonction/domain/hours/ledger';
import type { Policy } from '@jonction/domain/hours/policy';
import { reachOf } from '@jonction/domain/hours/policy-reach';
import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { judgePlacements, weighPlacements } from '../../hours/judge-placements.ts';
import type { BenchBase } from './bench-base.ts';
import { benchStructure } from './fill-base.ts';
import { benchUser } from './hours-fill.ts';
import { worldKnownOn, worldYear } from './hours-world.ts';

/** Hires of one transaction: a trial locks nothing, and takes more at once. */
const batches = { judgement: 1_000, simulation: 4_000 };

/** A team writes that telework waits for its decision: nearly every hire has such a line, one line of six changes. */
export const changedPolicy: Policy = {
  id: 'bench-telework',
  title: 'Télétravail au cas par cas',
  source: 'banc',
  scope: { level: 'structure', id: benchStructure },
  validFrom: `${worldYear}-01-01`,
  validTo: `${worldYear}-12-31`,
  publishedOn: worldKnownOn,
  rules: [{ id: 'telework', kinds: ['telework'], outcome: 'discretion' }],
};

export function batchesOf(ids: readonly string[], purpose: keyof typeof batches): string[][] {
  const batch = batches[purpose];
  return Array.from({ length: Math.ceil(ids.length / batch) }, (_, index) =>
    ids.slice(index * batch, (index + 1) * batch),
  );
}

const asSystem = { kind: 'system' } as const;

/** Milliseconds of judging some hires for good, as a run does: read, judged, written to the ledger. */
export async function judgeForGood({ system }: BenchBase, ids: readonly string[]): Promise<number> {
  return timed(() => system.as(asSystem, (tx) => judgePlacements(tx, ids, worldKnownOn)));
}

/**
 * Milliseconds of a trial of a policy on some hires: read and judged, nothing written. `changed`: as a run of the product does, the
 * kinds that the version moves; `everything`: as it does for a version that speaks of every kind.
 */
export async function tryPolicy({ system }: BenchBase, ids: readonly string[], reads: TrialReads): Promise<number> {
  const moved = reads === 'changed' ? reachOf(changedPolicy, null).kinds : undefined;
  const asked = { today: worldKnownOn, more: [changedPolicy], ...(moved ? { moved } : {}) };
  return timed(() => system.as(asSystem, (tx) => weighPlacements(tx, ids, asked)));
}

/** What a trial takes in: the hours of the kinds that its version moves, or all of them. */
export type TrialReads = 'changed' | 'everything';

/** Milliseconds of bringing into the process, and no more, the columns that a trial reads: of the rows that it reads. */
export async function copyToProcess(client: postgres.Sql, reads: TrialReads): Promise<number> {
  const kinds = reachOf(changedPolicy, null).kinds.map((kind) => `'${kind}'`);
  const ofKinds = reads === 'changed' ? `where kind in (${kinds.join()})` : '';
  const ofLines = reads === 'changed' ? `where line_id in (select id from hour_line ${ofKinds})` : '';
  return timed(async () => {
    for (const columns of [
      `placement_id, id, from_day, to_day, kind, payer, centihours, evidence, received_on from hour_line ${ofKinds}`,
      `placement_id, id, line_id, from_day, to_day, centihours, status, policy, rule, reason, decision_id, reverses_id, recorded_at
       from hour_entry ${ofLines}`,
      'id, participant_id, employer_id, contract_id, lot_id, clause_id, starts_on, ends_on, eligible_from, eligible_to from placement',
      'contract_id, type, "on", recorded_on from contract_event',
    ]) {
      const stream = await client.unsafe(`copy (select ${columns}) to stdout`).readable();
      for await (const _ of stream);
    }
  });
}

/** Ledgers that forget: rows changed where they are. Same columns, same indexes. */
const inPlace = { everything: 'bench_all_in_place', changed: 'bench_changed_in_place' } as const;
export type InPlace = keyof typeof inPlace;

export async function layInPlace(client: postgres.Sql): Promise<void> {
  for (const table of Object.values(inPlace)) {
    await client`create table ${client(table)} (like hour_entry including all)`;
    await client`insert into ${client(table)} select * from hour_entry`;
    await client`grant all on ${client(table)} to public`;
    await client`analyze ${client(table)}`;
  }
}

/** Milliseconds of judging some hires again and writing over their rows: every row that was judged, or those that change alone. */
export async function judgeInPlace({ system }: BenchBase, ids: readonly string[], which: InPlace): Promise<number> {
  return timed(() =>
    system.as(asSystem, async (tx) => {
      const judged = await weighPlacements(tx, ids, { today: worldKnownOn });
      const pairs = judged.flatMap(({ postings }) => pairsOf(postings));
      await changeInPlace(tx, { which, ids, pairs });
    }),
  );
}

interface Pair {
  taken: LedgerPosting;
  added: LedgerPosting;
}

/** Each entry that no longer holds with the one that takes its place: portions keep their days when only a rule changes. */
function pairsOf(postings: readonly LedgerPosting[]): Pair[] {
  const key = ({ line, from, to }: LedgerPosting) => `${line} ${from} ${to}`;
  const added = new Map(postings.filter(({ reverses }) => reverses === null).map((one) => [key(one), one]));
  return postings.flatMap((taken) => {
    const other = taken.reverses === null ? undefined : added.get(key(taken));
    return other ? [{ taken, added: other }] : [];
  });
}

async function changeInPlace(
  tx: Tx,
  { which, ids, pairs }: { which: InPlace; ids: readonly string[]; pairs: readonly Pair[] },
): Promise<void> {
  const texts = (of: (pair: Pair) => string | null) => sql`${sql.param(pairs.map(of))}::text[]`;
  const table = sql.identifier(inPlace[which]);
  await tx.execute(sql`
    update ${table} e set status = coalesce(n.status::hour_status, e.status), policy = coalesce(n.policy, e.policy),
      rule = coalesce(n.rule, e.rule), reason = coalesce(n.reason, e.reason), judgement_id = uuidv7(), recorded_at = clock_timestamp()
    from (
      select o.id, n.status, n.policy, n.rule, n.reason
      from ${table} o ${which === 'changed' ? sql`join` : sql`left join`} unnest(
        ${texts(({ taken }) => taken.reverses)}, ${texts(({ added }) => added.status)}, ${texts(({ added }) => added.policy)},
        ${texts(({ added }) => added.rule)}, ${texts(({ added }) => added.reason)}) as n(id, status, policy, rule, reason)
        on n.id::uuid = o.id
      where o.placement_id = any(${sql.param([...ids])}::uuid[])
    ) n
    where n.id = e.id`);
}

/** Milliseconds of closing a month of the year, `01` to `12`. */
export async function closeMonth({ application }: BenchBase, month: string): Promise<number> {
  const lead = {
    kind: 'user',
    role: 'lead',
    userId: benchUser,
    structureId: benchStructure,
    organisationId: benchStructure,
  } as const;
  return timed(() =>
    application.as(lead, (tx) =>
      freezeMonth(tx, { structureId: benchStructure, month: `${worldYear}-${month}`, userId: benchUser }),
    ),
  );
}

/** Milliseconds of the balance of one contract, as its page asks for it. */
export async function askBalance({ application }: BenchBase, clauseId: string): Promise<number> {
  const facilitator = {
    kind: 'user',
    role: 'facilitator',
    structureId: benchStructure,
    organisationId: benchStructure,
  } as const;
  return application.as(facilitator, (tx) => timed(() => readClauseHours(tx, [clauseId])));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
