import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { open } from '../positioning/open.ts';

export interface HeldRow extends Record<string, unknown> {
  id: string;
  partnerName: string | null;
  ownerName: string | null;
  lastConsent: 'given' | 'withdrawn' | null;
  currentCv: string | null;
  occupations: string[];
  cvs: number;
  contacts: number;
  positionings: number;
  open: number;
  placements: number;
  evidences: number;
}

/** What hangs on each of some records: names, agreement, occupations and how many rows of each kind. One statement. */
export async function listHeld(tx: Tx, ids: readonly string[]): Promise<HeldRow[]> {
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<HeldRow>(sql`
    select p.id, o.name as "partnerName", u.name as "ownerName",
      (select e.type from consent_event e where e.participant_id = p.id order by e.id desc limit 1) as "lastConsent",
      (select c.title from cv c where c.participant_id = p.id and c.current) as "currentCv",
      array(select coalesce(r.label, h.rome_code) from participant_occupation h left join rome_code r on r.code = h.rome_code
        where h.participant_id = p.id order by h.position, h.rome_code) as occupations,
      (select count(*)::int from cv c where c.participant_id = p.id) as cvs,
      (select count(*)::int from contact c where c.participant_id = p.id) as contacts,
      (select count(*)::int from positioning s where s.participant_id = p.id) as positionings,
      (select count(*)::int from positioning s where s.participant_id = p.id
        and s.status in (${open})) as open,
      (select count(*)::int from placement s where s.participant_id = p.id) as placements,
      (select count(*)::int from eligibility_evidence e where e.participant_id = p.id and e.removed_at is null) as evidences
    from participant p
    left join organisation o on o.id = p.recommended_by_organisation_id
    left join "user" u on u.id = p.owner_id
    where p.id in (${list})`);
  return [...rows];
}
