import { listAsks } from '@jonction/db/census/asks';
import type { Tx } from '@jonction/db/client';
import { listLateOfMonth } from '@jonction/db/hours/late';
import { listOffersToAsk } from '@jonction/db/offer/still-open';
import { listAwaited } from '@jonction/db/paper/queries';
import { listSilences } from '@jonction/db/positioning/silences';
import { listAwaitedSigners } from '@jonction/db/signature/queries';
import type { CrisisCadence } from '@jonction/domain/crisis/cadence';
import { addMonths, type Day } from '@jonction/domain/shared/day';

const waiting: Readonly<Record<CrisisCadence, (tx: Tx, today: Day) => Promise<readonly unknown[]>>> = {
  hours: (tx, today) => listLateOfMonth(tx, addMonths(`${today.slice(0, 7)}-01`, -1)),
  papers: listAwaited,
  census: (tx) => listAsks(tx, { waiting: true, limit: 5_000 }),
  signatures: listAwaitedSigners,
  offers: (tx) => listOffersToAsk(tx),
  positionings: (tx) => listSilences(tx),
};

/** How many wait on each cadence of the morning: those who would not be written to while it is held back. */
export async function countWaiting(
  tx: Tx,
  cadences: readonly CrisisCadence[],
  today: Day,
): Promise<{ cadence: CrisisCadence; waiting: number }[]> {
  const counted: { cadence: CrisisCadence; waiting: number }[] = [];
  for (const cadence of cadences) counted.push({ cadence, waiting: (await waiting[cadence](tx, today)).length });
  return counted;
}
