import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../client.ts';

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
  cvId: z.string().nullable(),
  cvTitle: z.string().nullable(),
  cvContent: z.unknown(),
  occupations: z.array(held).nullable(),
  skills: z.array(z.string()).nullable(),
  languages: z.array(z.object({ code: z.string(), level: z.string().nullable() })).nullable(),
  codes: z.array(z.object({ code: z.string(), from: z.string(), to: z.string().nullable() })).nullable(),
});
export type CandidateRow = z.infer<typeof candidateSchema>;

/**
 * People about to be put forward, with the CV that goes out and what may stand in the way. `offerId` or `employerId` says
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
          else n.employer_id = ${towards.employerId}::uuid and n.status in ('proposed', 'sent', 'seen', 'interview') end),
      'preparedAt', (select max(at) from contact c where c.participant_id = p.id and c.purpose = 'preparation' and c.outcome = 'reached'),
      'cvId', v.id, 'cvTitle', v.title, 'cvContent', v.content,
      'occupations', (select json_agg(json_build_object('code', o.rome_code, 'months', o.months)
                        order by o.position, o.months desc) from participant_occupation o
                      where o.participant_id = p.id),
      'skills', (select json_agg(s.label order by s.label) from participant_skill s where s.participant_id = p.id),
      'languages', (select json_agg(json_build_object('code', l.code, 'level', l.level)) from participant_language l where l.participant_id = p.id),
      'codes', (select json_agg(json_build_object('code', e.code, 'from', e.proven_from, 'to', e.proven_to)) from eligibility_code e where e.participant_id = p.id)
    ) as candidate
    from participant p
    left join cv v on v.participant_id = p.id and v.current and v.status = 'confirmed'
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
