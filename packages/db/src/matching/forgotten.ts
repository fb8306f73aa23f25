import { availableStatus } from '@jonction/domain/matching/exclusion';
import { forgottenAfterDays } from '@jonction/domain/matching/forgotten';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** The day somebody was put forward; what was taken back does not count. */
const proposedOn = sql`(coalesce(n.sent_at, n.created_at) at time zone 'Europe/Paris')::date`;

/** `isForgotten`, for the people `p` that the actor may see. */
function isForgotten(structureId: string, today: Day): SQL {
  return sql`p.structure_id = ${structureId} and p.status = ${availableStatus} and p.diffusion_consent
    and not exists (select 1 from positioning n where n.participant_id = p.id and n.status <> 'withdrawn'
      and ${proposedOn} > ${addDays(today, -forgottenAfterDays)}::date)`;
}

/** Ids of everybody forgotten in a structure. */
export async function listForgottenIds(tx: Tx, structureId: string, today: Day): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select p.id from participant p where ${isForgotten(structureId, today)}`,
  );
  return rows.map(({ id }) => id);
}

export interface ForgottenRow {
  participantId: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  ownerName: string | null;
  romeCodes: string[];
  lastProposedOn: Day | null;
  lastContactOn: Day | null;
  waitingSince: Day | null;
  createdOn: Day;
  hasCv: boolean;
}

/** A page of them: never put forward first, then whoever was longest ago; on a tie whoever waits longest. */
export async function listForgotten(
  tx: Tx,
  { structureId, today, limit, offset }: { structureId: string; today: Day; limit: number; offset: number },
): Promise<{ rows: ForgottenRow[]; total: number; bank: number }> {
  const [counts] = await tx.execute<{ total: number; bank: number }>(sql`
    select count(*) filter (where ${isForgotten(structureId, today)})::int as total, count(*)::int as bank
    from participant p where p.structure_id = ${structureId} and p.status = ${availableStatus} and p.diffusion_consent`);
  const rows = await tx.execute(sql`
    select p.id as "participantId", p.first_name as "firstName", p.last_name as "lastName", p.phone, u.name as "ownerName",
      array(select o.rome_code from participant_occupation o where o.participant_id = p.id order by o.position, o.rome_code limit 3)
        as "romeCodes",
      l.on::text as "lastProposedOn", p.last_contact_on::text as "lastContactOn", p.waiting_since::text as "waitingSince",
      p.created_on::text as "createdOn",
      exists (select 1 from cv where cv.participant_id = p.id and cv.current and cv.status = 'confirmed') as "hasCv"
    from participant p
    left join "user" u on u.id = p.owner_id
    left join lateral (select max(${proposedOn}) as on from positioning n
      where n.participant_id = p.id and n.status <> 'withdrawn') l on true
    where ${isForgotten(structureId, today)}
    order by l.on nulls first, p.waiting_since nulls last, p.created_on, p.id
    limit ${limit} offset ${offset}`);
  return { rows: rowsOf<ForgottenRow>(rows), total: counts?.total ?? 0, bank: counts?.bank ?? 0 };
}
