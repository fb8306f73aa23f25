import { HeldBytes } from './held-bytes.ts';
import {
  backslash,
  closeList,
  closeObject,
  colon,
  comma,
  lineFeed,
  literal,
  openList,
  openObject,
  quote,
  shaping,
} from './json-bytes.ts';
import { recordKeys, wrapperKeys } from './record-keys.ts';
import type { Mode, ScannedRecord, Wrapper } from './scanned-record.ts';

const maxRecordBytes = 8 * 1024 * 1024;
const maxKeyBytes = 40;

/**
 * Finds the records of a JSON file of contracts as its bytes arrive, holding one record at a time.
 *
 * Shapes known (DECP 2019 and 2024, and how they are passed around): `{"marches": [..]}`,
 * `{"marches": {"marche": [..], "contrat-concession": [..]}}`, an array, one object a line, one object alone.
 * An object is a record unless one of its own keys is the name of a list of records: then it is a wrapper.
 *
 * A record that is not JSON is reported and the next one is looked for: first within what the broken one swallowed
 * (a quote left open swallows its neighbour), then after it.
 */
export class RecordScanner {
  #found: ScannedRecord[] = [];
  #mode: Mode = 'outer';
  /** Wrappers we are within, outermost first. */
  #outer: Wrapper[] = [];
  /** Containers opened within the record or the skipped value: true for a list. */
  #inner: boolean[] = [];
  #group = '';
  /** A candidate met while looking for the next good record: dropped in silence if it is none. */
  #tentative = false;
  #inString = false;
  #escaped = false;
  /** The last byte that meant something, outside strings; a string leaves its quote. */
  #previous = 0;
  #lastString = '';
  #stringFrom = 0;
  #stringBefore = '';
  #key = '';
  readonly #held = new HeldBytes(maxRecordBytes);
  #from = 0;
  #damaged = false;
  #any = false;

  /** The records completed by these bytes. */
  push(chunk: Buffer): ScannedRecord[] {
    this.#scan(chunk);
    return this.#taken();
  }

  /** What is left when the file ends: a record or a list that was never closed. */
  end(): ScannedRecord[] {
    // After a broken record the closing brackets can no longer be trusted: only an open record is a cut then.
    const open = this.#mode === 'record' ? !this.#tentative : this.#outer.length > 0 && !this.#damaged;
    if (open) this.#found.push({ group: this.#group, broken: 'cut' });
    return this.#taken();
  }

