import { type SQL, sql } from 'drizzle-orm';

/** The occupation that a positioning is for: the offer's, or the first of the person where there was no offer. */
export const occupationFor = (offered: SQL, participantId: SQL): SQL => sql`coalesce(${offered}, (
  select q.rome_code from participant_occupation q where q.participant_id = ${participantId}
  order by q.position, q.rome_code limit 1))`;

/** The same, for a statement where `g` is the positioning and `o` its offer. */
export const occupationOf = occupationFor(sql`o.rome_code`, sql`g.participant_id`);
