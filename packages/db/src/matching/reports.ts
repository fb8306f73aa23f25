import type { SentAt } from '@jonction/domain/matching/outcome';
import type { Sex } from '@jonction/domain/participant/status';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface FairnessFacts extends Record<string, unknown> {
  birthDate: Day | null;
  sex: Sex | null;
  qpv: boolean;
  proposed: boolean;
  interviewed: boolean;
  hired: boolean;
}

/**
 * Everybody who agreed to be put forward, and how far she came between two days. No name, no id: what leaves the base is only
 * counted. `qpvCode`: the keyed code of the category, whatever the evidence.
 */
export async function loadFairnessFacts(
  tx: Tx,
  { structureId, from, to, qpvCode }: { structureId: string; from: Day; to: Day; qpvCode: string },
): Promise<FairnessFacts[]> {
  return rowsOf<FairnessFacts>(
    await tx.execute(sql`
      with reached as (
        select n.participant_id, true as proposed,
          bool_or(n.status::text in ('meeting_set', 'interview', 'hired') or n.interview_at is not null
            or exists (select 1 from positioning_event v where v.positioning_id = n.id and v.to_status::text in ('meeting_set', 'interview', 'hired')))
            as interviewed,
          bool_or(n.status = 'hired') as hired
        from positioning n
        where n.structure_id = ${structureId} and n.status <> 'withdrawn'
          and (coalesce(n.sent_at, n.created_at) at time zone 'Europe/Paris')::date between ${from}::date and ${to}::date
        group by n.participant_id
      )
      select p.birth_date::text as "birthDate", p.sex,
        exists (select 1 from eligibility_code c where c.participant_id = p.id and c.code = ${qpvCode}
          and c.proven_from <= ${to}::date and (c.proven_to is null or c.proven_to >= ${from}::date)) as qpv,
        coalesce(r.proposed, false) as proposed, coalesce(r.interviewed, false) as interviewed, coalesce(r.hired, false) as hired
      from participant p left join reached r on r.participant_id = p.id
      where p.structure_id = ${structureId} and p.created_on <= ${to}::date
        and (p.diffusion_consent or r.participant_id is not null)`),
  );
}

/** Every CV sent between two days, with the score it had and what came of it. */
export async function loadOutcomes(
  tx: Tx,
  { structureId, from, to }: { structureId: string; from: Day; to: Day },
): Promise<SentAt[]> {
  return rowsOf<SentAt & Record<string, unknown>>(
    await tx.execute(sql`
      select n.score, n.status = 'hired' as hired, n.status = 'refused' as refused,
        (n.status::text in ('meeting_set', 'interview', 'hired') or n.interview_at is not null) as interviewed
      from positioning n
      where n.structure_id = ${structureId} and n.sent_at is not null and n.status <> 'withdrawn'
        and (n.sent_at at time zone 'Europe/Paris')::date between ${from}::date and ${to}::date`),
  );
}