  #taken(): ScannedRecord[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #scan(chunk: Buffer): void {
    this.#from = 0;
    this.#stringFrom = 0;
    for (let at = 0; at < chunk.byteLength; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === backslash) this.#escaped = true;
        else if (byte === quote) this.#endString(chunk, at);
        else if (byte === lineFeed && this.#mode === 'record') at = this.#breakAt(chunk, at);
        continue;
      }
      if (byte <= 0x20) {
        if (byte === lineFeed && this.#mode === 'scalar' && this.#outer.length === 0) this.#mode = 'outer';
        continue;
      }
      if (this.#mode === 'record') at = this.#inRecord(chunk, at, byte);
      else if (this.#mode === 'outer') this.#inOuter(at, byte);
      else if (this.#mode === 'skip') this.#inSkip(byte, at);
      else if (this.#mode === 'scalar') this.#inScalar(at, byte);
      else this.#inResync(at, byte);
    }
    if (this.#inString) this.#keepString(chunk);
    if (this.#mode === 'record') this.#keep(chunk.subarray(this.#from));
  }

  // --- wrappers -------------------------------------------------------------------------------------------------

  #inOuter(at: number, byte: number): void {
    const top = this.#outer.at(-1);
    // The byte order mark (EF BB BF): the bytes of no JSON begin so.
    if (this.#previous === 0 && (byte === 0xef || byte === 0xbb || byte === 0xbf)) return;
    const inObject = top !== undefined && !top.list;
    const afterValue = this.#previous === closeObject || this.#previous === closeList;
    if (byte === openObject) this.#openInOuter(at, top, false);
    else if (byte === openList) this.#openInOuter(at, top, true);
    else if (byte === closeObject || byte === closeList) {
      if (top && top.list === (byte === closeList)) {
        this.#outer.pop();
        if (top.hollow) this.#found.push({ group: top.group, broken: 'not_an_object' });
      } else this.#lookForNext();
    } else if (inObject) {
      if (byte === quote) this.#startString(at);
      else if (byte === colon) this.#key = this.#lastString;
    } else if (byte !== comma) {
      // Right after a record: the rest of one that a stray brace had closed. Elsewhere: a value that is no record.
      if (afterValue) this.#lookForNext();
      else this.#startScalar(at, byte, top?.group ?? '');
    }
    this.#previous = byte;
  }

  #fill(wrapper: Wrapper | undefined): void {
    if (wrapper) wrapper.hollow = false;
    this.#any = true;
  }

  #lookForNext(): void {
    this.#damaged = true;
    this.#mode = 'resync';
  }

  #openInOuter(at: number, top: Wrapper | undefined, list: boolean): void {
    const inObject = top !== undefined && !top.list;
    const hollow = list && !inObject && (top !== undefined || this.#any);
    this.#fill(top);
    if (inObject && this.#previous !== colon) {
      // A list that a stray bracket had closed goes on.
      this.#lookForNext();
      if (!list) this.#startRecord(at, top.group, true);
      return;
    }
    if (inObject && !wrapperKeys.has(this.#key)) {
      this.#mode = 'skip';
      this.#inner = [list];
      return;
    }
    const group = inObject ? this.#key : (top?.group ?? '');
    if (list) this.#outer.push({ list: true, group, hollow });
    else this.#startRecord(at, group, false);
  }

  #inSkip(byte: number, at: number): void {
    if (byte === quote) this.#startString(at);
    else if (byte === openObject || byte === openList) this.#inner.push(byte === openList);
    else if (byte === closeObject || byte === closeList) {
      this.#inner.pop();
      if (this.#inner.length === 0) this.#mode = 'outer';
    }
  }

  #startScalar(at: number, byte: number, group: string): void {
    this.#found.push({ group, broken: 'not_an_object' });
    this.#fill(this.#outer.at(-1));
    this.#mode = 'scalar';
    if (byte === quote && this.#outer.length > 0) this.#startString(at);
  }

  /** One text, or one number or bare word, up to the next comma; outside any list, to the end of the line. */
  #inScalar(at: number, byte: number): void {
    if (this.#outer.length === 0) return;
    if (byte === comma || byte === closeList) {
      this.#mode = 'outer';
      this.#inOuter(at, byte);
    } else if (this.#previous === quote || shaping.has(byte)) this.#lookForNext();
  }

  // --- records --------------------------------------------------------------------------------------------------

  #startRecord(at: number, group: string, tentative: boolean): void {
    this.#mode = 'record';
    this.#group = group;
    this.#tentative = tentative;
    this.#inner = [false];
    this.#held.take();
    this.#from = at;
    this.#previous = openObject;
    this.#key = '';
  }

  /** Returns where to go on: the same place, or one before it when the byte must be read again in another mode. */
  #inRecord(chunk: Buffer, at: number, byte: number): number {
    const inList = this.#inner.at(-1) === true;
    const previous = this.#previous;
    if (byte === quote) {
      if (previous === quote || previous === closeObject || previous === closeList) return this.#breakAt(chunk, at);
      this.#startString(at);
      return at;
    }
    this.#previous = byte;
    if (byte === openObject || byte === openList) {
      if (inList ? previous !== openList && previous !== comma : previous !== colon) return this.#breakAt(chunk, at);
      if (this.#inner.length === 1 && wrapperKeys.has(this.#key)) {
        this.#outer.push({ list: false, group: this.#group, hollow: false });
        this.#mode = 'outer';
        this.#previous = colon;
        this.#openInOuter(at, this.#outer.at(-1), byte === openList);
        this.#previous = byte;
        return at;
      }
      this.#inner.push(byte === openList);
    } else if (byte === closeObject || byte === closeList) {
      if (inList !== (byte === closeList)) return this.#breakAt(chunk, at);
      this.#inner.pop();
      if (this.#inner.length === 0) this.#endRecord(chunk, at);
    } else if (byte === colon) {
      if (this.#inner.length === 1) this.#key = this.#lastString;
    } else if (byte !== comma) {
      if (previous === quote || previous === closeObject || previous === closeList) return this.#breakAt(chunk, at);
      this.#previous = literal;
    }
    return at;
  }

  #endRecord(chunk: Buffer, at: number): void {
    this.#keep(chunk.subarray(this.#from, at + 1));
    if (this.#mode !== 'record') return;
    const bytes = this.#held.take();
    const good = !this.#tentative || recordKeys.some((key) => bytes.includes(key));
    if (good) this.#found.push({ group: this.#group, bytes });
    this.#mode = good ? 'outer' : 'resync';
  }

  #breakAt(chunk: Buffer, at: number): number {
    this.#keep(chunk.subarray(this.#from, at));
    this.#inString = false;
    this.#escaped = false;
    const swallowed = this.#held.take();
    const first = this.#mode === 'record' && !this.#tentative;
    this.#mode = 'resync';
    if (first) {
      this.#found.push({ group: this.#group, broken: 'broken' });
      this.#previous = openObject;
      this.#scan(swallowed.subarray(1));
    }
    // Whatever the search has begun to hold goes on from the byte that broke the record.
    this.#damaged = true;
    this.#from = at;
    this.#stringFrom = at;
    return at - 1;
  }

  #inResync(at: number, byte: number): void {
    const couldBegin = this.#outer.length === 0 || this.#previous === comma || this.#previous === openList;
    this.#previous = byte;
    if (byte === openObject && couldBegin) this.#startRecord(at, this.#outer.at(-1)?.group ?? '', true);
  }

  // --- what is held ---------------------------------------------------------------------------------------------

  #keep(part: Buffer): void {
    if (this.#held.add(part)) return;
    if (!this.#tentative) this.#found.push({ group: this.#group, broken: 'too_long' });
    this.#inString = false;
    this.#lookForNext();
  }

  #startString(at: number): void {
    this.#inString = true;
    this.#stringFrom = at + 1;
    this.#stringBefore = '';
  }

  #endString(chunk: Buffer, at: number): void {
    this.#inString = false;
    this.#previous = quote;
    const wanted = this.#mode === 'outer' || (this.#mode === 'record' && this.#inner.length === 1);
    if (!wanted) return;
    const short = at - this.#stringFrom + this.#stringBefore.length <= maxKeyBytes;
    this.#lastString = short ? this.#stringBefore + chunk.toString('latin1', this.#stringFrom, at) : '';
  }

  #keepString(chunk: Buffer): void {
    const room = maxKeyBytes + 1 - this.#stringBefore.length;
    this.#stringBefore += chunk.toString(
      'latin1',
      this.#stringFrom,
      Math.min(chunk.byteLength, this.#stringFrom + room),
    );
  }
}
