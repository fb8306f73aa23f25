import type { Tx } from '@jonction/db/client';

/** A person as the text index knows her: words only, nothing of why she is eligible, no address, no birth date. */
export interface ParticipantDocument {
  id: string;
  structureId: string;
  name: string;
  /** Labels of her occupations, the titles of her CV and of her jobs. */
  titles: readonly string[];
  skills: readonly string[];
  /** The number that people quote. */
  number: number;
  /** When these words were read, in milliseconds: what a rebuild did not read again is nobody any more. */
  indexedAtMs: number;
}

export interface ParticipantQuestion {
  structureId: string;
  text: string;
  limit: number;
}

/**
 * The text index: a copy that can be made again, asked for ids and nothing else. Whoever asks reads the rows again under the
 * walls, so that a stale index shows nobody whom the reader may not see.
 */
export interface SearchIndex {
  name: 'meilisearch' | 'postgres';
  /** Ids of people of a structure, best first. `tx` speaks for the reader. */
  find(tx: Tx, question: ParticipantQuestion): Promise<string[]>;
  put(tx: Tx, documents: readonly ParticipantDocument[]): Promise<void>;
  remove(tx: Tx, ids: readonly string[]): Promise<void>;
  /** Forgets whoever was last put before an instant. */
  removeOlderThan(tx: Tx, instantMs: number): Promise<void>;
}
