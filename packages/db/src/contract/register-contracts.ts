import type { Standing } from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { type CopyCell, copyIn } from '../shared/copy-in.ts';
import { rowsOf } from '../shared/rows.ts';

/** A contract as open data says it is, amendments applied. */
export interface RegisterRow {
  id: string;
  /** Its row is there. */
  known: boolean;
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
  /** Under which it is found, as `app.refresh_contract_words` puts them together; in any order, accents and capitals left. */
  words: string;
}

export interface RegisteredContract {
  id: string;
  /** False: somebody wrote it by hand, and what she wrote stays. */
  fromOpenData: boolean;
  /** What open data said of it before; null: nothing yet. */
  openData: unknown;
}

/** The contracts that are there of those named, by `identifier of the buyer/reference`; their rows are held. */
export async function readRegistered(
  tx: Tx,
  keys: readonly { buyer: string; reference: string }[],
): Promise<Map<string, RegisteredContract>> {
  const rows = rowsOf<RegisteredContract & { buyer: string; reference: string }>(
    await tx.execute(sql`
      select k.buyer, k.reference, c.id, c.source = 'decp' as "fromOpenData", c.open_data as "openData"
      from unnest(${sql.param(keys.map(({ buyer }) => buyer))}::text[], ${sql.param(keys.map(({ reference }) => reference))}::text[])
        as k (buyer, reference)
      join organisation b on b.kind = 'buyer' and b.identifier_kind in ('SIRET', 'SIREN') and b.identifier = k.buyer
      join contract c on c.buyer_id = b.id and c.reference = k.reference for update of c`),
  );
  return new Map(rows.map(({ buyer, reference, ...row }) => [`${buyer}/${reference}`, row]));
}

/**
 * Writes contracts of open data, by whole sets. A contract that somebody wrote by hand keeps what she wrote: open
 * data only fills what is empty there. What somebody corrected of a contract of open data is hers too. A contract that
 * was not there and has been written since by another transaction is a violation of its key: to be read again.
 */
export async function registerContracts(tx: Tx, rows: readonly RegisterRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(cells).map((name) => sql.identifier(name));
  await tx.execute(sql`
    create temporary table registered_contract on commit drop as
      select ${sql.join(columns, sql`, `)}, words, false as known from contract with no data`);
  const ofRow = Object.values(cells);
  const copied = rows.values().map((row) => [...ofRow.map((cell) => cell(row)), row.words, row.known]);
  await copyIn(tx, 'registered_contract', copied);
  if (rows.some(({ known }) => !known)) {
    await tx.execute(sql`
      insert into contract (${sql.join(columns, sql`, `)}, words, source)
      select ${sql.join(columns, sql`, `)}, app.plain(words), 'decp' from registered_contract where not known`);
  }
  if (rows.some(({ known }) => known)) {
    await tx.execute(sql`
      update contract c set open_data = n.open_data, open_facts = n.open_facts, ${sql.join(Object.keys(said).map(taken), sql`, `)},
        updated_at = now(), version = c.version + 1
      from registered_contract n where n.known and c.id = n.id`);
  }
  await tx.execute(sql`drop table registered_contract`);
}

type Cells = Readonly<Record<string, (row: RegisterRow) => CopyCell>>;

/** What open data says of a contract, by column. */
const said: Cells = {
  kind: (row) => row.kind,
  nature: (row) => row.nature,
  object: (row) => row.object,
  cpv: (row) => row.cpv,
  procedure: (row) => row.procedure,
  ccag: (row) => row.ccag,
  group_kind: (row) => row.groupKind,
  techniques: (row) => row.techniques,
  modalities: (row) => row.modalities,
  place_code: (row) => row.placeCode,
  place_kind: (row) => row.placeKind,
  place_name: (row) => row.placeName,
  duration_months: (row) => row.durationMonths,
  notified_on: (row) => row.notifiedOn,
  published_on: (row) => row.publishedOn,
  amount_cents: (row) => row.amountCents,
  social_considerations: (row) => row.social,
  environmental_considerations: (row) => row.environmental,
};

const cells: Cells = {
  id: (row) => row.id,
  buyer_id: (row) => row.buyerId,
  reference: (row) => row.reference,
  ...said,
  open_data: (row) => ({ json: row.openData }),
  open_facts: (row) => ({ json: row.openFacts }),
  status: ({ standing }) => standing?.status ?? 'none',
  status_since: ({ standing }) => standing?.since ?? null,
  status_said_on: ({ standing }) => standing?.saidOn ?? null,
  status_said_by: ({ standing }) => standing?.saidBy ?? null,
  ends_on: ({ standing }) => standing?.endsOn ?? null,
};

function taken(column: string): SQL {
  const name = sql.identifier(column);
  return sql`${name} = case when ${column} = any (c.said_fields) then c.${name} when c.source = 'decp' then n.${name}
    else coalesce(c.${name}, n.${name}) end`;
}
