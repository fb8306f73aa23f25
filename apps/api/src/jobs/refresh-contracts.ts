import { refreshStanding } from '@jonction/db/contract/facts';
import { parisDayOf } from '@jonction/domain/shared/day';
import type { JobContext } from './start.ts';

const atOnce = 1_000;
const system = { kind: 'system' } as const;

/**
 * Folds again the status kept on contracts whose events take effect on a day that has come: a suspension announced for
 * Monday is in the lists on Monday, and nights without a run are caught up. Only contracts with an event since they were last
 * written are looked at; a run is safe to repeat.
 */
export async function refreshContracts({ database, log }: Pick<JobContext, 'database' | 'log'>): Promise<void> {
  const today = parisDayOf(new Date());
  let last = '00000000-0000-0000-0000-000000000000';
  let changed = 0;
  for (;;) {
    const rows = await database.client<{ id: string }[]>`
      select distinct f.contract_id as id from contract_fact f join contract c on c.id = f.contract_id
      where f.contract_id > ${last} and f."on" <= ${today}
        and f."on" > (c.updated_at at time zone 'Europe/Paris')::date
      order by f.contract_id limit ${atOnce}`;
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) changed += await database.as(system, (tx) => refreshStanding(tx, ids, today));
    last = ids.at(-1) ?? last;
    if (ids.length < atOnce) break;
  }
  if (changed > 0) log.info({ changed }, 'contract statuses refreshed');
}
