import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { declaringAddress } from './late.ts';

const parisDay = (column: string) => sql.raw(`(${column} at time zone 'Europe/Paris')::date::text`);

export interface QuarterDays {
  quarter: string;
  from: Day;
  to: Day;
}

/** For each quarter, how many companies had people at work and how many said it complete. One statement. */
export async function countCampaigns(tx: Tx, quarters: readonly QuarterDays[]) {
  return rowsOf<{ quarter: string; expected: number; answered: number }>(
    await tx.execute(sql`
      select q.quarter, count(distinct p.employer_id)::int as expected,
        count(distinct p.employer_id) filter (where a.employer_id is not null)::int as answered
      from unnest(${sql.param(quarters.map(({ quarter }) => quarter))}::text[], ${sql.param(quarters.map(({ from }) => from))}::text[],
        ${sql.param(quarters.map(({ to }) => to))}::text[]) as q(quarter, first, last)
      left join placement p on p.starts_on <= q.last::date and (p.ends_on is null or p.ends_on >= q.first::date)
      left join hour_quarter_answer a on a.employer_id = p.employer_id and a.structure_id = p.structure_id and a.quarter = q.first::date
      group by q.quarter order by q.quarter desc`),
  );
}

export interface CampaignRow {
  structureId: string;
  employerId: string;
  employerName: string;
  employerPhone: string | null;
  people: number;
  /** People and months of the quarter of which nothing was said. */
  missing: number;
  centihours: number;
  answeredOn: Day | null;
  answeredByName: string | null;
  sentRung: number;
  letters: Day[];
  address: string | null;
  contactName: string | null;
  lastToAddressOn: Day | null;
  structureName: string;
  structurePhone: string | null;
}

/**
 * Where each company stands in a quarter: who answered, what misses, which letters left. Those that did not answer first. One
 * statement; `employerId`: that one alone.
 */
export async function readCampaign(
  tx: Tx,
  { from, to }: Pick<QuarterDays, 'from' | 'to'>,
  { employerId, limit, offset }: { employerId?: string; limit: number; offset: number },
): Promise<CampaignRow[]> {
  return rowsOf<CampaignRow>(
    await tx.execute(sql`
      with g as (
        select structure_id, employer_id, count(distinct participant_id)::int as people from placement
        where starts_on <= ${to}::date and (ends_on is null or ends_on >= ${from}::date)
          ${employerId ? sql`and employer_id = ${employerId}` : sql``}
        group by 1, 2),
      lacks as (
        select structure_id, employer_id, count(*)::int as missing
        from app.undeclared(${from}::date, date_trunc('month', ${to}::date)::date) group by 1, 2)
      select g.structure_id as "structureId", g.employer_id as "employerId", o.name as "employerName", o.phone as "employerPhone",
        g.people, coalesce(x.missing, 0)::int as missing,
        (select coalesce(sum(l.centihours), 0)::int from hour_line l where l.employer_id = g.employer_id and l.structure_id = g.structure_id
           and l.from_day between ${from}::date and ${to}::date and not exists (select 1 from hour_line n where n.replaces_id = l.id)) as centihours,
        ${parisDay('a.said_at')} as "answeredOn", u.name as "answeredByName",
        coalesce(r.rung, 0)::int as "sentRung", coalesce(r.letters, '{}') as letters,
        k.email as address, k.name as "contactName",
        (greatest(app.last_reminder(k.email), app.last_question(k.email)) at time zone 'Europe/Paris')::date::text as "lastToAddressOn",
        s.name as "structureName", s.phone as "structurePhone"
      from g join organisation o on o.id = g.employer_id join organisation s on s.id = g.structure_id
      left join lacks x on x.structure_id = g.structure_id and x.employer_id = g.employer_id
      left join lateral (select said_at, said_by from hour_quarter_answer q where q.structure_id = g.structure_id
        and q.employer_id = g.employer_id and q.quarter = ${from}::date order by said_at desc limit 1) a on true
      left join "user" u on u.id = a.said_by
      left join lateral (select max(rung) as rung, array_agg(${parisDay('h.sent_at')} order by h.sent_at) as letters from hour_reminder h
        where h.structure_id = g.structure_id and h.employer_id = g.employer_id and h.kind = 'quarter' and h.period = ${from}::date) r on true
      left join ${declaringAddress} k on true
      order by (a.said_at is not null), coalesce(x.missing, 0) desc, o.name collate "fr-x-icu", g.employer_id
      limit ${limit} offset ${offset}`),
  );
}
