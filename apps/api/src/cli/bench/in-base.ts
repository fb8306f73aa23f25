import type { Database } from '@jonction/db/client';
import { rankInBase } from '@jonction/db/matching/rank-in-base';
import { defaultWeights } from '@jonction/domain/matching/criterion';
import { matchOccupation, occupationValues } from '@jonction/domain/matching/occupation';
import { weightOfSkill } from '@jonction/domain/matching/skill-weight';
import { addDays } from '@jonction/domain/shared/day';
import type { Placed } from '@jonction/matching-engine/bank';
import type postgres from 'postgres';
import { type BenchQuestion, best, type Contender } from './contender.ts';
import { benchStructure } from './fill-base.ts';

/** The stand-in of the product: the real tables, behind the walls, with its counts of who is left out and why. */
export function realTables(application: Database): Contender {
  const actor = { kind: 'user', role: 'facilitator', structureId: benchStructure } as const;
  return {
    name: 'sql_tables',
    best: async ({ weights, ...question }) => {
      const asked = { ...question, structureId: benchStructure, weights: weights ?? defaultWeights, limit: best };
      return (await application.as(actor, (tx) => rankInBase(tx, asked))).best;
    },
  };
}

/**
 * A table made for this one question, without walls: a row per person and occupation, those who may be put forward only, in
 * the order of occupations on the disk; lists as bits where they fit.
 */
export async function layWideTable(loader: postgres.Sql): Promise<void> {
  await loader.unsafe(`
    create unlogged table wide as
    select o.rome_code as rome, o.months, p.id, p.available_from, p.latitude, p.longitude, p.radius_metres, p.french_level,
      coalesce(p.weekly_hours_min, 0) as hours_min, coalesce(p.weekly_hours_max, 32767) as hours_max, p.opted_out,
      p.last_contact_on, p.waiting_since, p.created_on,
      (select bit_or(1::bigint << substr(l, 9)::int) from unnest(p.licences) l) as licences_held, p.licences is not null as licences_known,
      e.categories, e.codes, e.froms, e.tos,
      array(select substr(skill, 7)::int from participant_skill s where s.participant_id = p.id) as skills
    from participant p join participant_occupation o on o.participant_id = p.id
    join (select participant_id, bit_or(1 << substr(code, 10)::int) as categories, array_agg(substr(code, 10)::int) as codes,
            array_agg(proven_from) as froms, array_agg(coalesce(proven_to, 'infinity')) as tos
          from eligibility_code group by 1) e on e.participant_id = p.id
    where p.diffusion_consent and p.status = 'available'
    order by o.rome_code, p.id`);
  await loader.unsafe('create index wide_rome on wide (rome)');
  await loader.unsafe('analyze wide');
}

/** Two steps in one statement: all but the skills for everybody who passes, then skills for those who can still be among the best. */
const statement = `
  with near as (select * from unnest($1::text[], $2::int[]) as n (rome, value)),
  kept as materialized (
    select distinct on (w.id) w.id, w.skills, w.waiting_since, w.created_on,
      $3::int * n.value
      + $4::int * case when $5::int = 0 then 1000 else least(1000, 1000 * w.months / $5) end
      + $6::int * case when m.metres is null or w.radius_metres is null then 0 when w.radius_metres = 0 then 1000
          else 1000 * (w.radius_metres - m.metres) / w.radius_metres end
      + $7::int * case when w.last_contact_on is null or $8::date - w.last_contact_on >= 180 then 0
          when $8 - w.last_contact_on <= 15 then 1000 else 1000 * (180 - ($8 - w.last_contact_on)) / 165 end
      + $9::int * case when w.waiting_since is null or w.waiting_since > $8 then 0
          else least(1000, 1000 * ($8 - w.waiting_since) / 365) end as partial
    from near n join wide w on w.rome = n.rome
    cross join lateral (select case when w.latitude is not null and w.longitude is not null then
      floor(2 * 6371008.8::float8 * asin(sqrt(least(1,
        sin(($10::float8 * pi() / 180 - w.latitude * pi() / 180) / 2) ^ 2 + cos(w.latitude * pi() / 180) * cos($10 * pi() / 180)
        * sin((($11::float8 - w.longitude) * pi() / 180) / 2) ^ 2))) + 0.5)::int end as metres offset 0) m
    where w.categories & $12::int <> 0
      and (w.available_from is null or w.available_from <= $13::date)
      and w.hours_min <= $14::int and w.hours_max >= $15::int
      and (w.french_level is null or w.french_level >= $16::int)
      and (not w.licences_known or coalesce(w.licences_held, 0) & $17::bigint = $17)
      and (w.latitude is null or w.radius_metres is null or abs(w.latitude - $10) * 111100 <= w.radius_metres)
      and (m.metres is null or w.radius_metres is null or m.metres <= w.radius_metres)
      and exists (select 1 from unnest(w.codes, w.froms, w.tos) c (code, proven_from, proven_to)
                  where (1 << c.code) & $12 <> 0 and c.proven_from <= $18::date and c.proven_to >= $18)
      and $19::uuid <> all (w.opted_out)
    order by w.id, n.value desc, w.months desc
  ), bar as (select partial from kept order by partial desc offset $20::int - 1 limit 1)
  select id, score from (
    select id, waiting_since, created_on, partial + $21::int * coalesce(
      (select 1000::bigint * sum(a.weight) / $22::int from unnest($23::int[], $24::int[]) a (skill, weight) where a.skill = any (skills)),
      0)::int as score
    from kept where partial + $21 * 1000 >= coalesce((select partial from bar), 0)
  ) scored
  order by score desc, case when waiting_since <= $8 then waiting_since end nulls last, created_on, id limit $20`;

const numberOf = (name: string) => Number(name.slice(name.indexOf('_') + 1));

export function wideTable(loader: postgres.Sql, codes: readonly string[]): Contender {
  return {
    name: 'sql_wide',
    best: async (question) => {
      const rows = await loader.unsafe<(Placed & Record<string, unknown>)[]>(statement, parametersOf(question, codes), {
        prepare: true,
      });
      return rows.map(({ id, score }) => ({ id, score }));
    },
  };
}

function parametersOf({ offer, today, proximity, skills, weights: asked }: BenchQuestion, codes: readonly string[]) {
  const weights = asked ?? defaultWeights;
  const near = codes
    .map((code) => ({ code, value: occupationValues[matchOccupation([{ code }], offer, proximity).tier] }))
    .filter(({ value }) => value > 0);
  const wanted = offer.skills ?? [];
  const skillWeights = wanted.map((skill) => weightOfSkill(skills, skill));
  const bits = (names: readonly string[] | null | undefined) =>
    (names ?? []).reduce((sum, name) => sum + 2 ** numberOf(name), 0);
  return [
    ...[near.map(({ code }) => code), near.map(({ value }) => value), weights.occupation, weights.experience],
    ...[offer.months ?? 0, weights.distance, weights.freshness, today, weights.waiting, offer.lat ?? 0, offer.lon ?? 0],
    ...[bits(offer.categories), addDays(offer.start, offer.slackDays ?? 0), offer.weeklyHours?.max ?? 32_767],
    ...[
      offer.weeklyHours?.min ?? 0,
      offer.french ?? 0,
      bits(offer.licences),
      offer.start,
      offer.contractor ?? null,
      best,
    ],
    ...[weights.skills, skillWeights.reduce((sum, weight) => sum + weight, 0), wanted.map(numberOf), skillWeights],
  ];
}
