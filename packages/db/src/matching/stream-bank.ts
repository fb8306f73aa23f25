import type { Profile } from '@jonction/domain/matching/profile';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** Rows a fetch: the base prepares the next ones while these are taken in. */
const fetchRows = 2_000;

/**
 * Everybody of a structure whom the actor may see, one by one, as matching reads them: for a copy of the bank in memory. One
 * snapshot (a cursor), never the whole bank at once, and no shape check a row: the base's own constraints hold here.
 * To be read to the end within the transaction.
 */
export async function* streamBank(tx: Tx, structureId: string): AsyncGenerator<Profile> {
  await tx.execute(inOrderOfIds('off'));
  // One text a person, fields between tabs: reading a million rows column by column takes three times as long. What
  // people may have typed is JSON, which writes a tab as \t; the rest is made of codes, days and numbers.
  await tx.execute(sql`declare bank_stream no scroll cursor for
    select concat(p.id, e'\t', p.diffusion_consent, e'\t', p.status, e'\t', p.available_from, e'\t',
      array_to_json(p.licences), e'\t', p.latitude, e'\t', p.longitude, e'\t', p.radius_metres, e'\t',
      p.french_level, e'\t', p.weekly_hours_min, e'\t', p.weekly_hours_max, e'\t', array_to_string(p.opted_out, ' '), e'\t',
      p.last_contact_on, e'\t', p.waiting_since, e'\t', p.created_on, e'\t',
      o.romes, e'\t', s.skills, e'\t', e.eligible, e'\t', n.positionings) as person
    from participant p
    left join (select participant_id, string_agg(rome_code || ' ' || months, ' ') as romes
               from participant_occupation group by 1) o on o.participant_id = p.id
    left join (select participant_id, json_agg(skill) as skills
               from participant_skill group by 1) s on s.participant_id = p.id
    left join (select participant_id, string_agg(concat_ws(' ', code, proven_from, coalesce(proven_to::text, '-')), ' ') as eligible
               from eligibility_code group by 1) e on e.participant_id = p.id
    left join (select participant_id, string_agg(distinct offer_id::text, ' ') as positionings
               from positioning where offer_id is not null group by 1) n on n.participant_id = p.id
    where p.structure_id = ${structureId}`);
  await tx.execute(inOrderOfIds('on'));
  // A statement is not sent before somebody waits for it: without this the base would sit idle while rows are taken in.
  const fetch = () =>
    tx.execute<{ person: string }>(sql.raw(`fetch ${fetchRows} from bank_stream`)).then((rows) => rows);
  let coming = fetch();
  for (;;) {
    const rows = await coming;
    if (rows.length === 0) break;
    coming = fetch();
    for (const { person } of rows) yield profileOf(person.split('\t'));
  }
  await tx.execute(sql`close bank_stream`);
}

/**
 * People and their lists are read side by side in the order of ids, which is that of the disk. Left to itself the planner takes
 * an index in the order of skills, and fetches every row from another page: many times slower.
 */
function inOrderOfIds(others: 'on' | 'off'): SQL {
  const ways = ['hashagg', 'hashjoin', 'sort', 'seqscan', 'bitmapscan'];
  return sql`select ${sql.join(
    ways.map((way) => sql`set_config(${`enable_${way}`}, ${others}, true)`),
    sql`, `,
  )}`;
}

/** The fields of a row, in the order of the statement; an empty one is unknown. */
function profileOf(fields: readonly string[]): Profile {
  const [id = '', consent, status, availableFrom, licences, lat, lon, radius, french, hoursMin, hoursMax, ...rest] =
    fields;
  const [optedOut = '', lastContact, waitingSince, createdOn, romes = '', skills, eligible = '', positionings = ''] =
    rest;
  return {
    id,
    consent: consent === 't',
    visible: true,
    status,
    availableFrom: availableFrom || null,
    licences: licences ? JSON.parse(licences) : null,
    eligible: threesOf(words(eligible)),
    lat: numberOf(lat),
    lon: numberOf(lon),
    radiusMetres: numberOf(radius),
    french: numberOf(french),
    weeklyHours: hoursMin || hoursMax ? { min: numberOf(hoursMin), max: numberOf(hoursMax) } : null,
    positionings: words(positionings),
    optedOut: words(optedOut),
    romes: pairsOf(words(romes)),
    skills: skills ? JSON.parse(skills) : [],
    lastContact: lastContact || null,
    waitingSince: waitingSince || null,
    createdOn: createdOn || null,
  };
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

function numberOf(text: string | undefined): number | null {
  return text ? Number(text) : null;
}

function pairsOf(items: readonly string[]): { code: string; months: number }[] {
  const pairs = [];
  for (let at = 0; at < items.length; at += 2) pairs.push({ code: items[at] ?? '', months: Number(items[at + 1]) });
  return pairs;
}

function threesOf(items: readonly string[]): { category: string; from: string | null; to: string | null }[] {
  const threes = [];
  for (let at = 0; at < items.length; at += 3) {
    const to = items[at + 2] ?? '-';
    threes.push({ category: items[at] ?? '', from: items[at + 1] ?? null, to: to === '-' ? null : to });
  }
  return threes;
}
