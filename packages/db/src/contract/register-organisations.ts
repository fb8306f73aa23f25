import { namelessBody } from '@jonction/domain/organisation/nameless';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** A buyer or holder as open data names it. */
export interface NamedBody {
  kind: 'buyer' | 'employer';
  identifierKind: string;
  identifier: string;
  /** Null: published without a name. */
  name: string | null;
  /** The day of the publication that gave the name, '' when it has none. */
  namedOn: string;
}

/** A body that is there, under the name that everybody reads. */
export interface KnownBody {
  id: string;
  name: string;
}

export function bodyKey(body: Pick<NamedBody, 'kind' | 'identifierKind' | 'identifier'>): string {
  return `${body.kind} ${body.identifierKind} ${body.identifier}`;
}

/**
 * Makes the bodies that are missing, and gives them by `bodyKey`. Of several published names the latest wins, on a
 * tie the greatest: a maximum, so that the order of files changes nothing. A name that somebody wrote by hand is never
 * replaced. Two statements whatever their number.
 */
export async function registerOrganisations(tx: Tx, bodies: Iterable<NamedBody>): Promise<Map<string, KnownBody>> {
  const named = bestNamed(bodies);
  if (named.length === 0) return new Map();
  const rows = named.map((body) => ({
    ...body,
    name: (body.name ?? namelessBody(body)).slice(0, 300),
    source: body.name === null ? 'nobody' : 'open_data',
    settings: body.name === null ? {} : { openData: { on: body.namedOn, name: body.name.slice(0, 300) } },
  }));
  await tx.execute(sql`
    insert into organisation as o (kind, name, name_source, identifier_kind, identifier, settings)
    select kind, name, source, "identifierKind", identifier, settings from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (kind organisation_kind, name text, source text, "identifierKind" text, identifier text, settings jsonb)
    order by kind, "identifierKind", identifier
    on conflict (kind, identifier_kind, identifier) where identifier is not null do update set
      settings = o.settings || excluded.settings,
      name = case when o.name_source = 'person' then o.name else excluded.name end,
      name_source = case when o.name_source = 'person' then o.name_source else excluded.name_source end
    where excluded.settings ? 'openData' and
      (coalesce(o.settings -> 'openData' ->> 'on', ''), coalesce(o.settings -> 'openData' ->> 'name', '') collate "C")
      < (excluded.settings -> 'openData' ->> 'on', excluded.settings -> 'openData' ->> 'name' collate "C")`);
  return findBodies(tx, named);
}

/** The bodies that are there, by `bodyKey`. */
export async function findBodies(
  tx: Tx,
  bodies: readonly Pick<NamedBody, 'kind' | 'identifierKind' | 'identifier'>[],
): Promise<Map<string, KnownBody>> {
  if (bodies.length === 0) return new Map();
  const asked = bodies.map(({ kind, identifierKind, identifier }) => ({ kind, identifierKind, identifier }));
  const known = rowsOf<KnownBody & Pick<NamedBody, 'kind' | 'identifierKind' | 'identifier'>>(
    await tx.execute(sql`
      select o.id, o.name, o.kind, o.identifier_kind as "identifierKind", o.identifier
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as n (kind organisation_kind, "identifierKind" text, identifier text)
      join organisation o on o.kind = n.kind and o.identifier_kind = n."identifierKind" and o.identifier = n.identifier`),
  );
  return new Map(known.map(({ id, name, ...body }) => [bodyKey(body), { id, name }]));
}

/** Each body once, under its best name. */
export function bestNamed(bodies: Iterable<NamedBody>): NamedBody[] {
  const best = new Map<string, NamedBody>();
  for (const body of bodies) keepBest(best, body);
  return [...best.values()];
}

/** Adds a body to those kept by `bodyKey`, or its name where it is the better one. */
export function keepBest(best: Map<string, NamedBody>, body: NamedBody): void {
  const key = bodyKey(body);
  const known = best.get(key);
  if (!known || rank(known) < rank(body)) best.set(key, body);
}

function rank({ name, namedOn }: NamedBody): string {
  return name === null ? '' : `${namedOn} ${name}`;
}
