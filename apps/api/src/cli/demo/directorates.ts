import type { Database } from '@jonction/db/client';
import type { Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** The buyer of the demonstration has two directorates, most of its contracts in them. */
export async function makeDirectorates(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [done] = await database.client`select 1 from directorate where ended_on is null limit 1`;
  if (done) return;
  const { organisation, contract } = stage(cast.buyer, today);
  const rows = await contract.searchBought({ limit: 40 });
  for (const [at, name] of ['Direction de la voirie', 'Direction du patrimoine bâti'].entries()) {
    const { directorateId } = await organisation.createDirectorate({ name });
    const ids = rows.flatMap(({ id }, index) => (index % 5 === at || index % 5 === at + 2 ? [id] : []));
    if (ids.length > 0) await organisation.placeInDirectorate({ directorateId, kind: 'contract', ids });
  }
}
