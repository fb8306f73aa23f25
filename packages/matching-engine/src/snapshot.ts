import { Columns, type Keys } from './columns.ts';
import { isGone } from './judge.ts';
import { withRoom } from './room.ts';

/** To be raised with every change of what a row, a list or an id is made of: a snapshot of another number is not read. */
export const snapshotLayout = 2;

/** Rows a part: what is read again from the tables when one person of it is erased. */
export const rowsEachPart = 2_048;

/** The numbers that the parts hold, in words, and how much there is of each: see `Columns`. */
export interface SnapshotWords {
  rows: number;
  numbers: { occupations: number; skills: number; categories: number };
  codes: string[];
  skills: string[];
  licences: string[];
  categories: string[];
}

/** Some rows that follow one another, complete in themselves. */
export interface SnapshotPart {
  /** 16 bytes a row, as the base writes a UUID. */
  ids: Uint8Array;
  /** Rows, then their occupations, skills and categories end to end. */
  data: Uint8Array;
  /** Of the few rows that have any, by their place in the part. */
  keys: readonly (readonly [place: number, keys: Keys])[];
}

/** The rows there are at the beginning, but for those of nobody. */
export function* partsOf(columns: Columns): Generator<SnapshotPart> {
  const { count } = columns;
  for (let from = 0; from < count; from += rowsEachPart) {
    const rows: number[] = [];
    for (let row = from; row < Math.min(count, from + rowsEachPart); row++) {
      if (!isGone(columns, row)) rows.push(row);
    }
    const lists = [columns.occupations, columns.skills, columns.categories];
    yield {
      ids: columns.ids.copyOf(rows),
      data: Buffer.concat([...rows.map((row) => columns.rows.copyOf(row)), ...lists.map((list) => list.copyOf(rows))]),
      keys: rows.flatMap((row, place) => {
        const keys = columns.keysOf(row);
        return keys === null ? [] : [[place, keys] as const];
      }),
    };
  }
}

export function wordsOf(columns: Columns): SnapshotWords {
  return {
    rows: columns.count,
    numbers: {
      occupations: columns.occupations.used,
      skills: columns.skills.used,
      categories: columns.categories.used,
    },
    codes: columns.codes.words,
    skills: columns.skillNames.words,
    licences: columns.licenceNames.words,
    categories: columns.categoryNames.words,
  };
}

/** The columns that gave parts, in the same order of rows. */
export async function columnsOf(
  words: SnapshotWords,
  parts: Iterable<SnapshotPart> | AsyncIterable<SnapshotPart>,
): Promise<Columns> {
  const columns = new Columns();
  for (const word of words.codes) columns.codes.add(word);
  for (const word of words.skills) columns.skillNames.add(word);
  for (const word of words.licences) columns.licenceNames.add(word);
  for (const word of words.categories) columns.categoryNames.add(word);
  columns.rows.grow(withRoom(words.rows));
  columns.ids.reserve(words.rows);
  for (const name of ['occupations', 'skills', 'categories'] as const) columns[name].reserve(words.numbers[name]);
  for await (const part of parts) layPart(columns, part);
  return columns;
}

function layPart(columns: Columns, { ids, data, keys }: SnapshotPart): void {
  const [row, count] = [columns.count, ids.length / idBytes];
  if (row + count > columns.rows.room) columns.rows.grow(Math.ceil((row + count) * 1.5));
  columns.count = row + count;
  columns.ids.lay(row, count, ids);
  let at = columns.rows.lay(row, count, data);
  for (const list of [columns.occupations, columns.skills, columns.categories])
    at += list.lay(row, count, data.subarray(at));
  for (const [place, held] of keys) columns.setKeys(row + place, held);
}

const idBytes = 16;
