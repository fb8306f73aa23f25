import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** Hours take the place of "no hours" in their month. */
export async function forgetNone(
  tx: Tx,
  rows: readonly { placementId: string; from: string; centihours: number }[],
): Promise<void> {
  const worked = rows.filter(({ centihours }) => centihours > 0);
  if (worked.length === 0) return;
  await tx.execute(sql`
    delete from hour_none z using unnest(${sql.param(worked.map(({ placementId }) => placementId))}::uuid[],
      ${sql.param(worked.map(({ from }) => `${from.slice(0, 7)}-01`))}::text[]) as d(placement_id, month)
    where z.placement_id = d.placement_id and z.month = d.month::date`);
}
