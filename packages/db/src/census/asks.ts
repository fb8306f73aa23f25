import type { AskFacts } from '@jonction/domain/census/campaign';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { answeringAddress } from './campaign.ts';

const parisDay = (at: SQL) => sql`(${at} at time zone 'Europe/Paris')::date::text`;

export interface AskRow extends AskFacts {
  id: string;
  campaignId: string;
  structureId: string;
  buyerId: string;
  buyerName: string;
  buyerPhone: string | null;
  directorateId: string | null;
  directorateName: string | null;
  contactName: string | null;
  rows: number;
  answered: number;
  moved: number;
  lastAnswerOn: Day | null;
  letters: number;
  lastLetterOn: Day | null;
  /** What became of the last letter: `null` when none left. */
  lastLetter: 'queued' | 'sent' | 'kept' | 'failed' | 'returned' | null;
  opened: boolean;
  /** What the letters say. */
  title: string;
  letter: string;
  structureName: string;
  structurePhone: string | null;
  senderName: string;
}

export interface AsksWanted {
  campaignId?: string;
  askId?: string;
  /** Only those with some row that nobody answered. */
  unanswered?: boolean;
  /** Of these, those of campaigns whose letters leave. */
  waiting?: boolean;
  /** Only those that no letter was written to. */
  unwritten?: boolean;
  limit: number;
  offset?: number;
}

/** Whom a campaign asks, those who have answered least first: where each stands and whether it can be written to. One statement. */
export async function listAsks(tx: Tx, wanted: AsksWanted): Promise<AskRow[]> {
  const { campaignId, askId, unanswered = false, waiting = false, unwritten = false, limit, offset = 0 } = wanted;
  const conditions = [sql`true`];
  if (campaignId) conditions.push(sql`g.campaign_id = ${campaignId}`);
  if (askId) conditions.push(sql`g.id = ${askId}`);
  if (unanswered || waiting) conditions.push(sql`n.answered < n.rows`);
  if (waiting) conditions.push(sql`c.closed_at is null and c.held_at is null`);
  if (unwritten) conditions.push(sql`not exists (select 1 from census_letter x where x.ask_id = g.id)`);
  return rowsOf<AskRow>(
    await tx.execute(sql`
      select g.id, g.campaign_id as "campaignId", g.structure_id as "structureId", g.buyer_id as "buyerId", b.name as "buyerName",
        b.phone as "buyerPhone", g.directorate_id as "directorateId", app.ask_directorates(g.id) as "directorateName", k.email as address, k.name as "contactName",
        c.opened_on::text as "openedOn", c.due_on::text as "dueOn", c.closed_at is not null as closed, c.held_at is not null as held,
        c.title, c.letter, s.name as "structureName", s.phone as "structurePhone", u.name as "senderName",
        n.rows, n.answered, n.moved, n.rows - n.answered as waiting, ${parisDay(sql`n.last`)} as "lastAnswerOn",
        coalesce(l.letters, 0) as letters, l.rung as "sentRung", ${parisDay(sql`l.last`)} as "lastLetterOn", l.outcome as "lastLetter",
        coalesce(l.opened, false) as opened,
        ${parisDay(sql`greatest(app.last_reminder(k.email), app.last_question(k.email))`)} as "lastToAddressOn"
      from census_ask g join census_campaign c on c.id = g.campaign_id join organisation b on b.id = g.buyer_id
        join organisation s on s.id = g.structure_id join "user" u on u.id = c.opened_by
        cross join lateral (
          select count(*)::int as rows, count(a.id)::int as answered, count(a.event_id)::int as moved, max(a.recorded_at) as last
          from census_row r left join census_answer a on a.campaign_id = r.campaign_id and a.contract_id = r.contract_id and a.withdrawn_on is null
          where r.ask_id = g.id) n
        left join lateral (
          select count(*)::int as letters, max(x.rung) as rung, max(x.sent_at) as last, bool_or(x.opened_at is not null) as opened,
            (array_agg(case when m.returned_for is not null then 'returned' else m.status::text end order by x.sent_at desc))[1] as outcome
          from census_letter x left join message m on m.id = x.message_id where x.ask_id = g.id) l on true
        left join ${answeringAddress} k on true
      where ${sql.join(conditions, sql` and `)}
      order by n.answered = n.rows, n.answered > 0, b.name collate "fr-x-icu", g.buyer_id, g.directorate_id nulls first, g.id
      limit ${limit} offset ${offset}`),
  );
}
