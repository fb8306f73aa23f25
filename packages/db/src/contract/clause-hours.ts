import { type ClauseHours, noHours } from '@jonction/domain/contract/gauge';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/**
 * Hours of some clauses without names, as known at an instant, by clause. What the actor may not know is not summed. One
 * statement whatever the number of clauses.
 */
export async function readClauseHours(
  tx: Tx,
  clauseIds: readonly string[],
  knownAt: Date = new Date(),
): Promise<Map<string, ClauseHours>> {
  const sums = new Map<string, ClauseHours>();
  if (clauseIds.length === 0) return sums;
  const rows = rowsOf<{ clauseId: string; month: string; status: string; exceptional: boolean; centihours: string }>(
    await tx.execute(sql`
      select clause_id as "clauseId", to_char(month, 'YYYY-MM') as month, status, exceptional, centihours
      from app.clause_hours(${sql.param([...clauseIds])}::uuid[], ${knownAt.toISOString()}::timestamptz)`),
  );
  for (const row of rows) sums.set(row.clauseId, added(sums.get(row.clauseId) ?? noHours, row));
  return sums;
}

function added(
  hours: ClauseHours,
  row: { month: string; status: string; exceptional: boolean; centihours: string },
): ClauseHours {
  const centihours = Number(row.centihours);
  if (row.status === 'pending') return { ...hours, pendingCentihours: hours.pendingCentihours + centihours };
  if (row.status === 'rejected') return { ...hours, rejectedCentihours: hours.rejectedCentihours + centihours };
  return {
    ...hours,
    validatedCentihours: hours.validatedCentihours + centihours,
    exceptionalCentihours: hours.exceptionalCentihours + (row.exceptional ? centihours : 0),
    validatedByMonth: {
      ...hours.validatedByMonth,
      [row.month]: (hours.validatedByMonth[row.month] ?? 0) + centihours,
    },
  };
}
