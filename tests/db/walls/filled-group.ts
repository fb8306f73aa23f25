import type postgres from 'postgres';

interface Grouped {
  /** The structure, and the company whose hours are validated. */
  s: string;
  e: string;
  contract: string;
  clause: string;
  buyer: string;
}

/** Three companies that share the clause by thirds of 420 hours; the first took over a hundredth of an hour of the second. */
export async function fillGroup(sql: postgres.Sql, { s, e, contract, clause, buyer }: Grouped): Promise<void> {
  const others = await sql<{ id: string }[]>`
    insert into organisation (kind, name) values ('employer', 'Peinture Amiel'), ('employer', 'Sols du Levant') returning id`;
  const members = [e, ...others.map(({ id }) => id)];
  await sql.begin(async (tx) => {
    await tx`insert into consortium (clause_id, version, structure_id, contract_id, buyer_id, mode, lead_id, due_centihours, cause)
      values (${clause}, 1, ${s}, ${contract}, ${buyer}, 'bps', ${e}, 42000, 'set')`;
    for (const [rank, organisation] of members.entries()) {
      await tx`insert into consortium_part (clause_id, version, organisation_id, structure_id, contract_id, buyer_id, rank, share_bps, invoiced_cents, centihours)
        values (${clause}, 1, ${organisation}, ${s}, ${contract}, ${buyer}, ${rank}, ${rank === 0 ? 3334 : 3333}, 0, 14000)`;
    }
  });
  const [transfer] = await sql<{ id: string }[]>`
    insert into hour_transfer (structure_id, contract_id, clause_id, seller_id, purchaser_id, centihours, price_cents, total_cents, reason, proposer_id)
    values (${s}, ${contract}, ${clause}, ${e}, ${members[1] ?? null}, 1, 2004, 20, 'essai', ${e}) returning id`;
  await sql`insert into hour_transfer_act (transfer_id, structure_id, act, organisation_id)
    values (${transfer?.id ?? null}, ${s}, 'sign', ${members[1] ?? null})`;
}
