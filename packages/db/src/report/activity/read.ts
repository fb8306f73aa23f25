import {
  type ActivityCount,
  type ActivityFigure,
  type ActivityGroup,
  activityFigures,
  groupedFigures,
} from '@jonction/domain/report/activity';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../client.ts';
import { rowsOf } from '../../shared/rows.ts';
import type { ActivityQuestion } from './contracts.ts';
import { activityRelations } from './relations.ts';

/** Every figure of a period. One statement. */
export async function countActivity(
  tx: Tx,
  question: ActivityQuestion,
): Promise<Record<ActivityFigure, ActivityCount>> {
  const relations = activityRelations(question);
  const counts = activityFigures.map(
    (
      figure,
    ) => sql`select ${figure}::text as figure, r.key, min(r.key_label) as label, sum(r.amount)::float8 as amount, count(*)::int as rows
      from (${relations[figure]}) r group by r.key`,
  );
  const rows = rowsOf<ActivityGroup & { figure: ActivityFigure; rows: number }>(
    await tx.execute(sql`${sql.join(counts, sql` union all `)} order by amount desc, label`),
  );
  const byFigure = Map.groupBy(rows, ({ figure }) => figure);
  const counted = activityFigures.map((figure): [ActivityFigure, ActivityCount] => {
    const groups = byFigure.get(figure) ?? [];
    const told = groupedFigures.some((grouped) => grouped === figure);
    return [
      figure,
      {
        amount: groups.reduce((sum, { amount }) => sum + amount, 0),
        rows: groups.reduce((sum, { rows }) => sum + rows, 0),
        groups: told ? groups.map(({ key, label, amount }) => ({ key, label, amount })) : [],
      },
    ];
  });
  return Object.fromEntries(counted) as Record<ActivityFigure, ActivityCount>;
}

export interface ActivityRow {
  id: string;
  on: Day | null;
  label: string;
  detail: string | null;
  amount: number;
  key: string | null;
}

export interface ActivityRowsQuestion extends ActivityQuestion {
  figure: ActivityFigure;
  /** One group of the figure; absent: all. */
  key?: string;
}

/** The rows of a figure, the latest first; whole where no page is asked. One statement. */
export async function listActivity(
  tx: Tx,
  { figure, key, ...question }: ActivityRowsQuestion,
  page?: { offset: number; limit: number },
): Promise<{ rows: ActivityRow[]; total: number; amount: number }> {
  const rows = rowsOf<ActivityRow & { total: number; sum: number }>(
    await tx.execute(sql`
      select r.id, r."on"::text as "on", r.label, r.detail, r.amount::float8 as amount, coalesce(r.key_label, r.key) as key,
             count(*) over ()::int as total, sum(r.amount) over ()::float8 as sum
      from (${activityRelations(question)[figure]}) r ${key === undefined ? sql`` : sql`where r.key = ${key}`}
      order by r."on" desc nulls last, r.label, r.id ${page ? sql`limit ${page.limit} offset ${page.offset}` : sql``}`),
  );
  return {
    rows: rows.map(({ total, sum, ...row }) => row),
    total: rows[0]?.total ?? 0,
    amount: rows[0]?.sum ?? 0,
  };
}
