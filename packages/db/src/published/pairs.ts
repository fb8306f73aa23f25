import type { PairVerdict } from '@jonction/domain/published/published';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** Published contracts looked at for one of the team: more than a person would read. */
const mostEach = 12;

export interface PossiblePair {
  contractId: string;
  openId: string;
  /** Somebody put the pair off. */
  later: boolean;
}

/**
 * Which published contracts might be which contracts of the team that open data does not know: those of the same buyer (its SIREN, or its
 * name where no number is known) that share a number, a company, an amount, or a kind and a season. Joined on equal values only, so that it
 * grows with the lists and not with their product. What was decided is left out, but for what was put off. One statement.
 */
export async function findPairs(tx: Tx, structureId: string, contractId: string | null): Promise<PossiblePair[]> {
  return rowsOf<PossiblePair>(
    await tx.execute(sql`
      with own as materialized (
        select c.id, coalesce(left(b.identifier, 9), named.siren) as siren, app.reference_key(c.reference) as ref,
               (12 * extract(year from c.notified_on) + extract(month from c.notified_on))::int as month, left(c.cpv, 3) as cpv, c.amount_cents
        from contract_structure s join contract c on c.id = s.contract_id join organisation b on b.id = c.buyer_id
        left join lateral (select left(o.identifier, 9) as siren from organisation o
          where b.identifier is null and o.kind = 'buyer' and o.identifier is not null and app.plain(o.name) = app.plain(b.name)
          order by o.id limit 1) named on true
        where s.structure_id = ${structureId} and c.open_data is null and (${contractId}::uuid is null or c.id = ${contractId}::uuid)
          and not exists (select 1 from published_pair p where p.contract_id = c.id and p.verdict = 'same' and p.undone_at is null)),
      buyer as materialized (
        select o.id, left(o.identifier, 9) as siren from organisation o
        where o.kind = 'buyer' and left(o.identifier, 9) in (select siren from own)),
      open as materialized (
        select c.id, y.siren, app.reference_key(c.reference) as ref, (12 * extract(year from c.notified_on) + extract(month from c.notified_on))::int as month, left(c.cpv, 3) as cpv, c.amount_cents
        from buyer y join contract c on c.buyer_id = y.id
        where c.source = 'decp' and not exists (select 1 from published_pair p
          where p.open_id = c.id and p.verdict in ('same', 'aside') and p.undone_at is null)),
      own_firm as (
        select distinct o.id, o.siren, left(f.identifier, 9) as firm from own o
        join lot_holder h on h.contract_id = o.id join organisation f on f.id = h.organisation_id where f.identifier is not null),
      open_firm as (
        select distinct p.id, p.siren, left(f.identifier, 9) as firm from open p
        join lot_holder h on h.contract_id = p.id join organisation f on f.id = h.organisation_id
        where left(f.identifier, 9) in (select firm from own_firm)),
      way as (
        select o.id as contract_id, p.id as open_id, 4 as weight from own o join open p on p.siren = o.siren and p.ref = o.ref where o.ref <> ''
        union all
        select o.id, p.id, 2 from own_firm o join open_firm p on p.siren = o.siren and p.firm = o.firm
        union all
        select o.id, p.id, 2 from own o join open p on p.siren = o.siren and p.amount_cents = o.amount_cents where o.amount_cents > 100
        union all
        select o.id, p.id, 1 from (select id, siren, cpv, unnest(array[month - 1, month, month + 1]) as month from own) o
        join open p on p.siren = o.siren and p.cpv = o.cpv and p.month = o.month),
      ranked as (
        select w.contract_id, w.open_id, d.verdict = 'later' as later,
               row_number() over (partition by w.contract_id order by sum(w.weight) desc, w.open_id) as place
        from way w left join published_pair d on d.contract_id = w.contract_id and d.open_id = w.open_id and d.undone_at is null
        where d.verdict is null or d.verdict = 'later'
        group by w.contract_id, w.open_id, d.verdict)
      select contract_id as "contractId", open_id as "openId", coalesce(later, false) as later
      from ranked where place <= ${mostEach} order by contract_id, place`),
  );
}

/** What tells which contract it is, with what a person reads beside it. */
export interface PairSide {
  id: string;
  number: number;
  reference: string;
  object: string;
  buyer: string | null;
  buyerName: string;
  holders: string[];
  holderNames: string[];
  notifiedOn: Day | null;
  endsOn: Day | null;
  amountCents: number | null;
  amountsCents: number[];
  cpv: string | null;
  place: string | null;
  /** Null: nothing is published of it. */
  social: string[] | null;
  publishedOn: Day | null;
  followed: boolean;
}

