import type { Tx } from '@jonction/db/client';
import { readHeard } from '@jonction/db/contract/facts';
import { findListed } from '@jonction/db/contract/listed';
import { bodyKey, findBodies, type KnownBody, type NamedBody } from '@jonction/db/contract/register-organisations';
import { type ListedContract, listedContractSchema } from '@jonction/domain/contract/listed';
import type { Day } from '@jonction/domain/shared/day';
import { knownPlaced, newPlaced, type PlacedContract, type Placing, placeRow } from './place-row.ts';

interface Of {
  tx: Tx;
  structureId: string;
  today: Day;
}

export interface PlacedRow {
  one: PlacedContract;
  placing: Placing;
}

/** The row of a list as it was kept; null: it could not be read. */
export function rowOf(cells: unknown): ListedContract | null {
  const row = typeof cells === 'object' && cells !== null && 'row' in cells ? cells.row : null;
  return row === null ? null : listedContractSchema.parse(row);
}

export function bodiesOf(rows: readonly (ListedContract | null)[]): NamedBody[] {
  return rows.flatMap((row) =>
    row === null ? [] : [bodyOf('buyer', row.buyer), ...(row.holder === null ? [] : [bodyOf('employer', row.holder)])],
  );
}

/**
 * Puts rows of a list on their contracts, each after those above it: what it would write, nothing is. Bodies not in `bodies` are those
 * that the rows would make. Two statements whatever the number of rows.
 */
export async function placeRows(
  { tx, structureId, today }: Of,
  rows: readonly (ListedContract | null)[],
  bodies: ReadonlyMap<string, KnownBody>,
): Promise<(PlacedRow | null)[]> {
  const idOf = (kind: NamedBody['kind'], siret: string) => bodies.get(bodyKey(bodyOf(kind, siret)))?.id;
  const named = rows.flatMap((row) => {
    const buyerId = row ? idOf('buyer', row.buyer) : undefined;
    return row && buyerId ? [{ buyerId, reference: row.reference }] : [];
  });
  const known = new Map((await findListed(tx, structureId, named)).map((one) => [keyOf(one.named), one]));
  const heard = new Map(
    (
      await readHeard(
        tx,
        [...known.values()].map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  const nothing = { facts: [], confirmations: [] };
  const placed = new Map<string, PlacedContract>();
  return rows.map((row) => {
    if (row === null) return null;
    const buyerId = idOf('buyer', row.buyer) ?? row.buyer;
    const name = keyOf({ buyerId, reference: row.reference });
    const there = known.get(name);
    const key = there?.id ?? name;
    const one = placed.get(key) ?? (there ? knownPlaced(there, row) : newPlaced(row, buyerId, today));
    const holderId = row.holder === null ? null : (idOf('employer', row.holder) ?? row.holder);
    const placing = placeRow(one, row, { holderId, heard: heard.get(one.id) ?? nothing, today });
    if (placing.outcome !== 'rejected') placed.set(key, one);
    return { one, placing };
  });
}

/** What entering some rows would do: nothing is written, bodies are looked for and none is made. */
export async function foresee(of: Of, cells: readonly unknown[]): Promise<(Placing | null)[]> {
  const rows = cells.map(rowOf);
  const placed = await placeRows(of, rows, await findBodies(of.tx, bodiesOf(rows)));
  return placed.map((one) => one?.placing ?? null);
}

function keyOf({ buyerId, reference }: { buyerId: string; reference: string }): string {
  return `${buyerId} ${reference}`;
}

function bodyOf(kind: NamedBody['kind'], siret: string): NamedBody {
  return { kind, identifierKind: 'SIRET', identifier: siret, name: null, namedOn: '' };
}
