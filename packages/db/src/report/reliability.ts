import type { ContestOutcome } from '@jonction/domain/hours/contest';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

const parisDay = (at: SQL) => sql`(${at} at time zone 'Europe/Paris')::date::text`;

interface Asked {
  structureId: string;
  employerId: string;
  from: Day;
  to: Day;
}

/** Each month of work of each person, from the month of `from` to the one before that of `to`, and the day on which something was said of it. */
export async function listWorkedMonths(tx: Tx, { structureId, employerId, from, to }: Asked) {
  return rowsOf<{ id: string; workerName: string; month: Day; saidOn: Day | null }>(
    await tx.execute(sql`
      select p.id, p.worker_name as "workerName", m::date::text as month,
        least((select min(l.received_on) from hour_line l
            where l.placement_id = p.id and l.from_day between m::date and (m + interval '1 month - 1 day')::date),
          (select (z.said_at at time zone 'Europe/Paris')::date from hour_none z where z.placement_id = p.id and z.month = m::date))::text as "saidOn"
      from generate_series(date_trunc('month', ${from}::timestamp), date_trunc('month', ${to}::timestamp) - interval '1 month', interval '1 month') m
      join placement p on p.starts_on <= (m + interval '1 month - 1 day')::date and (p.ends_on is null or p.ends_on >= m::date)
      where p.structure_id = ${structureId} and p.employer_id = ${employerId}
      order by m desc, p.worker_name collate "fr-x-icu", p.id`),
  );
}

/** CVs sent to a company since a day, and the day of each answer. */
export async function listSentCvs(tx: Tx, { structureId, employerId, from }: Asked) {
  return rowsOf<{ id: string; sentOn: Day; answeredOn: Day | null }>(
    await tx.execute(sql`
      select id, ${parisDay(sql`sent_at`)} as "sentOn", ${parisDay(sql`answered_at`)} as "answeredOn" from positioning
      where structure_id = ${structureId} and employer_id = ${employerId} and sent_at >= ${from}::date
      order by sent_at desc, id`),
  );
}

/** Hires that began since a day. */
export async function listBegunHires(tx: Tx, { structureId, employerId, from, to }: Asked) {
  return rowsOf<{ id: string; workerName: string; startsOn: Day; endsOn: Day | null }>(
    await tx.execute(sql`
      select id, worker_name as "workerName", starts_on::text as "startsOn", ends_on::text as "endsOn" from placement
      where structure_id = ${structureId} and employer_id = ${employerId} and starts_on between ${from} and ${to}
      order by starts_on desc, id`),
  );
}

/** Contests of the company that were closed since a day; one that was taken back says nothing. */
export async function listClosedContests(tx: Tx, { structureId, employerId, from }: Asked) {
  return rowsOf<{ id: string; lineId: string; closedOn: Day; outcome: ContestOutcome }>(
    await tx.execute(sql`
      select id, line_id as "lineId", ${parisDay(sql`closed_at`)} as "closedOn", outcome from hour_contest
      where structure_id = ${structureId} and employer_id = ${employerId} and side = 'employer' and outcome in ('maintained', 'changed')
        and closed_at >= ${from}::date
      order by closed_at desc, id`),
  );
}
