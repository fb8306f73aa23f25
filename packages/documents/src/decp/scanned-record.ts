/** A record found by its brackets, or what stands where one was due. */
export type ScannedRecord =
  | { group: string; bytes: Buffer }
  | { group: string; broken: 'broken' | 'too_long' | 'not_an_object' | 'cut' };

/** A container of records that the scanner is within. */
export interface Wrapper {
  list: boolean;
  group: string;
  /** A list that stands where a record was due, and has held nothing so far. */
  hollow: boolean;
}

export type Mode = 'outer' | 'record' | 'skip' | 'scalar' | 'resync';
