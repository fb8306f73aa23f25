import type postgres from 'postgres';

interface Asked {
  s: string;
  contract: string;
  buyer: string;
  user: string;
}

/** A census that asks the buyer about its contract, by a letter; nobody answered it. */
export async function fillCensus(sql: postgres.Sql, { s, contract, buyer, user }: Asked): Promise<void> {
  const [campaign] = await sql<{ id: string }[]>`
    insert into census_campaign (structure_id, title, letter, opened_on, due_on, opened_by)
    values (${s}, 'Recensement', 'Où en êtes-vous ?', '2026-03-01', '2026-03-31', ${user}) returning id`;
  const [ask] = await sql<{ id: string }[]>`
    insert into census_ask (campaign_id, structure_id, buyer_id) values (${campaign?.id ?? null}, ${s}, ${buyer}) returning id`;
  await sql`insert into census_row (campaign_id, contract_id, structure_id, buyer_id, ask_id, status)
    values (${campaign?.id ?? null}, ${contract}, ${s}, ${buyer}, ${ask?.id ?? null}, 'active')`;
  await sql`insert into census_letter (ask_id, campaign_id, structure_id, buyer_id, rung, address, token_hash, expires_at)
    values (${ask?.id ?? null}, ${campaign?.id ?? null}, ${s}, ${buyer}, 0, 'voirie@ville.test', ${crypto.randomUUID()}, now() + interval '60 days')`;
}
