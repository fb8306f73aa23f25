import { anyDistance } from './place.ts';

/** Entries of a list are bounded together by this many. */
export const blockSize = 64;

/** What an entry carries of its person, so that a list is read from end to end without fetching anybody. */
export interface Entry {
  row: number;
  /** Of the occupation of this list. */
  months: number;
  x: number;
  y: number;
  z: number;
  radius: number;
  freshness: number;
  waiting: number;
  /** 16 bits of the categories held; 0: this entry leads to nobody any more. */
  categories: number;
  /** 48 bits of the skills held: 32, then 16. */
  skills: number;
  moreSkills: number;
  /** 16 bits of the licences held; all of them while they are unknown. */
  licences: number;
  /** From `demandsOf`. */
  demands: number;
}

/** Where each fact of an entry is among its 16 numbers of 16 bits: half a line of cache, so that one read brings them all. */
export const entry = {
  x: 4,
  y: 5,
  z: 6,
  radius: 7,
  months: 8,
  freshness: 9,
  waiting: 10,
  moreSkills: 11,
  width: 16,
} as const;

/** The same entry as 8 numbers of 32 bits: where those are that are read whole. */
export const pair = {
  /** Categories below, licences above. */
  held: 0,
  demands: 1,
  skills: 6,
  row: 7,
  width: 8,
} as const;

/** Looks at where a row should be, before halving. */
const guesses = 8;

/**
 * The people who hold one occupation, in the order of rows: that of places, then that in which people came since the last
 * rebuild. Each block of entries carries bounds that no entry of it exceeds; they only widen.
 */
export class PostingList {
  count = 0;
  /** Sixteen numbers an entry: see `entry`. */
  words: Uint16Array<ArrayBuffer>;
  /** The same bytes, eight numbers an entry: see `pair`. */
  pairs: Int32Array<ArrayBuffer>;
  /** Eleven numbers a block: see `bound`. */
  bounds: Uint16Array;

  constructor(capacity: number) {
    this.words = new Uint16Array(entry.width * capacity);
    this.pairs = new Int32Array(this.words.buffer);
    this.bounds = new Uint16Array(bound.width * Math.ceil(capacity / blockSize));
  }

  get bytes(): number {
    return this.words.byteLength + this.bounds.byteLength;
  }

  append(one: Entry): void {
    if (entry.width * this.count === this.words.length) {
      this.words = copy(this.words, new Uint16Array(entry.width * (Math.ceil(this.count * 1.25) + 8)));
      this.pairs = new Int32Array(this.words.buffer);
    }
    this.count += 1;
    if ((this.count - 1) % blockSize === 0) this.#openBlock((this.count - 1) / blockSize);
    this.write(this.count - 1, one);
  }

  /**
   * Where the entry of a row is. Rows are spread evenly enough over a list to say about where: a few looks instead of one for each halving,
   * each of which waits for the memory. After those, halves, however they are spread.
   */
  find(row: number): number {
    let low = 0;
    let high = this.count - 1;
    for (let look = 0; low < high; look++) {
      const first = this.rowAt(low);
      const last = this.rowAt(high);
      if (row <= first) return low;
      const guess =
        look < guesses ? low + Math.floor(((row - first) / (last - first)) * (high - low)) : (low + high) >> 1;
      const middle = Math.min(high - 1, guess);
      const found = this.rowAt(middle);
      if (found === row) return middle;
      if (found < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The row of the entry at a place. */
  rowAt(at: number): number {
    return this.pairs[pair.width * at + pair.row] ?? 0;
  }

  /** Writes an entry and widens the bounds of its block. */
  write(at: number, one: Entry): void {
    const { words, pairs } = this;
    const to = entry.width * at;
    words[to + entry.x] = one.x;
    words[to + entry.y] = one.y;
    words[to + entry.z] = one.z;
    words[to + entry.radius] = one.radius;
    words[to + entry.months] = one.months;
    words[to + entry.freshness] = one.freshness;
    words[to + entry.waiting] = one.waiting;
    words[to + entry.moreSkills] = one.moreSkills;
    const pairAt = pair.width * at;
    pairs[pairAt + pair.held] = one.categories | (one.licences << 16);
    pairs[pairAt + pair.demands] = one.demands;
    pairs[pairAt + pair.skills] = one.skills;
    pairs[pairAt + pair.row] = one.row;
    const from = bound.width * Math.floor(at / blockSize);
    this.#raise(from + bound.radius, one.radius);
    this.#raise(from + bound.months, one.months);
    this.#raise(from + bound.freshness, one.freshness);
    this.#raise(from + bound.waiting, one.waiting);
    this.bounds[from + bound.categories] = (this.bounds[from + bound.categories] ?? 0) | one.categories;
    if (one.radius === anyDistance) return;
    this.#widen(from, one.x);
    this.#widen(from + 1, one.y);
    this.#widen(from + 2, one.z);
  }

  /** One axis of a block. */
  #widen(from: number, value: number): void {
    if (value < (this.bounds[from + bound.low] ?? 0)) this.bounds[from + bound.low] = value;
    this.#raise(from + bound.high, value);
  }

  /** Gives every entry its values of the day, and its block bounds that fit them. */
  recount(valuesOf: (row: number) => { freshness: number; waiting: number }): void {
    for (let at = 0; at < this.count; at++) {
      const from = bound.width * Math.floor(at / blockSize);
      if (at % blockSize === 0) this.bounds.fill(0, from + bound.freshness, from + bound.waiting + 1);
      const to = entry.width * at;
      const { freshness, waiting } = valuesOf(this.rowAt(at));
      this.words[to + entry.freshness] = freshness;
      this.words[to + entry.waiting] = waiting;
      this.#raise(from + bound.freshness, freshness);
      this.#raise(from + bound.waiting, waiting);
    }
  }

  #raise(at: number, value: number): void {
    if (value > (this.bounds[at] ?? 0)) this.bounds[at] = value;
  }

  #openBlock(block: number): void {
    const from = bound.width * block;
    if (from + bound.width > this.bounds.length)
      this.bounds = copy(this.bounds, new Uint16Array(2 * (from + bound.width)));
    this.bounds.fill(0, from, from + bound.width);
    this.bounds.fill(0xffff, from + bound.low, from + bound.low + 3);
  }
}

/** Where each bound of a block is: lowest and highest place, then the highest of the rest, then all its categories. */
export const bound = {
  low: 0,
  high: 3,
  radius: 6,
  months: 7,
  freshness: 8,
  waiting: 9,
  categories: 10,
  width: 11,
} as const;

function copy(from: Uint16Array, to: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  to.set(from);
  return to;
}

const skillBits = 48;

/** The bit of a skill among the 48 of an entry, as 32 and 16: two skills may share one, which only loosens a bound. */
export function skillBit(skill: number): { bit: number; moreBit: number } {
  const place = Math.floor(((Math.imul(skill, 0x9e3779b1) >>> 0) * skillBits) / 2 ** 32);
  return place < 32 ? { bit: 1 << place, moreBit: 0 } : { bit: 0, moreBit: 1 << (place - 32) };
}
