import type { Tx } from '@jonction/db/client';
import type { SearchEngine } from '@jonction/db/search/copy';
import type { OwnWord } from '@jonction/domain/reference/own-word';

/** A person as a copy knows her: plain words only, nothing of why she is eligible, no address, no birth date. */
export interface ParticipantDocument {
  id: string;
  structureId: string;
  /** Her names, and the number that people quote. */
  name: readonly string[];
  /** Labels of her occupations, the titles of her CV and of her jobs. */
  titles: readonly string[];
  skills: readonly string[];
  /** Other words for her occupations, and the stems of all these. */
  also: readonly string[];
}

export interface ParticipantQuestion {
  structureId: string;
  text: string;
  /** The structure's own words for occupations: whoever types one finds who holds the occupation. */
  own?: readonly OwnWord[];
  /** At most so many ids, `mostFound` at the most. */
  limit: number;
}

export const mostFound = 10_000;

export interface Found {
  /** People of the structure, best first. */
  ids: string[];
  /** `near`: nobody has these words as they were typed; people have words spelt nearly so. */
  spelling: 'exact' | 'near';
}

/** There is no copy to ask yet: the first one is being made. */
export class CopyNotReady extends Error {}

/**
 * The text index: a copy that can be made again, asked for ids and nothing else. Every word must be there; the last one may be
 * unfinished. Whoever asks reads the rows again under the walls, where filters and counts are, so that a stale copy shows
 * nobody whom the reader may not see.
 */
export interface SearchIndex {
  name: SearchEngine;
  /** `tx` speaks for the reader. Throws when the copy is not there: another one answers then. */
  find(tx: Tx, question: ParticipantQuestion): Promise<Found>;
  /** Makes room for a generation; until `put` it holds nobody. */
  open(generation: string): Promise<void>;
  /** Whether a generation is there: an engine may have lost its files. */
  holds(tx: Tx, generation: string): Promise<boolean>;
  put(tx: Tx, generation: string, documents: readonly ParticipantDocument[]): Promise<void>;
  remove(tx: Tx, generation: string, ids: readonly string[]): Promise<void>;
  drop(tx: Tx, generation: string): Promise<void>;
}
