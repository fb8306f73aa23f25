import type postgres from 'postgres';

interface Concerned {
  s: string;
  contract: string;
  buyer: string;
  user: string;
}

/** A draft with a choice, and an emergency in force with a measure on the contract and a letter that was not written yet. */
export async function fillCrisis(sql: postgres.Sql, { s, contract, buyer, user }: Concerned): Promise<void> {
  const declared = { structure_id: s, title: 'Canicule', regime: 'other', from_day: '2026-03-01', written_by: user };
  const [draft] = await sql<{ id: string }[]>`
    insert into crisis ${sql({ ...declared, terms: '{}' })} returning id`;
  const [force] = await sql<{ id: string }[]>`
    insert into crisis ${sql({
      ...{ ...declared, terms: '{}', state: 'in_force', applied_on: '2026-03-02', applied_by: user },
      applied_at: '2026-03-02T08:00:00Z',
    })} returning id`;
  await sql`insert into crisis_choice (crisis_id, contract_id, measure, structure_id, chosen, chosen_by)
    values (${draft?.id ?? null}, ${contract}, 'stop', ${s}, true, ${user})`;
  await sql`insert into crisis_measure (crisis_id, structure_id, contract_id, measure, exempt_from, recorded_on)
    values (${force?.id ?? null}, ${s}, ${contract}, 'no_penalty', '2026-03-01', '2026-03-02')`;
  await sql`insert into crisis_letter (crisis_id, structure_id, organisation_id, receiver, moment, address, contract_ids, body, sent_by)
    values (${force?.id ?? null}, ${s}, ${buyer}, 'buyer', 'begin', 'voirie@ville.test', ${[contract]}, 'Bonjour', ${user})`;
}
