import type { Weights } from '@jonction/domain/matching/criterion';
import { availableStatus, type ExclusionReason, exclusionReasons } from '@jonction/domain/matching/exclusion';
import { occupationValues } from '@jonction/domain/matching/occupation';
import type { MatchOffer, Proximity } from '@jonction/domain/matching/offer';
import { type SkillWeights, weightOfSkill } from '@jonction/domain/matching/skill-weight';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

export interface ToRank {
  structureId: string;
  /** Its id and its contractor are UUIDs: they are those of the base. */
  offer: MatchOffer;
  today: Day;
  proximity: Proximity;
  weights: Weights;
  skills: SkillWeights;
  limit: number;
  widen?: boolean;
}

export interface RankedInBase {
  /** Best first, in the order of `compareRows`. */
  best: { id: string; score: number }[];
  /** How many are ranked, whatever the limit. */
  total: number;
  excluded: Partial<Record<ExclusionReason, number>>;
}

/**
 * The rule of `domain/matching` as one statement: ids, scores, order and counts are those of `rankProfiles`, to the last tie.
 * For as long as the copy in memory is being read. People are those that the actor may see; who is not visible is not there.
 */
export async function rankInBase(tx: Tx, asked: ToRank): Promise<RankedInBase> {
  const [row] = await tx.execute<{ [key in keyof RankedInBase]: RankedInBase[key] }>(statementOf(asked));
  if (!row) throw new Error('a ranking without a row');
  const { best, total, excluded } = row;
  return {
    best,
    total,
    excluded: Object.fromEntries(
      exclusionReasons.flatMap((reason) => (excluded[reason] ? [[reason, excluded[reason]]] : [])),
    ),
  };
}

function statementOf({ structureId, offer, today, weights, limit, ...asked }: ToRank): SQL {
  const start = sql`${offer.start}::date`;
  const day = sql`${today}::date`;
  const skills = [...new Set(offer.skills)];
  const skillWeights = skills.map((skill) => weightOfSkill(asked.skills, skill));
  const months = sql`${offer.months ?? 0}::int`;
  return sql`
  with eligible as (
    select distinct participant_id from eligibility_code
    where structure_id = ${structureId} and code = any(${list(offer.categories)})
      and proven_from <= ${start} and (proven_to is null or proven_to >= ${start})
  ), put_forward as (
    select distinct participant_id from positioning where offer_id = ${offer.id}::uuid
  ), judged as materialized (
    select p.id, p.latitude, p.longitude, p.radius_metres, p.last_contact_on, p.waiting_since, p.created_on,
      case
        when not p.diffusion_consent then 'consent'
        when p.status <> ${availableStatus} then 'status'
        when p.available_from > ${addDays(offer.start, offer.slackDays ?? 0)}::date then 'availability'
        when not p.licences @> ${list(offer.licences)} then 'licences'
        when e.participant_id is null then 'category'
        when ${metresTo(offer)} > p.radius_metres + ${offer.beyondMetres ?? 0}::int then 'distance'
        when p.french_level < ${offer.french ?? 0}::float8 then 'french'
        when greatest(p.weekly_hours_min, ${offer.weeklyHours?.min ?? 0}::float8)
           > least(p.weekly_hours_max, ${offer.weeklyHours?.max ?? null}::float8) then 'hours'
        when f.participant_id is not null then 'already'
        when ${offer.contractor ?? null}::uuid = any(p.opted_out) then 'opted_out'
      end as reason
    from participant p
    left join eligible e on e.participant_id = p.id
    left join put_forward f on f.participant_id = p.id
    where p.structure_id = ${structureId}
  ), near as materialized (
    -- The occupation is the last reason: looked up for those alone whom nothing else leaves out. Best value, then longest
    -- months, in one number: months are below 1000.
    select p.*, ${metresTo(offer)} as metres, coalesce(o.found, 0) as found
    from judged p
    left join lateral (
      select max(1000 * ${occupationValue(offer.rome, asked.proximity)} + months) as found
      from participant_occupation where participant_id = p.id
    ) o on true
    where p.reason is null
  ), ranked as (
    select * from near where found >= 1000 or ${asked.widen ?? false}::bool
  ), scored as (
    select j.id, j.waiting_since, j.created_on,
      ${weights.occupation}::int * (j.found / 1000)
      + ${weights.experience}::int * case when ${months} <= 0 then 1000
          when j.found < 1000 then 0 else least(1000, 1000 * (j.found % 1000) / greatest(1, ${months})) end
      + ${weights.skills}::int * ${skillsValue(skillWeights)}
      + ${weights.distance}::int * case when j.metres is null or j.radius_metres is null then 0
          when j.radius_metres = 0 then 1000
          else 1000 * greatest(0, j.radius_metres - j.metres) / j.radius_metres end
      + ${weights.freshness}::int * case when j.last_contact_on is null or ${day} - j.last_contact_on >= 180 then 0
          when ${day} - j.last_contact_on <= 15 then 1000
          else 1000 * (180 - (${day} - j.last_contact_on)) / 165 end
      + ${weights.waiting}::int * case when j.waiting_since is null or j.waiting_since > ${day} then 0
          else least(1000, 1000 * (${day} - j.waiting_since) / 365) end as score
    from ranked j
    left join lateral (
      select sum(k.weight)::int as weight, count(*)::int as held
      from participant_skill s join unnest(${list(skills)}, ${sql.param(skillWeights)}::int[]) k (skill, weight) on k.skill = s.skill
      where s.participant_id = j.id
    ) h on true
  ), best as (
    select id, score, row_number() over (order by score desc,
      case when waiting_since <= ${day} then waiting_since end nulls last, created_on, id) as place
    from scored order by place limit ${limit}
  )
  select (select coalesce(json_agg(json_build_object('id', id, 'score', score) order by place), '[]') from best) as best,
    (select count(*)::int from ranked) as total,
    (select coalesce(json_object_agg(reason, people), '{}') from (
       select reason, count(*) as people from judged where reason is not null group by 1
       union all
       select 'occupation', (select count(*) from near) - (select count(*) from ranked)
     ) c) as excluded`;
}

