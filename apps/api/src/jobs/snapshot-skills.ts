import type { JobContext } from './start.ts';

/**
 * Freezes how many people of each structure's bank hold each skill: the weights of the next day's rankings, named by a version on
 * every result. Everybody counts, whoever may be proposed or not. A bank that did not change keeps its version.
 */
export async function snapshotSkills({ database }: Pick<JobContext, 'database'>): Promise<void> {
  await database.client`
    with bank as (
      select o.id as structure_id,
             (select count(*)::int from participant p where p.structure_id = o.id) as profiles,
             (select coalesce(jsonb_object_agg(skill, holders), '{}') from (
                select skill, count(*)::int as holders from participant_skill s where s.structure_id = o.id group by skill) k) as counts
      from organisation o where o.kind = 'structure'
    ), latest as (
      select distinct on (structure_id) structure_id, version, profiles, counts
      from skill_snapshot order by structure_id, version desc
    )
    insert into skill_snapshot (structure_id, version, profiles, counts)
    select b.structure_id, coalesce(l.version, 0) + 1, b.profiles, b.counts
    from bank b left join latest l on l.structure_id = b.structure_id
    where b.profiles > 0 and (l.version is null or l.profiles <> b.profiles or l.counts <> b.counts)`;
}
