import { unknown } from './columns.ts';
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
  /** The first day she is free; before every other while it is unknown. */
  freeFrom: number;
  /** Her French and her hours a week: see `wishesOf`. */
  wishes: number;
}

/** Where each fact of an entry is among its 16 numbers of 16 bits: half a line of cache, so that one read brings them all. */
export const entry = {
  categories: 0,
  licences: 1,
  freeFrom: 2,
  wishes: 3,
  x: 4,
  y: 5,
  z: 6,
  radius: 7,
  months: 8,
  freshness: 9,
  waiting: 10,
  skills: 11,
  moreSkills: 13,
  row: 14,
  width: 16,
} as const;

/** Days are kept from here on, so that they need no sign. */
const firstDay = -0x8000;

/**
 * The people who hold one occupation, in the order of rows: that of places, then that in which people came since the last
 * rebuild. Each block of entries carries bounds that no entry of it exceeds; they only widen.
 */
export class PostingList {
  count = 0;
  /** Sixteen numbers an entry: see `entry`. */
  words: Uint16Array;
  /** Eleven numbers a block: see `bound`. */
  bounds: Uint16Array;

  constructor(capacity: number) {
    this.words = new Uint16Array(entry.width * capacity);
    this.bounds = new Uint16Array(bound.width * Math.ceil(capacity / blockSize));
  }

  get bytes(): number {
    return this.words.byteLength + this.bounds.byteLength;
  }

  append(one: Entry): void {
    if (entry.width * this.count === this.words.length) {
      this.words = copy(this.words, new Uint16Array(entry.width * (Math.ceil(this.count * 1.25) + 8)));
    }
    this.count += 1;
    if ((this.count - 1) % blockSize === 0) this.#openBlock((this.count - 1) / blockSize);
    this.write(this.count - 1, one);
  }

  /** Where the entry of a row is. */
  find(row: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rowAt(this.words, entry.width * middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Writes an entry and widens the bounds of its block. */
  write(at: number, one: Entry): void {
    const { words } = this;
    const to = entry.width * at;
    words[to + entry.categories] = one.categories;
    words[to + entry.licences] = one.licences;
    words[to + entry.freeFrom] = one.freeFrom - firstDay;
    words[to + entry.wishes] = one.wishes;
    words[to + entry.x] = one.x;
    words[to + entry.y] = one.y;
    words[to + entry.z] = one.z;
    words[to + entry.radius] = one.radius;
    words[to + entry.months] = one.months;
    words[to + entry.freshness] = one.freshness;
    words[to + entry.waiting] = one.waiting;
    words[to + entry.skills] = one.skills & 0xffff;
    words[to + entry.skills + 1] = one.skills >>> 16;
    words[to + entry.moreSkills] = one.moreSkills;
    words[to + entry.row] = one.row & 0xffff;
    words[to + entry.row + 1] = one.row >>> 16;
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
      const { freshness, waiting } = valuesOf(rowAt(this.words, to));
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

/** The row of the entry that starts at a place. */
export function rowAt(words: Uint16Array, at: number): number {
  return (words[at + entry.row] ?? 0) | ((words[at + entry.row + 1] ?? 0) << 16);
}

/** The 32 bits of the skills of the entry that starts at a place. */
export function skillsAt(words: Uint16Array, at: number): number {
  return (words[at + entry.skills] ?? 0) | ((words[at + entry.skills + 1] ?? 0) << 16);
}

/** What an entry must pass before anything is computed of it, ready to be asked of many: see `gateAt`. */
export interface Gate {
  acceptedBits: number;
  licenceBits: number;
  freeBy: number;
  french: number;
  hoursMin: number;
  hoursMax: number;
}

export function gateOf(asked: Gate): Gate {
  return {
    ...asked,
    freeBy: asked.freeBy - firstDay,
    french: Math.min(unknownLevel, asked.french),
    hoursMin: Math.min(mostHours, asked.hoursMin),
  };
}

/**
 * Below zero when an entry is ruled out for certain: no accepted category, free too late, a licence lacking, too little French, hours
 * that do not meet. Each condition is a number below zero where it fails, and they are put together without a branch:
 * no guess of the processor goes wrong in between. What is unknown is at its most favourable: see `wishesOf`.
 */
export function gateAt(words: Uint16Array, at: number, gate: Gate): number {
  const wishes = words[at + entry.wishes] ?? 0;
  return (
    (((words[at + entry.categories] ?? 0) & gate.acceptedBits) - 1) |
    (gate.freeBy - (words[at + entry.freeFrom] ?? 0)) |
    -(((words[at + entry.licences] ?? 0) & gate.licenceBits) ^ gate.licenceBits) |
    ((wishes & unknownLevel) - gate.french) |
    (gate.hoursMax - ((wishes >> 3) & mostHours)) |
    (((wishes >> 9) & mostHours) - gate.hoursMin)
  );
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

function copy(from: Uint16Array, to: Uint16Array): Uint16Array {
  to.set(from);
  return to;
}

const skillBits = 48;

/** The bit of a skill among the 48 of an entry, as 32 and 16: two skills may share one, which only loosens a bound. */
export function skillBit(skill: number): { bit: number; moreBit: number } {
  const place = Math.floor(((Math.imul(skill, 0x9e3779b1) >>> 0) * skillBits) / 2 ** 32);
  return place < 32 ? { bit: 1 << place, moreBit: 0 } : { bit: 0, moreBit: 1 << (place - 32) };
}

/** The bit of a keyed category among the 16 of an entry. */
export function categoryBit(category: number): number {
  return 1 << (category & 15);
}

/** The bit of a licence among the 16 of an entry. */
export function licenceBit(licence: number): number {
  return 1 << (licence & 15);
}

/** French in 3 bits (7: unknown, or more than is ever asked), then the least and the most hours a week in 6 each (63: that many or more). */
export function wishesOf(french: number, hoursMin: number, hoursMax: number): number {
  const level = french === unknown ? unknownLevel : Math.min(unknownLevel, Math.max(0, french));
  return level | (hourBits(hoursMin) << 3) | (hourBits(hoursMax) << 9);
}

const mostHours = 63;
const unknownLevel = 7;

function hourBits(hours: number): number {
  return Math.min(mostHours, Math.max(0, hours));
}
