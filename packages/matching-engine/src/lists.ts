import { withRoom } from './room.ts';
import { type ListPlace, listPlaces, type Rows } from './rows.ts';

/** Lists of numbers from 0 to 65,535, one per row, end to end in one array: what a person holds, in the order in which she gave it. */
export class Lists {
  readonly #rows: Rows;
  readonly #place: ListPlace;
  #values = new Uint16Array(256);
  #used = 0;

  constructor(rows: Rows, name: keyof typeof listPlaces) {
    this.#rows = rows;
    this.#place = listPlaces[name];
  }

  get bytes(): number {
    return this.#values.byteLength;
  }

  /** Numbers that rows lead to, or led to. */
  get used(): number {
    return this.#used;
  }

  /** Replaces the list of a row. A longer one goes to the end; the place it leaves is won back by a rebuild. */
  set(row: number, list: readonly number[]): void {
    if (list.length > 255) throw new RangeError(`a list of ${list.length} is too long for a row`);
    if (list.length > this.#rows.roomOf(row, this.#place)) {
      if (this.#used + list.length > this.#values.length) this.#grow(Math.ceil((this.#used + list.length) * 1.5));
      this.#rows.setList(row, this.#place, this.#used, list.length);
      this.#used += list.length;
    } else this.#rows.setCount(row, this.#place, list.length);
    this.#values.set(list, this.start(row));
  }

  /** Lists end to end, in the order of the rows, with room for a few more only. After the rows themselves. */
  settle(count: number): void {
    const values = this.#values;
    let used = 0;
    for (let row = 0; row < count; row++) used += this.#rows.count(row, this.#place);
    this.#values = new Uint16Array(withRoom(used));
    this.#used = 0;
    for (let row = 0; row < count; row++) {
      this.#values.set(values.subarray(this.start(row), this.end(row)), this.#used);
      const length = this.#rows.count(row, this.#place);
      this.#rows.setList(row, this.#place, this.#used, length);
      this.#used += length;
    }
  }

  /** The lists of some rows end to end, as bytes. */
  copyOf(rows: readonly number[]): Uint8Array {
    const length = rows.reduce((sum, row) => sum + this.#rows.count(row, this.#place), 0);
    const copy = new Uint16Array(length);
    let used = 0;
    for (const row of rows) {
      copy.set(this.#values.subarray(this.start(row), this.end(row)), used);
      used += this.#rows.count(row, this.#place);
    }
    return new Uint8Array(copy.buffer);
  }

  /** Room for that many numbers, and some that come before the next rebuild. */
  reserve(numbers: number): void {
    this.#grow(withRoom(numbers));
  }

  /** Lists as `copyOf` gave them, of `count` rows from `row` on, which know how long theirs are; returns how many bytes they took. */
  lay(row: number, count: number, from: Uint8Array): number {
    const start = this.#used;
    for (let at = row; at < row + count; at++) {
      const length = this.#rows.count(at, this.#place);
      this.#rows.setList(at, this.#place, this.#used, length);
      this.#used += length;
    }
    if (this.#used > this.#values.length) this.#grow(Math.ceil(this.#used * 1.5));
    const size = Uint16Array.BYTES_PER_ELEMENT;
    const length = size * (this.#used - start);
    new Uint8Array(this.#values.buffer).set(from.subarray(0, length), size * start);
    return length;
  }

  start(row: number): number {
    return this.#rows.start(row, this.#place);
  }

  /** One past the last. */
  end(row: number): number {
    return this.#rows.start(row, this.#place) + this.#rows.count(row, this.#place);
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  has(row: number, value: number): boolean {
    const end = this.end(row);
    for (let at = this.start(row); at < end; at++) if (this.#values[at] === value) return true;
    return false;
  }

  #grow(size: number): void {
    const values = new Uint16Array(size);
    values.set(this.#values.subarray(0, this.#used));
    this.#values = values;
  }
}
