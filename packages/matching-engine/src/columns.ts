import { availableStatus } from '@jonction/domain/matching/exclusion';
import type { Profile } from '@jonction/domain/matching/profile';
import { dayNumber } from '@jonction/domain/shared/day';
import { Dictionary } from './dictionary.ts';
import { IdIndex } from './id-index.ts';
import { Lists } from './lists.ts';
import { Rows } from './rows.ts';

/** Licences that have a bit of their own: those seen first. */
export const licencesInBits = 32;

/** A day that nobody knows: before every other. */
export const unknownDay = -0x8000;
/** After every other. */
const lastDay = 0x7fff;
/** An hour, level or radius that nobody knows. */
export const unknown = -1;
/** No upper end to the hours a week that one wants. */
export const openHours = 0x7fff;

/** Bits of `facts`. */
export const consented = 1;
export const visible = 2;
export const available = 4;
export const licencesKnown = 8;
/** Of a row that a later one replaces, or whose person left. */
export const gone = 16;
/** What a row needs before anything is asked of it. */
export const present = consented | visible | available;

/** The offers on which a person has a positioning, and the contractors whom she does not want. */
export interface Keys {
  positioned: readonly string[];
  optedOut: readonly string[];
}

/**
 * The bank as numbers, a row a person: what `domain/matching` reads of a profile and nothing else. Days are numbers
 * since 1970, so from 1880 to 2059; an id is a UUID; months are whole.
 */
export class Columns {
  count = 0;
  readonly ids = new IdIndex();
  readonly codes = new Dictionary();
  readonly skillNames = new Dictionary();
  readonly licenceNames = new Dictionary();
  readonly categoryNames = new Dictionary();
  readonly rows = new Rows();
  /** Pairs: code, months. */
  readonly occupations = new Lists(this.rows, 'occupations');
  /** Licences beyond the 32 seen first stand among them: see `rareLicence`. */
  readonly skills = new Lists(this.rows, 'skills');
  /** Threes: keyed category, first and last day proven, both as `dayInList`. */
  readonly categories = new Lists(this.rows, 'categories');
  /** Rows of the people with a positioning on an offer, and of those who do not want a contractor. */
  readonly positioned = new Map<string, Set<number>>();
  readonly optedOut = new Map<string, Set<number>>();
  readonly #keysOf = new Map<number, Keys>();

  get bytes(): number {
    const lists = [this.occupations, this.skills, this.categories];
    return this.rows.byteLength + lists.reduce((sum, list) => sum + list.bytes, 0) + this.ids.bytes;
  }

  /** Adds a row for a person, hers from now on. */
  append(profile: Profile): number {
    const row = this.count;
    if (row >= this.rows.room) this.rows.grow(Math.ceil((row + 1) * 1.5));
    this.count = row + 1;
    this.ids.set(profile.id, row);
    this.rows.setPlace(row, profile.lat ?? Number.NaN, profile.lon ?? Number.NaN);
    this.occupations.set(
      row,
      (profile.romes ?? []).flatMap(({ code, months }) => [this.codes.add(code), Math.min(months ?? 0, 0xffff)]),
    );
    this.patch(row, profile);
    return row;
  }

