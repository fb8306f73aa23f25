import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/**
 * CVs that wait for an answer: on one offer (null without one) and at one company, for one structure. The company is
 * locked first: two sendings at once cannot both slip under a cap.
 */
export async function countWaiting(
  tx: Tx,
  { structureId, employerId, offerId }: { structureId: string; employerId: string; offerId: string | null },
): Promise<{ openOnOffer: number | null; openAtCompany: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`caps:${structureId}:${employerId}`}, 0))`);
  const [row] = rowsOf<{ offers: number; company: number }>(
    await tx.execute(sql`
      select count(*) filter (where offer_id = ${offerId}::uuid)::int as offers, count(*)::int as company
      from positioning
      where structure_id = ${structureId} and employer_id = ${employerId} and status in ('sent', 'seen')`),
  );
  return { openOnOffer: offerId === null ? null : (row?.offers ?? 0), openAtCompany: row?.company ?? 0 };
}
