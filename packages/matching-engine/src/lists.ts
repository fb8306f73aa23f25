import { withRoom } from './room.ts';

/** Lists of small numbers, one per row, end to end in one array: what a person holds, in the order in which she gave it. */
export class Lists {
  #starts = new Uint32Array(64);
  #counts = new Uint8Array(64);
  #values: Int16Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  #used = 0;

  /** `days` may be below zero: numbers of a list of days stop at 32,767, of others at 65,535. */
  constructor(kind: 'numbers' | 'days') {
    this.#values = kind === 'numbers' ? new Uint16Array(256) : new Int16Array(256);
  }

  get bytes(): number {
    return this.#starts.byteLength + this.#counts.byteLength + this.#values.byteLength;
  }

  /** Replaces the list of a row. A longer one goes to the end; the place it leaves is won back by a rebuild. */
  set(row: number, list: readonly number[]): void {
    if (list.length > 255) throw new RangeError(`a list of ${list.length} is too long for a row`);
    if (row >= this.#starts.length) this.#resizeRows(Math.ceil((row + 1) * 1.5));
    if (list.length > (this.#counts[row] ?? 0)) {
      if (this.#used + list.length > this.#values.length)
        this.#resizeValues(Math.ceil((this.#used + list.length) * 1.5));
      this.#starts[row] = this.#used;
      this.#used += list.length;
    }
    this.#counts[row] = list.length;
    this.#values.set(list, this.#starts[row]);
  }

  /** Puts the rows in an order of their numbers, lists end to end, with room for a few more only. */
  settle(order: Int32Array): void {
    const [starts, counts, values] = [this.#starts, this.#counts, this.#values];
    this.#starts = new Uint32Array(withRoom(order.length));
    this.#counts = new Uint8Array(withRoom(order.length));
    const used = order.reduce((sum, row) => sum + (counts[row] ?? 0), 0);
    this.#values = values instanceof Uint16Array ? new Uint16Array(withRoom(used)) : new Int16Array(withRoom(used));
    this.#used = 0;
    for (const [row, before] of order.entries()) {
      const [start, count] = [starts[before] ?? 0, counts[before] ?? 0];
      this.#values.set(values.subarray(start, start + count), this.#used);
      this.#starts[row] = this.#used;
      this.#counts[row] = count;
      this.#used += count;
    }
  }

  start(row: number): number {
    return this.#starts[row] ?? 0;
  }

  /** One past the last. */
  end(row: number): number {
    return (this.#starts[row] ?? 0) + (this.#counts[row] ?? 0);
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  #resizeRows(size: number): void {
    const starts = new Uint32Array(size);
    const counts = new Uint8Array(size);
    starts.set(this.#starts.subarray(0, size));
    counts.set(this.#counts.subarray(0, size));
    this.#starts = starts;
    this.#counts = counts;
  }

  #resizeValues(size: number): void {
    const values = this.#values instanceof Uint16Array ? new Uint16Array(size) : new Int16Array(size);
    values.set(this.#values.subarray(0, this.#used));
    this.#values = values;
  }
}
