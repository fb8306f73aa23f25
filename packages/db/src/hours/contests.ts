import type { ContestOutcome } from '@jonction/domain/hours/contest';
import type { HourSide } from '@jonction/domain/hours/paper';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { hourContest } from './exchange-tables.ts';

export interface ContestRow {
  id: string;
  side: HourSide;
  openedBy: string;
  openedByName: string | null;
  openedAt: string;
  outcome: ContestOutcome | null;
  closedByName: string | null;
  closedAt: string | null;
}

export interface ContestWordRow {
  id: string;
  contestId: string;
  side: HourSide;
  saidByName: string | null;
  saidAt: string;
  body: string;
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

const contestColumns = sql`k.id, k.side, k.opened_by as "openedBy", u.name as "openedByName", ${instant('k.opened_at')} as "openedAt",
  k.outcome, c.name as "closedByName", ${instant('k.closed_at')} as "closedAt"`;

/** The contests of a line and of those it corrected, the last first, with what was said in each. Two statements. */
export async function listContestsOfLine(
  tx: Tx,
  lineId: string,
): Promise<(ContestRow & { words: ContestWordRow[] })[]> {
  const contests = rowsOf<ContestRow>(
    await tx.execute(sql`
      select ${contestColumns} from hour_contest k
      left join "user" u on u.id = k.opened_by left join "user" c on c.id = k.closed_by
      where k.line_id in (select app.line_versions(${lineId})) order by k.opened_at desc, k.id`),
  );
  const words = rowsOf<ContestWordRow>(
    await tx.execute(sql`
      select w.id, w.contest_id as "contestId", w.side, u.name as "saidByName", ${instant('w.said_at')} as "saidAt", w.body
      from hour_contest_word w left join "user" u on u.id = w.said_by
      where w.contest_id = any(${sql.param(contests.map(({ id }) => id))}::uuid[]) order by w.said_at, w.id`),
  );
  const byContest = Map.groupBy(words, ({ contestId }) => contestId);
  return contests.map((contest) => ({ ...contest, words: byContest.get(contest.id) ?? [] }));
}

export interface ListedContest extends ContestRow {
  lineId: string;
  workerName: string;
  employerName: string;
  contractObject: string;
  from: string;
  to: string;
  centihours: number;
  lastSide: HourSide;
  lastSaidAt: string;
  lastBody: string;
}

/** Contests of a team: those that are open first, the longest waiting first; then the closed ones, the last first. */
export async function listContests(
  tx: Tx,
  { open, page, pageSize }: { open: boolean; page: number; pageSize: number },
): Promise<{ rows: ListedContest[]; total: number; open: number }> {
  const which: SQL = open ? sql`k.outcome is null` : sql`k.outcome is not null`;
  const order: SQL = open ? sql`k.opened_at, k.id` : sql`k.closed_at desc, k.id`;
  const rows = rowsOf<ListedContest>(
    await tx.execute(sql`
      select ${contestColumns}, coalesce(app.standing_line(l.id), l.id) as "lineId", p.worker_name as "workerName", o.name as "employerName", t.object as "contractObject",
        l.from_day::text as "from", l.to_day::text as "to", l.centihours,
        w.side as "lastSide", ${instant('w.said_at')} as "lastSaidAt", w.body as "lastBody"
      from hour_contest k join hour_line l on l.id = k.line_id join placement p on p.id = l.placement_id
      join organisation o on o.id = k.employer_id join contract t on t.id = l.contract_id
      join lateral (select side, said_at, body from hour_contest_word w where w.contest_id = k.id order by said_at desc, id desc limit 1) w on true
      left join "user" u on u.id = k.opened_by left join "user" c on c.id = k.closed_by
      where ${which} order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`),
  );
  const [counted] = rowsOf<{ total: number; open: number }>(
    await tx.execute(sql`select count(*) filter (where ${which})::int as total,
      count(*) filter (where k.outcome is null)::int as open from hour_contest k`),
  );
  return { rows, total: counted?.total ?? 0, open: counted?.open ?? 0 };
}

/** One contest, held until the end of what is said or decided. */
export async function lockContest(tx: Tx, id: string) {
  const [row] = await tx.select().from(hourContest).where(eq(hourContest.id, id)).for('update');
  return row ?? null;
}
