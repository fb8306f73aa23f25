import { openStatuses } from '@jonction/domain/positioning/lifecycle';
import type { ActivityFigure } from '@jonction/domain/report/activity';
import { type SQL, sql } from 'drizzle-orm';
import { recordedBy, standingEntry, workedKinds } from '../../hours/as-known.ts';
import { type ActivityQuestion, contractRelations } from './contracts.ts';
import { dayOf, during, endOf, startOf } from './within.ts';

/**
 * The rows behind each figure, all of one shape: `id` of what the row leads to, `on` its day, `label` and `detail` what is read,
 * `amount` what it adds to the figure, `key` and `key_label` the group it is counted in. A figure is the sum of these amounts and
 * nothing else, so that it always equals what it opens into.
 */
export function activityRelations(question: ActivityQuestion): Record<ActivityFigure, SQL> {
  return {
    ...offers(question),
    ...positionings(question),
    ...people(question),
    ...hours(question),
    ...contractRelations(question),
  };
}

const ungrouped = sql`null::text as key, null::text as key_label`;

function offers(question: ActivityQuestion) {
  const { structureId, from, to, knownAt } = question;
  const select = (amount: SQL, at: SQL) => sql`
    select o.id, ${dayOf(at)} as "on", o.title as label, e.name as detail, ${amount} as amount, ${ungrouped}
    from offer o left join organisation e on e.id = o.employer_id where o.structure_id = ${structureId}`;
  const received = sql`o.status <> 'draft' and ${during(sql`o.created_at`, question)}`;
  const alive = sql`o.opened_at < ${endOf(to)} and coalesce(o.closed_at >= ${startOf(from)}, true)
    and ${recordedBy(sql`o.opened_at`, knownAt)}`;
  return {
    offers_received: sql`${select(sql`1`, sql`o.created_at`)} and ${received}`,
    positions_received: sql`${select(sql`o.positions`, sql`o.created_at`)} and ${received}`,
    offers_alive: sql`${select(sql`1`, sql`o.opened_at`)} and ${alive}`,
    offers_handled: sql`${select(sql`1`, sql`o.opened_at`)} and ${alive} and (
      ${during(sql`o.opened_at`, question)} or ${during(sql`o.closed_at`, question)}
      or exists (select 1 from offer_broadcast b where b.offer_id = o.id and ${during(sql`b.sent_at`, question)})
      or exists (select 1 from positioning n where n.offer_id = o.id and ${during(sql`n.created_at`, question)})
      or exists (select 1 from positioning n join positioning_event v on v.positioning_id = n.id
                 where n.offer_id = o.id and ${during(sql`v.at`, question)}))`,
  };
}

const open = sql.param([...openStatuses]);

function positionings(question: ActivityQuestion) {
  const { structureId, to, knownAt } = question;
  const named = sql`p.first_name || ' ' || p.last_name`;
  const select = (at: SQL) => sql`
    select n.participant_id as id, ${dayOf(at)} as "on", ${named} as label, concat_ws(', ', e.name, o.title) as detail, 1 as amount, ${ungrouped}
    from positioning n left join participant p on p.id = n.participant_id left join organisation e on e.id = n.employer_id
    left join offer o on o.id = n.offer_id`;
  const sent = sql`n.structure_id = ${structureId} and ${during(sql`n.sent_at`, question)}`;
  // The state at the end of the last day is that of the last thing that had happened by then.
  const lastStatus = sql`(select v.to_status from positioning_event v where v.positioning_id = n.id and v.at < ${endOf(to)}
    and ${recordedBy(sql`v.at`, knownAt)} order by v.at desc, v.id desc limit 1)`;
  const running = sql`n.structure_id = ${structureId} and n.created_at < ${endOf(to)} and ${lastStatus}::text = any (${open}::text[])`;
  return {
    cvs_sent: sql`${select(sql`n.sent_at`)} where ${sent}`,
    people_proposed: sql`select p.id, ${dayOf(sql`min(n.sent_at)`)} as "on", ${named} as label, count(*)::text as detail, 1 as amount, ${ungrouped}
      from positioning n join participant p on p.id = n.participant_id where ${sent} group by p.id`,
    interviews: sql`${select(sql`i.at`)} join (select v.positioning_id, min(v.at) as at from positioning_event v
      where v.structure_id = ${structureId} and v.to_status = 'interview' and ${during(sql`v.at`, question)} group by v.positioning_id) i
      on i.positioning_id = n.id where n.structure_id = ${structureId}`,
    positionings_running: sql`${select(sql`n.created_at`)} where ${running}`,
    training_positions: sql`select o.id, ${dayOf(sql`o.opened_at`)} as "on", o.title as label, e.name as detail, o.positions as amount, ${ungrouped}
      from offer o left join organisation e on e.id = o.employer_id
      where o.structure_id = ${structureId} and o.employment_kind in ('apprenticeship', 'professionalisation')
        and exists (select 1 from positioning n where n.offer_id = o.id and ${running})`,
  };
}

