import type { Proximity } from '@jonction/domain/matching/offer';
import { type Profile, profileSchema } from '@jonction/domain/matching/profile';
import { type SkillWeights, skillWeights } from '@jonction/domain/matching/skill-weight';
import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../client.ts';
import { skillSnapshot } from './tables.ts';

const bankRows = z.array(profileSchema);

/**
 * The profiles of a bank that the actor may see, or of those of `participantIds`, as matching reads them: keyed codes of
 * eligibility, never categories; no name, no birth date, no address.
 */
export async function loadBank(
  tx: Tx,
  { structureId, participantIds }: { structureId: string; participantIds?: readonly string[] },
): Promise<Profile[]> {
  const ids = participantIds ? sql`${`{${participantIds.join(',')}}`}::uuid[]` : null;
  const of = (column: SQL) => (ids ? sql`where ${column} = any(${ids})` : sql`where structure_id = ${structureId}`);
  const rows = await tx.execute<{ profile: unknown }>(sql`
    select json_build_object(
      'id', p.id, 'consent', p.diffusion_consent, 'visible', true, 'status', p.status,
      'availableFrom', p.available_from, 'licences', p.licences, 'lat', p.latitude, 'lon', p.longitude,
      'radiusMetres', p.radius_metres, 'french', p.french_level,
      'weeklyHours', case when p.weekly_hours_min is null and p.weekly_hours_max is null then null
                     else json_build_object('min', p.weekly_hours_min, 'max', p.weekly_hours_max) end,
      'optedOut', p.opted_out, 'lastContact', p.last_contact_on, 'waitingSince', p.waiting_since, 'createdOn', p.created_on,
      'eligible', coalesce(e.codes, '[]'), 'romes', coalesce(o.romes, '[]'), 'skills', coalesce(s.skills, '[]'),
      'positionings', coalesce(n.offers, '[]')
    ) as profile
    from participant p
    left join (select participant_id, json_agg(json_build_object('code', rome_code, 'months', months)) as romes
               from participant_occupation ${of(sql`participant_id`)} group by 1) o on o.participant_id = p.id
    left join (select participant_id, json_agg(skill) as skills
               from participant_skill ${of(sql`participant_id`)} group by 1) s on s.participant_id = p.id
    left join (select participant_id, json_agg(json_build_object('category', code, 'from', proven_from, 'to', proven_to)) as codes
               from eligibility_code ${of(sql`participant_id`)} group by 1) e on e.participant_id = p.id
    left join (select participant_id, json_agg(distinct offer_id) as offers
               from positioning ${of(sql`participant_id`)} and offer_id is not null group by 1) n on n.participant_id = p.id
    where p.structure_id = ${structureId} ${ids ? sql`and p.id = any(${ids})` : sql``}`);
  return bankRows.parse(rows.map(({ profile }) => profile));
}

/** Close and next occupations of some ROME codes. */
export async function loadProximity(tx: Tx, romeCodes: readonly string[]): Promise<Proximity> {
  const rows = await tx.execute<{ code: string; target: string; kind: 'close' | 'next' }>(
    sql`select code, target, kind from rome_mobility where code = any(${`{${romeCodes.join(',')}}`}::text[])`,
  );
  const of = (code: string, wanted: 'close' | 'next') =>
    rows.filter((row) => row.code === code && row.kind === wanted).map(({ target }) => target);
  return Object.fromEntries(romeCodes.map((code) => [code, { close: of(code, 'close'), next: of(code, 'next') }]));
}

const counts = z.record(z.string(), z.number().int());

/**
 * Last night's weights of skills. On a first day there are none: the skills `asked` are weighed as the bank stands.
 */
export async function loadSkillWeights(tx: Tx, structureId: string, asked: readonly string[]): Promise<SkillWeights> {
  const [row] = await tx
    .select()
    .from(skillSnapshot)
    .where(eq(skillSnapshot.structureId, structureId))
    .orderBy(desc(skillSnapshot.version))
    .limit(1);
  if (!row) return weighNow(tx, structureId, asked);
  const holders = new Map(Object.entries(counts.parse(row.counts)));
  return skillWeights(row.profiles, holders, `${row.madeAt.toISOString().slice(0, 10)} n° ${row.version}`);
}

async function weighNow(tx: Tx, structureId: string, asked: readonly string[]): Promise<SkillWeights> {
  const [bank] = await tx.execute<{ profiles: number; counts: unknown }>(sql`
    select (select count(*)::int from participant where structure_id = ${structureId}) as profiles,
      (select coalesce(json_object_agg(skill, holders), '{}') from (
         select skill, count(*)::int as holders from participant_skill
         where structure_id = ${structureId} and skill in (select jsonb_array_elements_text(${JSON.stringify(asked)}::jsonb))
         group by skill) k) as counts`);
  return skillWeights(bank?.profiles ?? 0, new Map(Object.entries(counts.parse(bank?.counts ?? {}))));
}
