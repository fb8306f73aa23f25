import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** The campaigns that run and ask about a contract, whichever team asks. */
export async function listAskingOf(tx: Tx, contractId: string): Promise<string[]> {
  const rows = rowsOf<{ campaignId: string }>(
    await tx.execute(sql`
      select campaign_id as "campaignId" from census_row
      where contract_id = ${contractId} and closed_at is null order by campaign_id`),
  );
  return rows.map(({ campaignId }) => campaignId);
}
