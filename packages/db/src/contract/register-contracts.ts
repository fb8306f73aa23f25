import type { Standing } from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** A contract as open data says it is, amendments applied. */
export interface RegisterRow {
  buyerId: string;
  reference: string;
  kind: string;
  nature: string | null;
  object: string;
  cpv: string | null;
  procedure: string | null;
  ccag: string | null;
  groupKind: string | null;
  techniques: string[] | null;
  modalities: string[] | null;
  placeCode: string | null;
  placeKind: string | null;
  placeName: string | null;
  durationMonths: number | null;
  notifiedOn: Day | null;
  publishedOn: Day | null;
  amountCents: number | null;
  social: string[] | null;
  environmental: string[] | null;
  openData: unknown;
  openFacts: unknown;
  /** Where the contract stands, of one that is not there yet: written with it, and not by a second change of every index. */
  standing: Standing | null;
  /** As in its lots, for the words under which it is found. */
  holderIds: string[];
  lotObjects: string[];
}

export interface RegisteredContract {
  id: string;
  buyerId: string;
  reference: string;
  /** False: somebody wrote it by hand, and what she wrote stays. */
  fromOpenData: boolean;
  /** It was not there: nothing of it was read by anybody before. */
  isNew: boolean;
}

/** What open data said before of some contracts, by `identifier of the buyer/reference`; their rows are held. */
export async function readRegistered(
  tx: Tx,
  keys: readonly { buyer: string; reference: string }[],
): Promise<Map<string, unknown>> {
  const rows = rowsOf<{ buyer: string; reference: string; openData: unknown }>(
    await tx.execute(sql`
      select k.buyer, k.reference, c.open_data as "openData"
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (buyer text, reference text)
      join organisation b on b.kind = 'buyer' and b.identifier_kind in ('SIRET', 'SIREN') and b.identifier = k.buyer
      join contract c on c.buyer_id = b.id and c.reference = k.reference for update of c`),
  );
  return new Map(rows.map((row) => [`${row.buyer}/${row.reference}`, row.openData]));
}

/**
 * Writes contracts of open data, in one statement. A contract that somebody wrote by hand keeps what she wrote: open
 * data only fills what is empty there. What somebody corrected of a contract of open data is hers too.
 */
export async function registerContracts(tx: Tx, rows: readonly RegisterRow[]): Promise<RegisteredContract[]> {
  if (rows.length === 0) return [];
  return rowsOf<RegisteredContract>(
    await tx.execute(sql`
      insert into contract as c (buyer_id, reference, kind, nature, object, cpv, procedure, ccag, group_kind, techniques,
        modalities, place_code, place_kind, place_name, duration_months, notified_on, published_on, amount_cents,
        social_considerations, environmental_considerations, source, open_data, open_facts, status, status_since,
        status_said_on, status_said_by, ends_on, words)
      select n."buyerId", n.reference, n.kind, n.nature, n.object, cpv, procedure, ccag, "groupKind", techniques, modalities,
        "placeCode", "placeKind", "placeName", "durationMonths", "notifiedOn", "publishedOn", "amountCents", social,
        environmental, 'decp', "openData", "openFacts", coalesce(n.standing ->> 'status', 'none')::contract_status,
        (n.standing ->> 'since')::date, (n.standing ->> 'saidOn')::date, n.standing ->> 'saidBy', (n.standing ->> 'endsOn')::date,
        -- as app.refresh_contract_words says it
        app.plain(concat_ws(' ', object, reference, (select b.name from organisation b where b.id = n."buyerId"),
          (select string_agg(distinct o.name, ' ') from organisation o where o.id = any (n."holderIds")),
          (select string_agg(distinct l.object, ' ') from unnest(n."lotObjects") as l (object) where l.object <> n.object)))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n ("buyerId" uuid, reference text, kind text, nature text,
        object text, cpv text, procedure text, ccag text, "groupKind" text, techniques text[], modalities text[],
        "placeCode" text, "placeKind" text, "placeName" text, "durationMonths" integer, "notifiedOn" date,
        "publishedOn" date, "amountCents" bigint, social text[], environmental text[], "openData" jsonb, "openFacts" jsonb, standing jsonb, "holderIds" uuid[], "lotObjects" text[])
      on conflict (buyer_id, reference) do update set open_data = excluded.open_data, open_facts = excluded.open_facts,
        ${sql.join(said.map(taken), sql`, `)}, updated_at = now(), version = c.version + 1
      returning c.id, c.buyer_id as "buyerId", c.reference, c.source = 'decp' as "fromOpenData", c.xmax = 0 as "isNew"`),
  );
}

const said = [
  'kind',
  'nature',
  'object',
  'cpv',
  'procedure',
  'ccag',
  'group_kind',
  'techniques',
  'modalities',
  'place_code',
  'place_kind',
  'place_name',
  'duration_months',
  'notified_on',
  'published_on',
  'amount_cents',
  'social_considerations',
  'environmental_considerations',
];

function taken(column: string): SQL {
  const name = sql.identifier(column);
  return sql`${name} = case when ${column} = any (c.said_fields) then c.${name} when c.source = 'decp' then excluded.${name}
    else coalesce(c.${name}, excluded.${name}) end`;
}