  /** Rewrites all that may change without moving the person: not her occupations, not her place. */
  patch(row: number, profile: Profile): void {
    const { licences, rare } = this.#licencesOf(profile.licences ?? []);
    this.rows.set(row, {
      facts: factsOf(profile),
      radius: profile.radiusMetres ?? unknown,
      availableFrom: dayOrUnknown(profile.availableFrom),
      lastContact: dayOrUnknown(profile.lastContact),
      waitingSince: dayOrUnknown(profile.waitingSince),
      createdOn: dayOrUnknown(profile.createdOn),
      hoursMin: profile.weeklyHours?.min ?? 0,
      hoursMax: profile.weeklyHours?.max ?? openHours,
      french: profile.french ?? unknown,
      licences,
    });
    this.skills.set(row, this.#numbersOf(row, profile.skills ?? []).concat(rare));
    this.categories.set(
      row,
      (profile.eligible ?? []).flatMap(({ category, from, to }) => [
        this.categoryNames.add(category),
        dayInList(from == null ? unknownDay : clamp(dayNumber(from))),
        dayInList(to == null ? lastDay : clamp(dayNumber(to))),
      ]),
    );
    this.#setKeys(row, profile.positionings ?? [], profile.optedOut ?? []);
  }

  /** The person left, or a later row replaces this one. */
  leave(row: number): void {
    this.rows.setFacts(row, gone);
    this.#setKeys(row, [], []);
  }

  /** Whether a profile lives where the row does and does the same: then the row may be rewritten in place. */
  isSamePlace(row: number, profile: Profile): boolean {
    const { rows, occupations } = this;
    if (!Object.is(rows.lat(row), profile.lat ?? Number.NaN)) return false;
    if (!Object.is(rows.lon(row), profile.lon ?? Number.NaN)) return false;
    const romes = profile.romes ?? [];
    const start = occupations.start(row);
    return (
      occupations.end(row) - start === 2 * romes.length &&
      romes.every(
        ({ code, months }, index) =>
          occupations.at(start + 2 * index) === this.codes.find(code) &&
          occupations.at(start + 2 * index + 1) === Math.min(months ?? 0, 0xffff),
      )
    );
  }

  /**
   * Puts the rows in an order of their numbers, and gives back the room kept for growth: what was read at once seldom grows
   * much before the next night.
   */
  settle(order: Int32Array): void {
    this.rows.settle(order);
    for (const list of [this.occupations, this.skills, this.categories]) list.settle(this.count);
    this.ids.settle(order);
    const keys = [...this.#keysOf];
    const rowOf = new Map(keys.map(([row]) => [row, 0]));
    for (const [row, before] of order.entries()) if (rowOf.has(before)) rowOf.set(before, row);
    for (const held of [this.#keysOf, this.positioned, this.optedOut]) held.clear();
    for (const [row, { positioned, optedOut }] of keys) this.#setKeys(rowOf.get(row) ?? 0, positioned, optedOut);
  }

  /** What of a row is not of one length, nor a list of numbers; null when nothing is. */
  keysOf(row: number): Keys | null {
    return this.#keysOf.get(row) ?? null;
  }

  setKeys(row: number, { positioned, optedOut }: Keys): void {
    this.#setKeys(row, positioned, optedOut);
  }

  /** The licence that stands at a place among the skills, or -1 where a skill does. */
  rareLicenceAt(at: number): number {
    const licence = rareLicence(this.skills.at(at));
    return licence < this.licenceNames.size ? licence : -1;
  }

  /** Each skill once: its weight counts once. Most of the time they are those of the row, in the same order. */
  #numbersOf(row: number, skills: readonly string[]): number[] {
    const numbers: number[] = [];
    const [start, end] = [this.skills.start(row), this.skills.end(row)];
    for (const skill of skills) {
      const at = start + numbers.length;
      const number = this.skillNames.add(skill, at < end ? this.skills.at(at) : -1);
      if (!numbers.includes(number)) numbers.push(number);
    }
    return numbers;
  }

  #licencesOf(held: readonly string[]): { licences: number; rare: number[] } {
    let licences = 0;
    const rare: number[] = [];
    for (const licence of held) {
      const number = this.licenceNames.add(licence);
      if (number < licencesInBits) licences |= 1 << number;
      else rare.push(rareLicence(number));
    }
    return { licences, rare };
  }

  #setKeys(row: number, positioned: readonly string[], optedOut: readonly string[]): void {
    const before = this.#keysOf.get(row);
    for (const offer of before?.positioned ?? []) this.positioned.get(offer)?.delete(row);
    for (const contractor of before?.optedOut ?? []) this.optedOut.get(contractor)?.delete(row);
    addRow(this.positioned, positioned, row);
    addRow(this.optedOut, optedOut, row);
    if (positioned.length + optedOut.length > 0) this.#keysOf.set(row, { positioned, optedOut });
    else this.#keysOf.delete(row);
  }
}

/** Whether a person may be put forward at all, before anything is asked. */
export function isPresent(profile: Profile): boolean {
  return (factsOf(profile) & present) === present;
}

function factsOf(profile: Profile): number {
  return (
    (profile.consent === true ? consented : 0) |
    (profile.visible === true ? visible : 0) |
    (profile.status === availableStatus ? available : 0) |
    (profile.licences == null ? 0 : licencesKnown)
  );
}

/** A licence as it stands among the skills of a row, and back: counted down from the last number of a list, which no skill reaches. */
export function rareLicence(licence: number): number {
  return 0xffff - licence;
}

/** A day as it stands in a list, which holds nothing below zero. */
export function dayInList(day: number): number {
  return day - unknownDay;
}

function dayOrUnknown(day: string | null | undefined): number {
  return day == null ? unknownDay : clamp(dayNumber(day));
}

function clamp(day: number): number {
  return Math.max(unknownDay + 1, Math.min(lastDay, day));
}

function addRow(rows: Map<string, Set<number>>, keys: readonly string[], row: number): void {
  for (const key of keys) {
    const known = rows.get(key);
    if (known) known.add(row);
    else rows.set(key, new Set([row]));
  }
}