/** Some contracts as they are compared. One statement. */
export async function readSides(
  tx: Tx,
  structureId: string,
  contractIds: readonly string[],
): Promise<Map<string, PairSide>> {
  const rows = rowsOf<PairSide>(
    await tx.execute(sql`
      select c.id, c.number::int as number, c.reference, c.object, b.identifier as buyer, b.name as "buyerName",
             coalesce(h.numbers, '{}') as holders, coalesce(h.names, '{}') as "holderNames", c.notified_on::text as "notifiedOn",
             c.ends_on::text as "endsOn", c.amount_cents::float8 as "amountCents",
             array_remove(array[c.amount_cents::float8] || coalesce((select array_agg((p -> 'record' ->> 'amountCents')::float8)
               from jsonb_array_elements(c.open_data -> 'publications') p), '{}'), null) as "amountsCents",
             c.cpv, coalesce(c.place_name, c.place_code) as place, c.social_considerations as social,
             c.published_on::text as "publishedOn",
             exists (select 1 from contract_structure s where s.contract_id = c.id and s.structure_id = ${structureId}) as followed
      from contract c join organisation b on b.id = c.buyer_id
      left join lateral (
        select array_agg(distinct o.identifier) filter (where o.identifier is not null) as numbers, array_agg(distinct o.name) as names
        from lot_holder x join organisation o on o.id = x.organisation_id where x.contract_id = c.id) h on true
      where c.id = any (${sql.param([...contractIds])}::uuid[])`),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface PairDecision {
  id: string;
  contractId: string | null;
  openId: string;
  openReference: string;
  verdict: PairVerdict | 'aside';
  reason: string | null;
  confidence: number | null;
  byName: string;
  at: string;
  undoneByName: string | null;
  undoneAt: string | null;
}

/** All that was ever decided of a contract of the team, or of some published ones: newest first. */
export async function readDecisions(
  tx: Tx,
  of: { contractId: string } | { openIds: readonly string[] },
): Promise<PairDecision[]> {
  const which =
    'contractId' in of
      ? sql`p.contract_id = ${of.contractId}`
      : sql`p.open_id = any (${sql.param([...of.openIds])}::uuid[]) and p.undone_at is null`;
  return rowsOf<PairDecision>(
    await tx.execute(sql`
      select p.id, p.contract_id as "contractId", p.open_id as "openId", k.reference as "openReference", p.verdict, p.reason,
             p.confidence, u.name as "byName", p.decided_at as at, v.name as "undoneByName", p.undone_at as "undoneAt"
      from published_pair p join contract k on k.id = p.open_id join "user" u on u.id = p.decided_by
      left join "user" v on v.id = p.undone_by
      where ${which} order by p.id desc limit 200`),
  );
}

/** Whether the team put something of its own on a published contract: a clause, an offer, a hire. */
export async function isWorkedOn(tx: Tx, structureId: string, openId: string): Promise<boolean> {
  const [row] = rowsOf<{ used: boolean }>(
    await tx.execute(sql`
      select exists (select 1 from clause k where k.contract_id = ${openId} and k.structure_id = ${structureId})
        or exists (select 1 from offer o where o.contract_id = ${openId} and o.structure_id = ${structureId})
        or exists (select 1 from placement p where p.contract_id = ${openId} and p.structure_id = ${structureId}) as used`),
  );
  return row?.used ?? false;
}

/** The latest standing "the same" of some contracts of the team. */
export async function readTwins(tx: Tx, contractIds: readonly string[]): Promise<Map<string, PairDecision>> {
  const rows = rowsOf<PairDecision & { contractId: string }>(
    await tx.execute(sql`
      select distinct on (p.contract_id) p.id, p.contract_id as "contractId", p.open_id as "openId", k.reference as "openReference",
             p.verdict, p.reason, p.confidence, u.name as "byName", p.decided_at as at, null as "undoneByName", null as "undoneAt"
      from published_pair p join contract k on k.id = p.open_id join "user" u on u.id = p.decided_by
      where p.contract_id = any (${sql.param([...contractIds])}::uuid[]) and p.verdict = 'same' and p.undone_at is null
      order by p.contract_id, p.id desc`),
  );
  return new Map(rows.map((row) => [row.contractId, row]));
}
