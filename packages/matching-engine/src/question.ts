import { defaultWeights, type Weights } from '@jonction/domain/matching/criterion';
import { matchOccupation, occupationValues } from '@jonction/domain/matching/occupation';
import type { MatchOffer, Proximity } from '@jonction/domain/matching/offer';
import { type SkillWeights, weightOfSkill } from '@jonction/domain/matching/skill-weight';
import { addDays, type Day, dayNumber } from '@jonction/domain/shared/day';
import { type Columns, openHours } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { type Grid, isOnGrid, onGrid, type Point, pointOf } from './place.ts';
import { categoryBit, licenceBit, skillBit } from './posting-list.ts';

/** An offer as it is asked. `skills`: the snapshot that weighs them. `widen` keeps unrelated occupations. */
export interface Asked {
  today: Day;
  offer: MatchOffer;
  proximity: Proximity;
  skills: SkillWeights;
  weights?: Weights | null;
  widen?: boolean;
}

/** The same in the numbers of a bank. */
export interface Question {
  today: number;
  start: number;
  /** Last day on which a person may be free. */
  freeBy: number;
  lat: number;
  lon: number;
  /** Half a step back, as if cells were points; NaN where the place is unknown or off the grid: nothing is ruled out by it. */
  point: Point;
  stepMetres: number;
  /** How far beyond her radius a person still counts: asked in a hypothesis alone. */
  beyondMetres: number;
  licences: number;
  moreLicences: readonly number[];
  /** Among the 16 of an entry. */
  licenceBits: number;
  /** A licence asked that nobody in the bank holds: only those whose licences are unknown stay. */
  licenceOfNobody: boolean;
  /** 1 for each keyed category that the offer accepts. */
  accepted: Uint8Array;
  acceptedBits: number;
  french: number;
  hoursMin: number;
  hoursMax: number;
  positioned: ReadonlySet<number>;
  optedOut: ReadonlySet<number>;
  /** The value of each occupation of the bank for this offer. */
  occupationValues: Int16Array;
  monthsAsked: number;
  skills: readonly { skill: number; weight: number; bit: number; moreBit: number }[];
  skillsAsked: number;
  skillWeightAsked: number;
  weights: Weights;
  widen: boolean;
}

const nobody: ReadonlySet<number> = new Set();

/** Puts an offer in the numbers of a bank. */
export function ask(columns: Columns, grid: Grid, asked: Asked, values: Int16Array): Question {
  const { offer } = asked;
  const skills = [...new Set(offer.skills)];
  const known = skills.flatMap((skill) => {
    const number = columns.skillNames.find(skill);
    return number === -1 ? [] : [{ skill: number, weight: weightOfSkill(asked.skills, skill), ...skillBit(number) }];
  });
  const licences = [...new Set(offer.licences)].map((licence) => columns.licenceNames.find(licence));
  const categories = (offer.categories ?? []).map((category) => columns.categoryNames.find(category));
  const lat = offer.lat ?? Number.NaN;
  const lon = offer.lon ?? Number.NaN;
  return {
    today: dayNumber(asked.today),
    start: dayNumber(offer.start),
    freeBy: dayNumber(addDays(offer.start, offer.slackDays ?? 0)),
    lat,
    lon,
    point: middleOf(onGrid(grid, pointOf(lat, lon))),
    stepMetres: grid.metres,
    beyondMetres: offer.beyondMetres ?? 0,
    licences: licences.reduce((bits, number) => (number >= 0 && number < 32 ? bits | (1 << number) : bits), 0) >>> 0,
    moreLicences: licences.filter((number) => number >= 32),
    licenceBits: licences.reduce((bits, number) => bits | (number === -1 ? 0xffff : licenceBit(number)), 0),
    licenceOfNobody: licences.includes(-1),
    accepted: acceptedOf(columns.categoryNames.size, categories),
    acceptedBits: categories.reduce((bits, number) => (number === -1 ? bits : bits | categoryBit(number)), 0),
    french: offer.french ?? 0,
    hoursMin: offer.weeklyHours?.min ?? 0,
    hoursMax: offer.weeklyHours?.max ?? openHours,
    positioned: columns.positioned.get(offer.id) ?? nobody,
    optedOut: (offer.contractor == null ? undefined : columns.optedOut.get(offer.contractor)) ?? nobody,
    occupationValues: values,
    monthsAsked: offer.months ?? 0,
    skills: known,
    skillsAsked: skills.length,
    skillWeightAsked: skills.reduce((sum, skill) => sum + weightOfSkill(asked.skills, skill), 0),
    weights: asked.weights ?? defaultWeights,
    widen: asked.widen ?? false,
  };
}

function middleOf(point: Point): Point {
  if (!isOnGrid(point)) return { x: Number.NaN, y: Number.NaN, z: Number.NaN };
  return { x: point.x - 0.5, y: point.y - 0.5, z: point.z - 0.5 };
}

function acceptedOf(size: number, categories: readonly number[]): Uint8Array {
  const accepted = new Uint8Array(size);
  for (const category of categories) if (category !== -1) accepted[category] = 1;
  return accepted;
}

/** What each occupation of the bank is worth for an offer of one occupation; only those that may be near are looked at. */
export function valuesOf(codes: Dictionary, offer: MatchOffer, proximity: Proximity): Int16Array {
  const values = new Int16Array(codes.size);
  const near = Object.hasOwn(proximity, offer.rome) ? proximity[offer.rome] : undefined;
  for (const code of [...codes.startingWith(offer.rome.slice(0, 3)), ...(near?.close ?? []), ...(near?.next ?? [])]) {
    const number = codes.find(code);
    if (number !== -1) values[number] = occupationValues[matchOccupation([{ code }], offer, proximity).tier];
  }
  return values;
}
