import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../client.ts';
import { open } from './open.ts';

const held = z.object({ code: z.string(), months: z.number() });

const candidateSchema = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  status: z.string(),
  consent: z.boolean(),
  availableFrom: z.string().nullable(),
  weeklyHoursMin: z.number().nullable(),
  weeklyHoursMax: z.number().nullable(),
  licences: z.array(z.string()).nullable(),
  optedOut: z.array(z.string()),
  already: z.boolean(),
  preparedAt: z.string().nullable(),
  /** Her confirmed CVs: which of them goes out is chosen for the offer. */
  cvs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      current: z.boolean(),
      confirmedOn: z.string().nullable(),
      occupations: z.array(z.string()),
      content: z.unknown(),
    }),
  ),
  occupations: z.array(held).nullable(),
  skills: z.array(z.string()).nullable(),
  languages: z.array(z.object({ code: z.string(), level: z.string().nullable() })).nullable(),
  codes: z.array(z.object({ code: z.string(), from: z.string(), to: z.string().nullable() })).nullable(),
});
export type CandidateRow = z.infer<typeof candidateSchema>;

/**
 * People about to be put forward, with the CVs that may go out and what may stand in the way. `offerId` or `employerId` says
 * what "already" means: on this offer, or a positioning still open at this company. One statement whatever their number.
 */
export async function loadCandidates(
  tx: Tx,
  ids: readonly string[],
  towards: { offerId: string | null; employerId: string },
): Promise<CandidateRow[]> {
  const rows = await tx.execute<{ candidate: unknown }>(sql`
    select json_build_object(
      'id', p.id, 'firstName', p.first_name, 'lastName', p.last_name, 'phone', p.phone, 'email', p.email, 'city', p.city,
      'status', p.status, 'consent', p.diffusion_consent, 'availableFrom', p.available_from,
      'weeklyHoursMin', p.weekly_hours_min, 'weeklyHoursMax', p.weekly_hours_max, 'licences', p.licences,
      'optedOut', p.opted_out,
      'already', exists (select 1 from positioning n where n.participant_id = p.id and case
          when ${towards.offerId}::uuid is not null then n.offer_id = ${towards.offerId}::uuid
          else n.employer_id = ${towards.employerId}::uuid and n.status in (${open}) end),
      'preparedAt', (select max(at) from contact c where c.participant_id = p.id and c.purpose = 'preparation' and c.outcome = 'reached'),
      'cvs', (select coalesce(json_agg(json_build_object('id', v.id, 'title', v.title, 'current', v.current,
          'confirmedOn', v.confirmed_on, 'content', v.content,
          'occupations', coalesce(jsonb_path_query_array(v.content, '$.occupations[*].code'), '[]'))), '[]')
        from cv v where v.participant_id = p.id and v.status = 'confirmed'),
      'occupations', (select json_agg(json_build_object('code', o.rome_code, 'months', o.months)
                        order by o.position, o.months desc) from participant_occupation o
                      where o.participant_id = p.id),
      'skills', (select json_agg(s.label order by s.label) from participant_skill s where s.participant_id = p.id),
      'languages', (select json_agg(json_build_object('code', l.code, 'level', l.level)) from participant_language l where l.participant_id = p.id),
      'codes', (select json_agg(json_build_object('code', e.code, 'from', e.proven_from, 'to', e.proven_to)) from eligibility_code e where e.participant_id = p.id)
    ) as candidate
    from participant p
    where p.id in ${sql`(${sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    )})`}
    for update of p`);
  const byId = new Map(
    z
      .array(candidateSchema)
      .parse(rows.map(({ candidate }) => candidate))
      .map((one) => [one.id, one]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
