import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** Where one positioning went and who is to be told of what becomes of it. */
export interface ToTell {
  id: string;
  structureId: string;
  structureName: string;
  structurePhone: string | null;
  participantId: string;
  employerName: string;
  offerTitle: string | null;
  pushId: string | null;
  recipientName: string | null;
  recipientEmail: string | null;
  senderName: string | null;
  /** The company knows of it: a letter left, or somebody opened the CV. */
  known: boolean;
  /** Who recommended the person, where somebody of the partner still has an access. */
  partners: { name: string; email: string }[];
}

/** One statement, whatever their number. Read by jobs: partners' addresses are none of a company's business. */
export async function listToTell(tx: Tx, ids: readonly string[]): Promise<ToTell[]> {
  if (ids.length === 0) return [];
  return rowsOf<ToTell>(
    await tx.execute(sql`
      select g.id, g.structure_id as "structureId", s.name as "structureName", s.phone as "structurePhone",
             g.participant_id as "participantId", e.name as "employerName", o.title as "offerTitle",
             g.push_id as "pushId", h.recipient_name as "recipientName", h.recipient_email as "recipientEmail",
             u.name as "senderName", (g.seen_at is not null or coalesce(app.push_letter(g.push_id) = 'sent', false)) as known,
             coalesce((
               select json_agg(json_build_object('name', w.name, 'email', w.email) order by w.email)
               from membership m join "user" w on w.id = m.user_id
               where m.organisation_id = p.recommended_by_organisation_id and m.structure_id = g.structure_id
                 and m.role = 'partner' and m.ended_at is null
                 -- the one who recommended; when she has left, her colleagues
                 and (m.user_id = p.recommended_by_user_id or not exists (
                   select 1 from membership k where k.user_id = p.recommended_by_user_id and k.structure_id = g.structure_id
                     and k.organisation_id = p.recommended_by_organisation_id and k.ended_at is null))
             ), '[]') as partners
      from positioning g
      join organisation s on s.id = g.structure_id
      join organisation e on e.id = g.employer_id
      join participant p on p.id = g.participant_id
      left join offer o on o.id = g.offer_id
      left join push h on h.id = g.push_id
      left join "user" u on u.id = h.sent_by
      where g.id in ${sql`(${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`}
      order by g.id`),
  );
}
