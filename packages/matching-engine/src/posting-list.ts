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
  /** 32 bits of the skills held. */
  skills: number;
  /** 16 bits of the licences held; all of them while they are unknown. */
  licences: number;
  /** The first day she is free; before every other while it is unknown. */
  freeFrom: number;
  /** Her French and her hours a week: see `wishesOf`. */
  wishes: number;
}

/**
 * The people who hold one occupation, in the order of rows: that of places, then that in which people came since the last
 * rebuild. Each block of entries carries bounds that no entry of it exceeds; they only widen.
 */
export class PostingList {
  count = 0;
  rows: Int32Array;
  months: Uint16Array;
  x: Uint16Array;
  y: Uint16Array;
  z: Uint16Array;
  radius: Uint16Array;
  freshness: Uint16Array;
  waiting: Uint16Array;
  categories: Uint16Array;
  skills: Uint32Array;
  licences: Uint16Array;
  freeFrom: Int16Array;
  wishes: Uint16Array;
  /** Eleven numbers a block: see `bound`. */
  bounds: Uint16Array;

  constructor(capacity: number) {
    this.rows = new Int32Array(capacity);
    this.months = new Uint16Array(capacity);
    this.x = new Uint16Array(capacity);
    this.y = new Uint16Array(capacity);
    this.z = new Uint16Array(capacity);
    this.radius = new Uint16Array(capacity);
    this.freshness = new Uint16Array(capacity);
    this.waiting = new Uint16Array(capacity);
    this.categories = new Uint16Array(capacity);
    this.skills = new Uint32Array(capacity);
    this.licences = new Uint16Array(capacity);
    this.freeFrom = new Int16Array(capacity);
    this.wishes = new Uint16Array(capacity);
    this.bounds = new Uint16Array(bound.width * Math.ceil(capacity / blockSize));
  }

  get bytes(): number {
    return 30 * this.rows.length + this.bounds.byteLength;
  }

  append(entry: Entry): void {
    if (this.count === this.rows.length) this.#grow(Math.ceil(this.count * 1.25) + 8);
    this.count += 1;
    if ((this.count - 1) % blockSize === 0) this.#openBlock((this.count - 1) / blockSize);
    this.write(this.count - 1, entry);
  }

  /** Where the entry of a row is. */
  find(row: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Writes an entry and widens the bounds of its block. */
  write(at: number, entry: Entry): void {
    this.rows[at] = entry.row;
    this.months[at] = entry.months;
    this.x[at] = entry.x;
    this.y[at] = entry.y;
    this.z[at] = entry.z;
    this.radius[at] = entry.radius;
    this.freshness[at] = entry.freshness;
    this.waiting[at] = entry.waiting;
    this.categories[at] = entry.categories;
    this.skills[at] = entry.skills;
    this.licences[at] = entry.licences;
    this.freeFrom[at] = entry.freeFrom;
    this.wishes[at] = entry.wishes;
    const from = bound.width * Math.floor(at / blockSize);
    this.#raise(from + bound.radius, entry.radius);
    this.#raise(from + bound.months, entry.months);
    this.#raise(from + bound.freshness, entry.freshness);
    this.#raise(from + bound.waiting, entry.waiting);
    this.bounds[from + bound.categories] = (this.bounds[from + bound.categories] ?? 0) | entry.categories;
    if (entry.radius === anyDistance) return;
    this.#widen(from, entry.x);
    this.#widen(from + 1, entry.y);
    this.#widen(from + 2, entry.z);
  }

  /** One axis of a block. */
  #widen(from: number, value: number): void {
    this.bounds[from + bound.low] = Math.min(this.bounds[from + bound.low] ?? 0, value);
    this.#raise(from + bound.high, value);
  }

  /** Gives every entry its values of the day, and its block bounds that fit them. */
  recount(valuesOf: (row: number) => { freshness: number; waiting: number }): void {
    for (let at = 0; at < this.count; at++) {
      const from = bound.width * Math.floor(at / blockSize);
      if (at % blockSize === 0) this.bounds.fill(0, from + bound.freshness, from + bound.waiting + 1);
      const { freshness, waiting } = valuesOf(this.rows[at] ?? 0);
      this.freshness[at] = freshness;
      this.waiting[at] = waiting;
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

  #grow(capacity: number): void {
    this.rows = copy(this.rows, new Int32Array(capacity));
    this.months = copy(this.months, new Uint16Array(capacity));
    this.x = copy(this.x, new Uint16Array(capacity));
    this.y = copy(this.y, new Uint16Array(capacity));
    this.z = copy(this.z, new Uint16Array(capacity));
    this.radius = copy(this.radius, new Uint16Array(capacity));
    this.freshness = copy(this.freshness, new Uint16Array(capacity));
    this.waiting = copy(this.waiting, new Uint16Array(capacity));
    this.categories = copy(this.categories, new Uint16Array(capacity));
    this.skills = copy(this.skills, new Uint32Array(capacity));
    this.licences = copy(this.licences, new Uint16Array(capacity));
    this.freeFrom = copy(this.freeFrom, new Int16Array(capacity));
    this.wishes = copy(this.wishes, new Uint16Array(capacity));
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

function copy<Numbers extends Int32Array | Int16Array | Uint16Array | Uint32Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}

/** The bit of a skill among the 32 of an entry: two skills may share one, which only loosens a bound. */
export function skillBit(skill: number): number {
  return 1 << (Math.imul(skill, 0x9e3779b1) >>> 27);
}

/** The bit of a keyed category among the 16 of an entry. */
export function categoryBit(category: number): number {
  return 1 << (category & 15);
}

/** The bit of a licence among the 16 of an entry. */
export function licenceBit(licence: number): number {
  return 1 << (licence & 15);
}

/** French in 3 bits (7: unknown), then the least and the most hours a week in 6 each (63: that many or more). */
export function wishesOf(french: number, hoursMin: number, hoursMax: number): number {
  const level = french === unknown ? 7 : Math.min(7, Math.max(0, french));
  return level | (hourBits(hoursMin) << 3) | (hourBits(hoursMax) << 9);
}

/** Whether wishes rule an offer out for certain. */
export function isUnwished(wishes: number, french: number, hoursMin: number, hoursMax: number): boolean {
  const level = wishes & 7;
  if ((level !== 7 && level < french) || ((wishes >> 3) & mostHours) > hoursMax) return true;
  const most = (wishes >> 9) & mostHours;
  return most !== mostHours && most < hoursMin;
}

const mostHours = 63;

function hourBits(hours: number): number {
  return Math.min(mostHours, Math.max(0, hours));
}
