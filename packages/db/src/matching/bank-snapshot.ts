import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../client.ts';

const keysSchema = z.array(
  z.tuple([z.number().int(), z.object({ positioned: z.array(z.string()), optedOut: z.array(z.string()) })]),
);
const number = z.number().int();
const wordsSchema = z.object({
  rows: number,
  numbers: z.object({ occupations: number, skills: number, categories: number }),
  codes: z.array(z.string()),
  skills: z.array(z.string()),
  licences: z.array(z.string()),
  categories: z.array(z.string()),
});

/** What the numbers of the parts mean, as the engine gave it. */
export type SnapshotWords = z.infer<typeof wordsSchema>;

/** Some people of the copy: 16 bytes of id each, then what the engine wrote of them. */
export interface SnapshotPart {
  ids: Uint8Array;
  data: Uint8Array;
  keys: readonly (readonly [number, { positioned: readonly string[]; optedOut: readonly string[] }])[];
}

/** A part is missing, or is not what was written: everybody is to be read from the tables. */
export class DamagedSnapshot extends Error {}

/** Of the two locks of a structure: whoever erases somebody shares the first, see the trigger. */
const erasing = 5_171;
const saving = 5_172;

/**
 * Replaces the snapshot of a structure by one that knows all that was over at `upTo`. False when another program is at it. Somebody
 * erased since then is erased from it too before it can be read.
 */
export async function saveBankSnapshot(
  tx: Tx,
  { structureId, layout, upTo }: { structureId: string; layout: number; upTo: string },
  { parts, words }: { parts: Iterable<SnapshotPart>; words: () => SnapshotWords },
): Promise<boolean> {
  const [lock] = await tx.execute<{ is_mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${saving}, hashtext(${structureId})) as is_mine`,
  );
  if (!lock?.is_mine) return false;
  await tx.execute(sql`delete from bank_snapshot_part where structure_id = ${structureId}`);
  await tx.execute(sql`delete from bank_snapshot where structure_id = ${structureId}`);
  const id = randomUUID();
  let count = 0;
  for (const part of parts) {
    const keys = JSON.stringify(part.keys);
    await tx.execute(sql`insert into bank_snapshot_part (structure_id, snapshot_id, number, ids, data, keys, checksum)
      values (${structureId}, ${id}, ${count}, ${part.ids}, ${part.data}, ${keys}, ${checksumOf({ ...part, keys })})`);
    count += 1;
  }
  await tx.execute(sql`insert into bank_snapshot (structure_id, id, layout, up_to, parts, words)
    values (${structureId}, ${id}, ${layout}, ${upTo}::xid8, ${count}, ${JSON.stringify(words())})`);
  await tx.execute(sql`select pg_advisory_xact_lock(${erasing}, hashtext(${structureId}))`);
  await tx.execute(sql`
    select app.empty_snapshot_parts(${structureId}, array(
      select distinct participant_id from bank_change c where structure_id = ${structureId} and xid >= ${upTo}::xid8
        and not exists (select from participant p where p.id = c.participant_id)))`);
  return true;
}

export interface KeptSnapshot {
  id: string;
  upTo: string;
  parts: number;
  words: SnapshotWords;
}

/** The log of changes is kept for three days: this leaves one to a transaction that was open when the snapshot was made. */
const readDays = 2;

/**
 * The snapshot of a structure, or null: none, of another layout, damaged, too old for the log of changes, or of a base that went back in time
 * since (its transactions are counted anew).
 */
export async function findBankSnapshot(tx: Tx, structureId: string, layout: number): Promise<KeptSnapshot | null> {
  const [row] = await tx.execute<{ id: string; up_to: string; parts: number; words: string }>(sql`
    select id, up_to::text, parts, words from bank_snapshot
    where structure_id = ${structureId} and layout = ${layout} and made_at > now() - make_interval(days => ${readDays})
      and up_to <= pg_snapshot_xmin(pg_current_snapshot())`);
  if (!row) return null;
  const words = readWords(row.words);
  return words && { id: row.id, upTo: row.up_to, parts: row.parts, words };
}

function readWords(text: string): SnapshotWords | null {
  try {
    return wordsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

interface PartRow extends Record<string, unknown> {
  number: number;
  ids: Buffer | null;
  data: Buffer | null;
  keys: string | null;
  checksum: string | null;
}

const partsAtOnce = 8;

/** Its parts in their order, those emptied by an erasure left out; throws `DamagedSnapshot` at the first that is not as it was. */
export async function* readSnapshotParts(
  tx: Tx,
  structureId: string,
  kept: KeptSnapshot,
): AsyncGenerator<SnapshotPart> {
  // A statement is not sent before somebody waits for it.
  const read = (from: number) =>
    tx
      .execute<PartRow>(sql`
        select number, ids, data, keys, checksum::text from bank_snapshot_part
        where structure_id = ${structureId} and snapshot_id = ${kept.id}
          and number >= ${from} and number < ${from + partsAtOnce} order by number`)
      .then((rows) => rows);
  let coming = read(0);
  for (let from = 0; from < kept.parts; from += partsAtOnce) {
    const rows = await coming;
    coming = read(from + partsAtOnce);
    if (rows.length !== Math.min(partsAtOnce, kept.parts - from)) throw new DamagedSnapshot('a part is missing');
    for (const { ids, data, keys, checksum } of rows) {
      if (ids === null || data === null || keys === null) continue;
      if (Number(checksum) !== checksumOf({ ids, data, keys })) throw new DamagedSnapshot('a part is not as written');
      yield { ids, data, keys: keysSchema.parse(JSON.parse(keys)) };
    }
  }
  await coming;
}

function checksumOf({ ids, data, keys }: { ids: Uint8Array; data: Uint8Array; keys: string }): number {
  return crc32(keys, crc32(data, crc32(ids)));
}
