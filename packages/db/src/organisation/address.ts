import { type SQL, sql } from 'drizzle-orm';

/** Of the addresses known of an organisation (`known.email`) those that take letters: none that came back, nor one whose owner has left. */
export function takesLetters(structure: SQL, organisation: SQL): SQL {
  return sql`not exists (select 1 from organisation_contact x where x.structure_id = ${structure} and x.organisation_id = ${organisation}
      and lower(x.email) = known.email and x.lowered_by is not null)
    and not exists (select 1 from message b where b.structure_id = ${structure} and lower(b.to_address) = known.email
      and (b.status = 'failed' or b.returned_for = 'address'))`;
}
