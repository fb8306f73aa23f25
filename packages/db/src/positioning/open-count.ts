import { type SQL, sql } from 'drizzle-orm';
import { open } from './open.ts';

/** How many proposals of a person are open, for a statement where `person` is her id. */
export function openProposalsOf(person: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from positioning g where g.participant_id = ${person} and g.status in (${open}))`;
}
