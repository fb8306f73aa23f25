import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { openProposalsOf } from '../positioning/open-count.ts';

export interface RankedPerson {
  firstName: string;
  lastName: string;
  phone: string | null;
  preparedAt: string | null;
  hasCv: boolean;
  openProposals: number;
}

/** Names for the ids that a ranking gave, read again under the actor's rights. One statement whatever their number. */
export async function loadRankedPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, RankedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<RankedPerson & { id: string } & Record<string, unknown>>(sql`
    select p.id, p.first_name as "firstName", p.last_name as "lastName", p.phone,
      (select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from contact c
        where c.participant_id = p.id and c.purpose = 'preparation' and c.outcome = 'reached') as "preparedAt",
      exists (select 1 from cv where cv.participant_id = p.id and cv.status = 'confirmed') as "hasCv",
      ${openProposalsOf(sql`p.id`)} as "openProposals"
    from participant p where p.id in (${sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )})`);
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}
