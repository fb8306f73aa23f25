import { withRoom } from './room.ts';

/** Where each fact of a row is, counted in numbers of its own size from the beginning of the row. */
const width = 56;
const doubles = { lat: 0, lon: 1, width: width / 8 } as const;
const words = { radius: 4, licences: 5, starts: 6, width: width / 4 } as const;
const shorts = {
  availableFrom: 18,
  lastContact: 19,
  waitingSince: 20,
  createdOn: 21,
  hoursMin: 22,
  hoursMax: 23,
  width: width / 2,
} as const;
const bytes = { facts: 48, french: 49, counts: 50, rooms: 53, width } as const;

/** The lists that a row leads to, by number. */
export const listPlaces = { occupations: 0, skills: 1, categories: 2 } as const;
export type ListPlace = (typeof listPlaces)[keyof typeof listPlaces];

/**
 * Everything of one length that is known of a person, side by side in 56 bytes: whoever is judged is mostly somebody whom no one looked at
 * for a while, and each column by itself would be one more wait for the memory.
 */
export class Rows {
  #buffer = new ArrayBuffer(64 * width);
  #doubles = new Float64Array(this.#buffer);
  #words = new Int32Array(this.#buffer);
  #shorts = new Int16Array(this.#buffer);
  #bytes = new Int8Array(this.#buffer);

  get byteLength(): number {
    return this.#buffer.byteLength;
  }

  get room(): number {
    return this.#buffer.byteLength / width;
  }

  grow(rows: number): void {
    this.#hold(rows, (from, to) => to.set(from));
  }

  /** Puts the rows in an order of their numbers, with room for a few more only. */
  settle(order: Int32Array): void {
    this.#hold(withRoom(order.length), (from, to) => {
      for (let row = 0; row < order.length; row++) {
        const before = words.width * (order[row] ?? 0);
        for (let word = 0; word < words.width; word++) to[words.width * row + word] = from[before + word] ?? 0;
      }
    });
  }

  lat(row: number): number {
    return this.#doubles[row * doubles.width + doubles.lat] ?? Number.NaN;
  }

  lon(row: number): number {
    return this.#doubles[row * doubles.width + doubles.lon] ?? Number.NaN;
  }

  radius(row: number): number {
    return this.#words[row * words.width + words.radius] ?? 0;
  }

  /** A bit for each of the 32 licences seen first. */
  licences(row: number): number {
    return this.#words[row * words.width + words.licences] ?? 0;
  }

  availableFrom(row: number): number {
    return this.#shorts[row * shorts.width + shorts.availableFrom] ?? 0;
  }

  lastContact(row: number): number {
    return this.#shorts[row * shorts.width + shorts.lastContact] ?? 0;
  }

  waitingSince(row: number): number {
    return this.#shorts[row * shorts.width + shorts.waitingSince] ?? 0;
  }

  createdOn(row: number): number {
    return this.#shorts[row * shorts.width + shorts.createdOn] ?? 0;
  }

  hoursMin(row: number): number {
    return this.#shorts[row * shorts.width + shorts.hoursMin] ?? 0;
  }

  hoursMax(row: number): number {
    return this.#shorts[row * shorts.width + shorts.hoursMax] ?? 0;
  }

  french(row: number): number {
    return this.#bytes[row * width + bytes.french] ?? 0;
  }

  facts(row: number): number {
    return this.#bytes[row * width + bytes.facts] ?? 0;
  }

  /** Where a list of the row begins. */
  start(row: number, list: ListPlace): number {
    return this.#words[row * words.width + words.starts + list] ?? 0;
  }

  /** How many numbers it has. */
  count(row: number, list: ListPlace): number {
    return (this.#bytes[row * width + bytes.counts + list] ?? 0) & 0xff;
  }

  /** How many it may have before it must move. */
  roomOf(row: number, list: ListPlace): number {
    return (this.#bytes[row * width + bytes.rooms + list] ?? 0) & 0xff;
  }

  setPlace(row: number, lat: number, lon: number): void {
    this.#doubles[row * doubles.width + doubles.lat] = lat;
    this.#doubles[row * doubles.width + doubles.lon] = lon;
  }

  setFacts(row: number, facts: number): void {
    this.#bytes[row * width + bytes.facts] = facts;
  }

  /** All but the place and the lists. */
  set(row: number, one: Facts): void {
    const [word, short, byte] = [row * words.width, row * shorts.width, row * width];
    this.#words[word + words.radius] = one.radius;
    this.#words[word + words.licences] = one.licences;
    this.#shorts[short + shorts.availableFrom] = one.availableFrom;
    this.#shorts[short + shorts.lastContact] = one.lastContact;
    this.#shorts[short + shorts.waitingSince] = one.waitingSince;
    this.#shorts[short + shorts.createdOn] = one.createdOn;
    this.#shorts[short + shorts.hoursMin] = one.hoursMin;
    this.#shorts[short + shorts.hoursMax] = one.hoursMax;
    this.#bytes[byte + bytes.french] = one.french;
    this.#bytes[byte + bytes.facts] = one.facts;
  }

  /** The bytes of a row, as they are. */
  copyOf(row: number): Uint8Array {
    return new Uint8Array(this.#buffer, row * width, width);
  }

  /** Rows as `copyOf` gave them, one after the other from `row` on; returns how many bytes they took. The lists are to be laid anew. */
  lay(row: number, count: number, from: Uint8Array): number {
    new Uint8Array(this.#buffer).set(from.subarray(0, count * width), row * width);
    return count * width;
  }

  setCount(row: number, list: ListPlace, count: number): void {
    this.#bytes[row * width + bytes.counts + list] = count;
  }

  /** A list moves, and takes as much room as it needs. */
  setList(row: number, list: ListPlace, start: number, count: number): void {
    this.#words[row * words.width + words.starts + list] = start;
    this.#bytes[row * width + bytes.counts + list] = count;
    this.#bytes[row * width + bytes.rooms + list] = count;
  }

  #hold(rows: number, fill: (from: Int32Array, to: Int32Array) => void): void {
    this.#buffer = new ArrayBuffer(rows * width);
    const held = new Int32Array(this.#buffer);
    fill(this.#words, held);
    this.#doubles = new Float64Array(this.#buffer);
    this.#words = held;
    this.#shorts = new Int16Array(this.#buffer);
    this.#bytes = new Int8Array(this.#buffer);
  }
}

/** What a row says of itself, in numbers. */
export interface Facts {
  facts: number;
  radius: number;
  availableFrom: number;
  lastContact: number;
  waitingSince: number;
  createdOn: number;
  hoursMin: number;
  hoursMax: number;
  french: number;
  licences: number;
}
