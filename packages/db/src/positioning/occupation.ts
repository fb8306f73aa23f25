import { sql } from 'drizzle-orm';

/** The occupation that a positioning is for, for a statement where `g` is it and `o` its offer: the offer's, or the first of the person. */
export const occupationOf = sql.raw(`coalesce(o.rome_code, (
  select q.rome_code from participant_occupation q where q.participant_id = g.participant_id
  order by q.position, q.rome_code limit 1))`);
