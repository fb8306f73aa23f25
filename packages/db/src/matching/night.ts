import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface NightAnswer {
  offerId: string;
  /** Best first. */
  best: readonly { id: string; score: number }[];
}

export interface NightVersions {
  structureId: string;
  on: Day;
  bankVersion: string;
  skillVersion: string | null;
  rulesVersion: number;
  /** How many people the bank held. */
  people: number;
}

/**
 * Keeps a night's rankings. Whoever was there the night before keeps her first night; whoever is not there any more is dropped, and
 * is new again if she comes back. The same night twice leaves what once leaves.
 */
export async function saveNight(tx: Tx, night: NightVersions, answers: readonly NightAnswer[]): Promise<void> {
  const { structureId, on } = night;
  await tx.execute(sql`delete from night_ranking r where r.structure_id = ${structureId}
    and not r.offer_id = any(${uuids(answers.map(({ offerId }) => offerId))})`);
  await tx.execute(sql`delete from night_match m where m.structure_id = ${structureId}
    and not m.offer_id = any(${uuids(answers.map(({ offerId }) => offerId))})`);
  for (const { offerId, best } of answers) {
    const ids = uuids(best.map(({ id }) => id));
    await tx.execute(sql`
      insert into night_ranking (offer_id, structure_id, "on", bank_version, skill_version, rules_version, people, kept)
      values (${offerId}, ${structureId}, ${on}, ${night.bankVersion}, ${night.skillVersion}, ${night.rulesVersion},
        ${night.people}, ${best.length})
      on conflict (offer_id) do update set
        previous_on = case when night_ranking."on" < excluded."on" then night_ranking."on" else night_ranking.previous_on end,
        "on" = excluded."on", bank_version = excluded.bank_version, skill_version = excluded.skill_version,
        rules_version = excluded.rules_version, people = excluded.people, kept = excluded.kept, made_at = now()`);
    await tx.execute(sql`delete from night_match where offer_id = ${offerId} and not participant_id = any(${ids})`);
    // Somebody may have been erased since the bank was read.
    await tx.execute(sql`
      insert into night_match (offer_id, participant_id, structure_id, place, score, first_on)
      select ${offerId}::uuid, b.id, ${structureId}::uuid, b.place, b.score, ${on}::date
      from unnest(${ids}, ${numbers(best.map(({ score }) => score))}) with ordinality b (id, score, place)
      join participant p on p.id = b.id
      on conflict (offer_id, participant_id) do update set place = excluded.place, score = excluded.score`);
  }
}

export interface Night {
  on: Day;
  previousOn: Day | null;
  bankVersion: string;
  skillVersion: string | null;
  rulesVersion: number;
  people: number;
  kept: number;
}

/** The night of an offer, and who was not there the night before; nobody on its first night. */
export async function readNewcomers(tx: Tx, offerId: string): Promise<{ night: Night | null; ids: string[] }> {
  const [night] = rowsOf<Night>(
    await tx.execute(sql`
      select "on"::text as on, previous_on::text as "previousOn", bank_version as "bankVersion", skill_version as "skillVersion",
        rules_version as "rulesVersion", people, kept
      from night_ranking where offer_id = ${offerId}`),
  );
  if (!night || night.previousOn === null) return { night: night ?? null, ids: [] };
  const rows = await tx.execute<{ id: string }>(sql`
    select participant_id as id from night_match where offer_id = ${offerId} and first_on = ${night.on}::date order by place`);
  return { night, ids: rows.map(({ id }) => id) };
}

/** Open offers for which somebody is new since the night before, still looking, agreed, and not put forward yet. */
export async function listOffersWithNewcomers(tx: Tx) {
  return rowsOf<{
    id: string;
    title: string;
    employerName: string;
    count: number;
    names: string[];
    since: Day;
    previousOn: Day;
    ownerId: string | null;
    ownerName: string | null;
  }>(
    await tx.execute(sql`
      select o.id, o.title, e.name as "employerName", r."on"::text as since, r.previous_on::text as "previousOn",
        u.id as "ownerId", u.name as "ownerName", count(*)::int as count,
        (array_agg(p.first_name || ' ' || p.last_name order by m.place))[1:3] as names
      from night_ranking r
      join offer o on o.id = r.offer_id and o.status = 'open'
      join organisation e on e.id = o.employer_id
      join night_match m on m.offer_id = r.offer_id and m.first_on = r."on"
      join participant p on p.id = m.participant_id and p.diffusion_consent and p.status = 'available'
      left join "user" u on u.id = o.owner_id
      where r.previous_on is not null
        and not exists (select 1 from positioning n where n.offer_id = o.id and n.participant_id = p.id)
      group by o.id, o.title, e.name, r."on", r.previous_on, u.id, u.name
      order by count(*) desc, o.id limit 100`),
  );
}

function uuids(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}

function numbers(list: readonly number[]): SQL {
  return sql`${`{${list.join(',')}}`}::int[]`;
}
