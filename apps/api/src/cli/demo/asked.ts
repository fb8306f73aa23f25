import type { Database } from '@jonction/db/client';
import { addDays, type Day } from '@jonction/domain/shared/day';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** A few papers asked of the company that has an account, and of another one that is late. */
export async function askPapers(
  stage: Stage,
  cast: Cast,
  { database, today }: { database: Database; today: Day },
): Promise<void> {
  const [there] = await database.client`select 1 from paper_request limit 1`;
  const [own, other] = cast.employerIds;
  if (there || !own) return;
  await stage(cast.facilitator, addDays(today, -12)).paper.ask({
    employerId: own,
    dueOn: addDays(today, 9),
    note: 'Pour le comité de suivi du mois prochain.',
    items: [{ kind: 'vigilance', validMonths: 6 }, { kind: 'registration', validMonths: 3 }, { kind: 'insurance' }],
  });
  if (!other) return;
  await stage(cast.facilitator, addDays(today, -40)).paper.ask({
    employerId: other,
    dueOn: addDays(today, -10),
    items: [
      { kind: 'vigilance', validMonths: 6 },
      { kind: 'other', label: 'Plan de prévention du chantier' },
    ],
  });
}
