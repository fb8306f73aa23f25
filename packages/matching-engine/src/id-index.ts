import { withRoom } from './room.ts';

/** Rows by UUID, in 16 bytes a row and one open-addressing table: a Map of a million strings would weigh as much as the bank. */
export class IdIndex {
  #words = new Uint32Array(4 * 64);
  #slots = new Int32Array(128).fill(-1);
  #count = 0;

  get bytes(): number {
    return this.#words.byteLength + this.#slots.byteLength;
  }

  /** Makes `row` the row of `id`; rows come in order, and an id may move to a later row. */
  set(id: string, row: number): void {
    if (4 * row + 4 > this.#words.length) this.#words = resized(this.#words, Math.ceil(4 * (row + 1) * 1.5));
    this.#words.set(wordsOf(id), 4 * row);
    if (1.5 * (this.#count + 1) > this.#slots.length) this.#rehash();
    const slot = this.#slotOf(row);
    if (this.#slots[slot] === -1) this.#count += 1;
    this.#slots[slot] = row;
  }

  /** The row of `id`, or -1. */
  find(id: string): number {
    const [first, second, third, fourth] = wordsOf(id);
    const words = this.#words;
    for (let slot = this.#start(first, fourth); ; slot = this.#next(slot)) {
      const row = this.#slots[slot] ?? -1;
      if (row === -1) return row;
      const at = 4 * row;
      if (words[at + 3] !== fourth || words[at + 2] !== third || words[at + 1] !== second) continue;
      if (words[at] === first) return row;
    }
  }

  /** Puts the rows in an order of their numbers, with room for a few more only. */
  settle(order: Int32Array): void {
    const words = this.#words;
    this.#words = new Uint32Array(4 * withRoom(order.length));
    for (const [row, before] of order.entries()) this.#words.set(words.subarray(4 * before, 4 * before + 4), 4 * row);
    this.#slots.fill(-1);
    for (let row = 0; row < order.length; row++) this.#slots[this.#slotOf(row)] = row;
  }

  /** Room for that many rows, and a few that come before the next rebuild. */
  reserve(rows: number): void {
    this.#words = resized(this.#words, 4 * withRoom(rows));
    while (1.5 * rows > this.#slots.length) this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    for (let row = 0; row < this.#count; row++) this.#slots[this.#slotOf(row)] = row;
  }

  /** The ids of some rows, 16 bytes each, as the base writes them. */
  copyOf(rows: readonly number[]): Buffer {
    const words = new Uint32Array(4 * rows.length);
    for (const [place, row] of rows.entries()) words.set(this.#words.subarray(4 * row, 4 * row + 4), 4 * place);
    return Buffer.from(words.buffer).swap32();
  }

  /** Ids as `copyOf` gave them, of `count` rows from `row` on, which come after all others. */
  lay(row: number, count: number, from: Uint8Array): void {
    if (4 * (row + count) > this.#words.length) this.#words = resized(this.#words, Math.ceil(6 * (row + count)));
    new Uint8Array(this.#words.buffer).set(Buffer.from(from.subarray(0, 16 * count)).swap32(), 16 * row);
    for (let at = row; at < row + count; at++) {
      if (1.5 * (this.#count + 1) > this.#slots.length) this.#rehash();
      this.#slots[this.#slotOf(at)] = at;
      this.#count += 1;
    }
  }

  idOf(row: number): string {
    let to = 0;
    for (let word = 4 * row; word < 4 * row + 4; word++) {
      const bits = this.#words[word] ?? 0;
      for (let shift = 28; shift >= 0; shift -= 4) {
        if (isDash(to)) to += 1;
        written[to] = digits[(bits >>> shift) & 15] ?? 0;
        to += 1;
      }
    }
    return written.toString('latin1');
  }

  /** Order of two rows by id: that of the text, since hexadecimal digits sort as they count. */
  compare(a: number, b: number): number {
    for (let index = 0; index < 4; index++) {
      const difference = (this.#words[4 * a + index] ?? 0) - (this.#words[4 * b + index] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #slotOf(row: number): number {
    const at = 4 * row;
    const words = this.#words;
    for (let slot = this.#start(words[at] ?? 0, words[at + 3] ?? 0); ; slot = this.#next(slot)) {
      const other = this.#slots[slot] ?? -1;
      if (other === -1 || this.compare(other, row) === 0) return slot;
    }
  }

  #start(first: number, last: number): number {
    const mixed = Math.imul(first ^ Math.imul(last, 0x85ebca6b), 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & (this.#slots.length - 1);
  }

  #next(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1);
  }

  #rehash(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length).fill(-1);
    for (const row of old) if (row !== -1) this.#slots[this.#slotOf(row)] = row;
  }
}

const idLength = 36;
const digits = Buffer.from('0123456789abcdef');
/** The dashes stay where they are; the digits of one id after the other are written over. */
const written = Buffer.alloc(idLength, '-');

const isDash = (at: number) => at === 8 || at === 13 || at === 18 || at === 23;

/** The value of each character as a hexadecimal digit in lower case; 16: it is none. */
const values = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return value === -1 ? 16 : value;
});

/** The four 32-bit words of a UUID in lower case. Anything else is a bug of the caller. */
function wordsOf(id: string): [number, number, number, number] {
  const words: [number, number, number, number] = [0, 0, 0, 0];
  let digit = 0;
  let isWrong = id.length !== idLength ? 1 : 0;
  for (let at = 0; at < idLength; at++) {
    if (isDash(at)) {
      isWrong |= id.charCodeAt(at) ^ dash;
      continue;
    }
    const value = values[id.charCodeAt(at)] ?? 16;
    isWrong |= value & 16;
    const word = (digit >> 3) as 0 | 1 | 2 | 3;
    words[word] = (words[word] << 4) | value;
    digit += 1;
  }
  if (isWrong !== 0) throw new RangeError(`${id} is not a UUID in lower case`);
  return [words[0] >>> 0, words[1] >>> 0, words[2] >>> 0, words[3] >>> 0];
}

const dash = 0x2d;

function resized(words: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const other = new Uint32Array(size);
  other.set(words.subarray(0, size));
  return other;
}
