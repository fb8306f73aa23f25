import type { Profile } from '@jonction/domain/matching/profile';
import type postgres from 'postgres';
import { today } from '../../matching-engine/random-bank.ts';

/** A bank in the tables: its structure, those who stand in another one, and its people as the base can say them. */
export interface LaidBank {
  structureId: string;
  otherStructureId: string;
  people: Profile[];
}

const contractors: Readonly<Record<string, string>> = {
  contractor_1: '00000000-0000-7000-8000-0000000000c1',
  contractor_2: '00000000-0000-7000-8000-0000000000c2',
};

export function contractorOf(name: string | null | undefined): string | null {
  return name == null ? null : (contractors[name] ?? null);
}

/** Lays drawn people into the real tables; whoever is not visible belongs to a structure next door. */
export async function layBank(
  sql: postgres.Sql,
  drawn: readonly Profile[],
  offerIds: readonly string[],
): Promise<LaidBank> {
  const [structureId, otherStructureId, employerId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const people = drawn.map(asTheBaseSaysIt);
  const of = ({ visible }: Profile) => (visible ? structureId : otherStructureId);
  const lay = async (table: string, rows: Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    if (rows.length === 0) return;
    await sql.unsafe(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
      [JSON.stringify(rows)],
    );
  };
  await lay('organisation', [
    { id: structureId, kind: 'structure', name: 'Clauses', slug: structureId },
    { id: otherStructureId, kind: 'structure', name: 'Voisines', slug: otherStructureId },
    { id: employerId, kind: 'employer', name: 'Bâtir', slug: null },
  ]);
  await lay(
    'participant',
    people.map((person) => ({
      ...{ id: person.id, structure_id: of(person), first_name: 'Camille', last_name: 'Martin', status: person.status },
      ...{ diffusion_consent: person.consent, available_from: person.availableFrom, licences: person.licences },
      ...{
        latitude: person.lat,
        longitude: person.lon,
        radius_metres: person.radiusMetres,
        french_level: person.french,
      },
      ...{ weekly_hours_min: person.weeklyHours?.min ?? null, weekly_hours_max: person.weeklyHours?.max ?? null },
      ...{ opted_out: person.optedOut, waiting_since: person.waitingSince, last_contact_on: person.lastContact },
      created_on: person.createdOn,
    })),
  );
  const each = <Item>(listOf: (person: Profile) => readonly Item[] | null | undefined, row: (item: Item) => object) =>
    people.flatMap((person) =>
      (listOf(person) ?? []).map((item) => ({ participant_id: person.id, structure_id: of(person), ...row(item) })),
    );
  await lay(
    'participant_occupation',
    each(
      ({ romes }) => romes,
      ({ code, months }) => ({ rome_code: code, months, position: 0 }),
    ),
  );
  await lay(
    'participant_skill',
    each(
      ({ skills }) => skills,
      (skill) => ({ skill, label: skill }),
    ),
  );
  await lay(
    'eligibility_code',
    each(
      ({ eligible }) => eligible,
      ({ category, from, to }) => ({ code: category, proven_from: from, proven_to: to }),
    ),
  );
  for (const id of offerIds) {
    await sql`insert into offer (id, structure_id, employer_id, title, rome_code, weekly_hours_min, weekly_hours_max,
        employment_kind, starts_on, place_label, latitude, longitude)
      values (${id}, ${structureId}, ${employerId}, 'Agent', 'K2204', 20, 30, 'fixed_term', ${today}, 'Paris', 48.8, 2.3)`;
  }
  const positioned = each(
    ({ positionings }) => positionings,
    (offerId) => ({ offer_id: offerId }),
  );
  for (const { participant_id, structure_id, offer_id } of positioned as Record<string, string>[]) {
    await sql`insert into positioning (structure_id, participant_id, employer_id, offer_id)
      values (${structure_id ?? ''}, ${participant_id ?? ''}, ${employerId}, ${offer_id ?? ''})`;
  }
  return { structureId, otherStructureId, people };
}

/** What the columns can hold of a drawn person: no unknown consent, months or first day; each occupation once. */
function asTheBaseSaysIt(person: Profile): Profile {
  const romes = new Map<string, number>();
  for (const { code, months } of person.romes ?? []) romes.set(code, Math.max(months ?? 0, romes.get(code) ?? 0));
  const eligible = new Map(
    (person.eligible ?? []).map(({ category, from, to }) => [
      `${category} ${from ?? today}`,
      { category, from: from ?? today, to: to ?? null },
    ]),
  );
  const { min, max } = person.weeklyHours ?? {};
  return {
    ...person,
    consent: person.consent === true,
    createdOn: person.createdOn ?? today,
    weeklyHours: min == null && max == null ? null : { min: min ?? null, max: max ?? null },
    optedOut: (person.optedOut ?? []).flatMap((name) => contractorOf(name) ?? []),
    romes: [...romes].map(([code, months]) => ({ code, months })),
    eligible: [...eligible.values()],
  };
}
