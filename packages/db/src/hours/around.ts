import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { currentLine } from './as-known.ts';

export interface AroundLine {
  id: string;
  placementId: string;
  from: Day;
  to: Day;
  centihours: number;
}

/** The lines that stand in the weeks of those given, of the same placements: what is too long is told over all of them. One statement. */
export async function listLinesAround(
  tx: Tx,
  lines: readonly Pick<AroundLine, 'placementId' | 'from' | 'to'>[],
  knownAt?: Date,
): Promise<AroundLine[]> {
  const each = <Value>(of: (line: (typeof lines)[number]) => Value) => sql.param(lines.map(of));
  return rowsOf<AroundLine>(
    await tx.execute(sql`
      with asked as (
        select placement_id, range_agg(daterange(date_trunc('week', from_day)::date, date_trunc('week', to_day)::date + 7)) as weeks
        from unnest(${each(({ placementId }) => placementId)}::uuid[], ${each(({ from }) => from)}::text[]::date[],
          ${each(({ to }) => to)}::text[]::date[]) as a(placement_id, from_day, to_day)
        group by 1)
      select l.id, l.placement_id as "placementId", l.from_day::text as "from", l.to_day::text as "to", l.centihours
      from asked a join hour_line l on l.placement_id = a.placement_id
      where ${currentLine(knownAt)} and l.centihours > 0 and a.weeks && daterange(l.from_day, l.to_day, '[]')`),
  );
}
