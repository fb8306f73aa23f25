import type { MatchOffer, Proximity } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { addDays } from '@jonction/domain/shared/day';
import { Draw } from './draw.ts';

/** The day on which everything in this world is asked. */
export const worldDay = '2026-05-04';

const codeCount = 532;
const skillCount = 12_000;
const communeCount = 1_300;
const licenceCount = 40;
const contractorCount = 400;
const categories = Array.from({ length: 16 }, (_, number) => `category_${number}`);

/**
 * A dense region of invented people, the hard case of a ranking: 532 occupations of very unequal size, three a person, nine
 * skills of 12,000, everybody within 130 km of everybody. Seeded: the same on every machine.
 */
export class MatchingWorld {
  readonly proximity: Proximity;
  readonly #codes: string[];
  readonly #popular: Float64Array;
  readonly #popularSkills: Float64Array;
  readonly #communes: { lat: number; lon: number }[];
  readonly #communeWeights: Float64Array;

  constructor() {
    const draw = new Draw(20_260_504);
    // Seven codes a domain: as many neighbours of the same domain as the official table has on the average.
    this.#codes = Array.from({ length: codeCount }, (_, index) => {
      const domain = Math.floor(index / 7);
      return `${String.fromCharCode(65 + (domain % 14))}${10 + Math.floor(domain / 14)}${String(index % 7).padStart(2, '0')}`;
    });
    this.#popular = harmonic(codeCount);
    this.#popularSkills = harmonic(skillCount);
    this.#communes = Array.from({ length: communeCount }, () => ({
      lat: round(48.2 + draw.next() * 0.99),
      lon: round(1.5 + draw.next() * 1.77),
    }));
    this.#communeWeights = harmonic(communeCount);
    const ranked = shuffled(this.#codes, draw);
    this.#codes = ranked;
    this.proximity = Object.fromEntries(
      ranked.map((code) => [code, { close: draw.some(ranked, 4), next: draw.some(ranked, 3) }]),
    );
  }

  get codes(): readonly string[] {
    return this.#codes;
  }

  *profiles(count: number): Generator<Profile> {
    for (let index = 0; index < count; index++) yield this.profile(index);
  }

  /** The person of a number, always the same: of a larger bank, a smaller one is the beginning. */
  profile(index: number): Profile {
    const draw = new Draw(0x9e37_79b9 ^ Math.imul(index + 1, 0x85eb_ca6b));
    const { lat, lon } = this.#commune(draw);
    const hoursMin = draw.one(4) === 0 ? null : 5 * draw.one(6);
    return {
      id: uuidOf(index, draw),
      consent: draw.next() < 0.82,
      visible: true,
      status: draw.next() < 0.9 ? 'available' : 'placed',
      availableFrom: draw.next() < 0.05 ? null : addDays(worldDay, draw.one(150) - 90),
      licences:
        draw.next() < 0.05
          ? null
          : [...new Set(draw.list(draw.one(5), () => `licence_${Math.floor(licenceCount * draw.next() ** 2)}`))],
      eligible: draw.some(categories, draw.one(4)).map((category) => ({
        category,
        from: addDays(worldDay, -draw.one(400)),
        to: draw.one(4) === 0 ? null : addDays(worldDay, draw.one(700) - 150),
      })),
      lat,
      lon,
      radiusMetres: draw.next() < 0.03 ? null : 1000 * (5 + draw.one(46)),
      french: draw.next() < 0.05 ? null : draw.one(7),
      weeklyHours: hoursMin === null ? null : { min: hoursMin, max: hoursMin + 10 + draw.one(15) },
      positionings: [],
      optedOut: draw.one(50) === 0 ? [contractorOf(draw)] : [],
      romes: [...new Set(draw.list(1 + draw.one(5), () => this.#code(draw)))].map((code) => ({
        code,
        months: draw.one(4) === 0 ? 0 : draw.one(120),
      })),
      skills: [...new Set(draw.list(5 + draw.one(9), () => this.#skill(draw)))],
      lastContact: draw.next() < 0.1 ? null : addDays(worldDay, -draw.one(220)),
      waitingSince: addDays(worldDay, -draw.one(700)),
      createdOn: addDays(worldDay, -700 - draw.one(300)),
    };
  }

  offer(index: number): MatchOffer {
    const draw = new Draw(0x51ed_270b ^ Math.imul(index + 1, 0xc2b2_ae35));
    const { lat, lon } = this.#commune(draw);
    const hoursMin = 10 + 5 * draw.one(5);
    return {
      id: uuidOf(index, draw),
      contractor: contractorOf(draw),
      rome: this.#code(draw),
      months: draw.one(3) === 0 ? 0 : 6 * (1 + draw.one(8)),
      skills: [...new Set(draw.list(2 + draw.one(6), () => this.#skill(draw)))],
      licences: draw.one(3) === 0 ? [`licence_${Math.floor(licenceCount * draw.next() ** 2)}`] : [],
      categories: draw.some(categories, 8),
      french: draw.one(4),
      lat,
      lon,
      start: addDays(worldDay, draw.one(60)),
      slackDays: draw.one(3) * 7,
      weeklyHours: { min: hoursMin, max: hoursMin + 10 },
    };
  }

  #code(draw: Draw): string {
    return this.#codes[draw.weighted(this.#popular)] ?? '';
  }

  #skill(draw: Draw): string {
    return `skill_${draw.weighted(this.#popularSkills)}`;
  }

  #commune(draw: Draw): { lat: number; lon: number } {
    return this.#communes[draw.weighted(this.#communeWeights)] ?? { lat: 48.8, lon: 2.3 };
  }
}

/** Running sums of 1 / (rank + 2): the few first are asked for again and again (Zipf). */
function harmonic(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) {
    sum += 1 / (rank + 2);
    sums[rank - 1] = sum;
  }
  return sums;
}

function shuffled<Item>(items: readonly Item[], draw: Draw): Item[] {
  return items
    .map((item) => ({ item, key: draw.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

function contractorOf(draw: Draw): string {
  return `00000000-0000-7000-8000-${draw.one(contractorCount).toString(16).padStart(12, '0')}`;
}

/** A UUID of version 7, in no order: 48 bits of its number mixed, then random ones. */
function uuidOf(index: number, draw: Draw): string {
  const hex = (length: number) =>
    Math.floor(draw.next() * 16 ** length)
      .toString(16)
      .padStart(length, '0');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${index.toString(16).padStart(12, '0')}`;
}
