import type { Profile } from '@jonction/domain/matching/profile';
import type postgres from 'postgres';
import { copyRows } from './copy-rows.ts';

/** The structure whose people are ranked. */
export const benchStructure = '00000000-0000-7000-8000-0000000000a1';

const tables = {
  participant: `id, structure_id, first_name, last_name, status, available_from, licences, latitude, longitude,
    radius_metres, french_level, weekly_hours_min, weekly_hours_max, opted_out, waiting_since, last_contact_on,
    diffusion_consent, created_on`,
  participant_occupation: 'participant_id, structure_id, rome_code, months',
  participant_skill: 'participant_id, structure_id, skill, label',
  eligibility_code: 'participant_id, structure_id, code, proven_from, proven_to',
};

/** Lays people into the real tables by COPY, in the order of their ids as the base itself would make them. */
export async function fillBase(client: postgres.Sql, profiles: readonly Profile[]): Promise<void> {
  await client`insert into organisation (id, kind, name, slug) values
    (${benchStructure}, 'structure', 'Clauses du banc', 'banc')`;
  const ordered = profiles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rowsOf: Record<keyof typeof tables, (profile: Profile) => unknown[][]> = {
    participant: (profile) => [personOf(profile)],
    participant_occupation: ({ id, romes }) =>
      (romes ?? []).map(({ code, months }) => [id, benchStructure, code, months ?? 0]),
    participant_skill: ({ id, skills }) => (skills ?? []).map((skill) => [id, benchStructure, skill, skill]),
    eligibility_code: ({ id, eligible }) =>
      (eligible ?? []).map(({ category, from, to }) => [id, benchStructure, category, from, to]),
  };
  for (const table of ['participant', 'participant_occupation', 'participant_skill', 'eligibility_code'] as const) {
    await copyRows(client, table, tables[table], ordered.values().flatMap(rowsOf[table]));
  }
  await client.unsafe(`analyze ${Object.keys(tables).join(', ')}`);
}

function personOf(profile: Profile): unknown[] {
  const { id, status, availableFrom, licences, lat, lon, radiusMetres, french, weeklyHours } = profile;
  return [
    ...[id, benchStructure, 'Camille', 'Martin', status, availableFrom, licences, lat, lon, radiusMetres],
    ...[french, weeklyHours?.min, weeklyHours?.max, profile.optedOut ?? [], profile.waitingSince],
    ...[profile.lastContact, profile.consent ? 't' : 'f', profile.createdOn],
  ];
}
