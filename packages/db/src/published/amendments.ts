import type { PublishedAmendment } from '@jonction/domain/published/amendment';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface AmendedRow {
  contractId: string;
  buyerId: string;
  number: number;
  reference: string;
  object: string;
  buyerName: string;
  endsOn: Day | null;
  amountCents: number | null;
  /** The published contract, or one of them. */
  openId: string;
  /** As the importer keeps it, one for each published contract. */
  published: unknown[];
  /** Amendments that somebody decided. */
  decided: string[];
}

/**
 * The contracts of the team that people wrote and whose publication has amendments: under their own number, or under that of a published
 * contract which somebody said is the same. One statement.
 */
export async function readAmended(tx: Tx, structureId: string): Promise<AmendedRow[]> {
  return rowsOf<AmendedRow>(
    await tx.execute(sql`
      with source as (
        select c.id as contract_id, c.id as open_id, c.open_data from contract_structure s join contract c on c.id = s.contract_id
        where s.structure_id = ${structureId} and c.source <> 'decp' and c.open_data is not null
        union all
        select p.contract_id, p.open_id, k.open_data from published_pair p join contract k on k.id = p.open_id
        join contract_structure s on s.contract_id = p.contract_id and s.structure_id = p.structure_id
        where p.structure_id = ${structureId} and p.verdict = 'same' and p.undone_at is null),
      one as (
        select contract_id, min(open_id::text) as open_id, jsonb_agg(open_data order by open_id) as published,
               bool_or(jsonb_path_exists(open_data, '$.publications[*].record.modifications[0]')) as amended
        from source group by contract_id)
      select c.id as "contractId", c.buyer_id as "buyerId", c.number::int as number, c.reference, c.object, b.name as "buyerName",
             c.ends_on::text as "endsOn", c.amount_cents::float8 as "amountCents", o.open_id as "openId", o.published,
             array(select a.key from published_amendment a
                   where a.contract_id = c.id and a.structure_id = ${structureId} and a.undone_at is null) as decided
      from one o join contract c on c.id = o.contract_id join organisation b on b.id = c.buyer_id
      where o.amended order by b.name collate "fr-x-icu", c.number`),
  );
}

export interface DecidedAmendment {
  id: string;
  contractId: string;
  number: number;
  object: string;
  verdict: 'accepted' | 'refused';
  reason: string | null;
  said: PublishedAmendment;
  eventId: string | null;
  endsBefore: Day | null;
  amountBefore: number | null;
  amountAfter: number | null;
  byName: string;
  at: string;
}

/** The last amendments that the team decided and did not take back, or one of them. */
export async function readDecidedAmendments(
  tx: Tx,
  structureId: string,
  { id, limit }: { id: string | null; limit: number },
): Promise<DecidedAmendment[]> {
  return rowsOf<DecidedAmendment>(
    await tx.execute(sql`
      select a.id, a.contract_id as "contractId", c.number::int as number, c.object, a.verdict, a.reason, a.said,
             a.event_id as "eventId", a.ends_before::text as "endsBefore", a.amount_before::float8 as "amountBefore",
             a.amount_after::float8 as "amountAfter", u.name as "byName", a.decided_at as at
      from published_amendment a join contract c on c.id = a.contract_id join "user" u on u.id = a.decided_by
      where a.structure_id = ${structureId} and a.undone_at is null and (${id}::uuid is null or a.id = ${id}::uuid)
      order by a.id desc limit ${limit}`),
  );
}

/** The amounts that amendments give to contracts, and to the one lot of those that have one. Two statements. */
export async function writeAmounts(
  tx: Tx,
  amounts: readonly { contractId: string; amountCents: number | null }[],
): Promise<void> {
  if (amounts.length === 0) return;
  const given = sql`jsonb_to_recordset(${JSON.stringify(amounts)}::jsonb) as n ("contractId" uuid, "amountCents" bigint)`;
  await tx.execute(sql`
    update lot l set amount_cents = n."amountCents" from ${given}
    where l.contract_id = n."contractId" and not ('amount_cents' = any (l.said_fields))
      and (select count(*) from lot o where o.contract_id = l.contract_id) = 1`);
  await tx.execute(sql`
    update contract c set amount_cents = n."amountCents", updated_at = now(), version = c.version + 1
    from ${given} where c.id = n."contractId"`);
}