function people(question: ActivityQuestion) {
  const { structureId, from, to, knownAt } = question;
  const begun = sql`l.structure_id = ${structureId} and l.starts_on between ${from}::date and ${to}::date and ${recordedBy(sql`l.created_at`, knownAt)}`;
  const orientation = sql`select r.participant_id as id, ${dayOf(sql`r.created_at`)} as "on", p.first_name || ' ' || p.last_name as label,
      o.name as detail, 1 as amount, o.id::text as key, o.name as key_label
    from recommendation r left join participant p on p.id = r.participant_id join organisation o on o.id = r.partner_id
    where r.structure_id = ${structureId} and ${during(sql`r.created_at`, question)}`;
  const contacts = sql`select t.participant_id as id, ${dayOf(sql`t.at`)} as "on", p.first_name || ' ' || p.last_name as label,
      t.channel as detail, 1 as amount, ${ungrouped}
    from contact t left join participant p on p.id = t.participant_id
    where t.structure_id = ${structureId} and ${during(sql`t.at`, question)} and ${recordedBy(sql`t.created_at`, knownAt)}`;
  return {
    hires: sql`select l.id, l.starts_on as "on", l.worker_name as label, e.name as detail, 1 as amount, l.window_kind as key, null::text as key_label
      from placement l left join organisation e on e.id = l.employer_id where ${begun}`,
    people_hired: sql`select l.participant_id as id, min(l.starts_on) as "on", min(l.worker_name) as label, count(*)::text as detail, 1 as amount, ${ungrouped}
      from placement l where ${begun} group by l.participant_id`,
    orientations: orientation,
    orientations_answered: sql`${orientation} and r.status in ('accepted', 'declined') and ${recordedBy(sql`r.answered_at`, knownAt)}`,
    people_entered: sql`select p.id, p.created_on as "on", p.first_name || ' ' || p.last_name as label, o.name as detail, 1 as amount, ${ungrouped}
      from participant p left join organisation o on o.id = p.recommended_by_organisation_id
      where p.structure_id = ${structureId} and p.created_on between ${from}::date and ${to}::date and ${recordedBy(sql`p.created_at`, knownAt)}`,
    contacts_made: contacts,
    contacts_reached: sql`${contacts} and t.outcome = 'reached'`,
  };
}

function hours({ structureId, from, to, knownAt }: ActivityQuestion) {
  const counted = (which: SQL) => sql`
    select l.id, l.from_day as "on", p.worker_name as label, concat_ws(' ', 'n°', c.number::text, c.object) as detail, s.amount, ${ungrouped}
    from (select e.line_id, sum(e.centihours) as amount from hour_entry e join hour_line k on k.id = e.line_id
          where e.structure_id = ${structureId} and e.from_day between ${from}::date and ${to}::date
            and ${standingEntry(knownAt)} and ${which} group by e.line_id) s
    join hour_line l on l.id = s.line_id left join placement p on p.id = l.placement_id left join contract c on c.id = l.contract_id`;
  return {
    hours_declared: counted(sql`true`),
    hours_validated: counted(sql`e.status = 'validated'`),
    hours_exceptional: counted(sql`e.status = 'validated' and k.kind not in ${workedKinds}`),
    hours_to_decide: counted(sql`e.status = 'pending' and e.reason is distinct from 'evidence-missing'`),
    hours_waiting: counted(sql`e.status = 'pending' and e.reason = 'evidence-missing'`),
    hours_rejected: counted(sql`e.status = 'rejected'`),
  };
}