/** `matchOccupation` for one code of a person. */
function occupationValue(rome: string, proximity: Proximity): SQL {
  const near = Object.hasOwn(proximity, rome) ? proximity[rome] : undefined;
  return sql`case when rome_code = ${rome} then ${occupationValues.same}::int
    when rome_code = any(${list(near?.close)}) then ${occupationValues.close}::int
    when rome_code = any(${list(near?.next)}) then ${occupationValues.next}::int
    when left(rome_code, 3) = ${rome.slice(0, 3)} then ${occupationValues.domain}::int
    else 0 end`;
}

/** `greatCircleMetres`, letter for letter; null where a place is unknown. */
function metresTo({ lat, lon }: MatchOffer): SQL {
  const radians = (degrees: SQL) => sql`(${degrees} * pi() / 180)`;
  const to = { lat: sql`${lat ?? null}::float8`, lon: sql`${lon ?? null}::float8` };
  const sinLat = sql`sin((${radians(to.lat)} - ${radians(sql`p.latitude`)}) / 2)`;
  const sinLon = sql`sin(${radians(sql`(${to.lon} - p.longitude)`)} / 2)`;
  const cosines = sql`cos(${radians(sql`p.latitude`)}) * cos(${radians(to.lat)})`;
  const h = sql`${sinLat} ^ 2 + ${cosines} * ${sinLon} ^ 2`;
  return sql`case when p.latitude + p.longitude + ${to.lat} + ${to.lon} is not null
    then floor(2 * 6371008.8::float8 * asin(sqrt(least(1, ${h}))) + 0.5)::int end`;
}

/** Weight held over weight asked; a bank that weighs nothing yet counts skills; none asked: 1000. */
function skillsValue(weights: readonly number[]): SQL {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length === 0) return sql`1000`;
  return sum === 0
    ? sql`(1000 * h.held / ${weights.length}::int)`
    : sql`(1000::bigint * coalesce(h.weight, 0) / ${sum}::int)`;
}

function list(items: readonly string[] | null | undefined): SQL {
  return sql`${sql.param([...(items ?? [])])}::text[]`;
}
