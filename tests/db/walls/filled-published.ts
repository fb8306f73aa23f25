import type postgres from 'postgres';

/** A published contract that the team said is its own, and an amendment of it that was refused. */
export async function fillPublished(
  sql: postgres.Sql,
  { s, contract, buyer, user }: { s: string; contract: string; buyer: string; user: string },
): Promise<void> {
  const [open] = await sql<{ id: string }[]>`
    insert into contract (buyer_id, reference, object, source, open_data)
    values (${buyer}, 'PUBLIE-1', 'Nettoyage', 'decp', '{"publications": []}') returning id`;
  const openId = open?.id ?? null;
  await sql`insert into published_pair (structure_id, contract_id, open_id, verdict, decided_by)
    values (${s}, ${contract}, ${openId}, 'same', ${user})`;
  await sql`insert into published_amendment (structure_id, contract_id, open_id, key, verdict, reason, said, decided_by)
    values (${s}, ${contract}, ${openId}, '2026-01-01', 'refused', 'Annulé', '{}', ${user})`;
}
