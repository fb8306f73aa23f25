import { type FunnelStep, funnelSteps } from '@jonction/domain/positioning/stopwatch';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { occupationOf } from './occupation.ts';
import { hasReached } from './reached.ts';

export interface DelayRow {
  employerId: string;
  employerName: string;
  romeCode: string | null;
  sentOn: Day;
  metOn: Day | null;
  over: boolean;
}

/**
 * Each CV sent between two days of Paris with its first meeting: the earliest that was not put off and did not fail to take
 * place. The occupation is the offer's, or the first of the person where there was no offer.
 */
export async function listDelays(tx: Tx, { from, to }: { from: Day; to: Day }): Promise<DelayRow[]> {
  return rowsOf<DelayRow>(
    await tx.execute(sql`
      select g.employer_id as "employerId", e.name as "employerName",
             ${occupationOf} as "romeCode",
             (g.sent_at at time zone 'Europe/Paris')::date::text as "sentOn",
             (select min((i.at at time zone 'Europe/Paris')::date)::text from interview i
              where i.positioning_id = g.id and (i.outcome is null or i.outcome = 'took_place')
                and (i.confirmed_at is not null or i.outcome = 'took_place')) as "metOn",
             g.status in ('hired', 'refused', 'withdrawn', 'closed') as over
      from positioning g join organisation e on e.id = g.employer_id left join offer o on o.id = g.offer_id
      where g.sent_at >= ${from}::date::timestamp at time zone 'Europe/Paris'
        and g.sent_at < (${to}::date + 1)::timestamp at time zone 'Europe/Paris'`),
  );
}

/** How far the CVs sent between two days went: sent, opened, wanted by the company, a meeting set, hired. */
export async function readFunnel(tx: Tx, { from, to }: { from: Day; to: Day }): Promise<Record<FunnelStep, number>> {
  const steps = funnelSteps.map(
    (step) => sql`count(*) filter (where ${hasReached(step)})::int as ${sql.identifier(step)}`,
  );
  const [row] = rowsOf<Record<FunnelStep, number>>(
    await tx.execute(sql`
      select ${sql.join(steps, sql`, `)} from positioning
      where sent_at >= ${from}::date::timestamp at time zone 'Europe/Paris'
        and sent_at < (${to}::date + 1)::timestamp at time zone 'Europe/Paris'`),
  );
  return row ?? { sent: 0, opened: 0, interested: 0, meeting: 0, hired: 0 };
}
