import { defaultWeights, type Weights } from '@jonction/domain/matching/criterion';
import { matchOccupation, occupationValues } from '@jonction/domain/matching/occupation';
import type { MatchOffer, Proximity } from '@jonction/domain/matching/offer';
import { type SkillWeights, weightOfSkill } from '@jonction/domain/matching/skill-weight';
import { addDays, type Day, dayNumber } from '@jonction/domain/shared/day';
import { type Columns, licencesInBits, openHours, rareLicence } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { categoryBit, type Gate, licenceBit, limitsOf } from './gate.ts';
import { type Grid, isOnGrid, onGrid, type Point, pointOf } from './place.ts';
import { skillBit } from './posting-list.ts';

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
export interface Question extends Gate {
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
  /** As they stand among skills. */
  rareLicences: readonly number[];
  /** A licence asked that nobody in the bank holds: only those whose licences are unknown stay. */
  licenceOfNobody: boolean;
  /** 1 for each keyed category that the offer accepts. */
  accepted: Uint8Array;
  french: number;
  hoursMin: number;
  hoursMax: number;
  positioned: ReadonlySet<number>;
  optedOut: ReadonlySet<number>;
  /** The value of each occupation of the bank for this offer. */
  occupationValues: Int16Array;
  /** The occupations of a value above 0. */
  relatedCodes: readonly number[];
  monthsAsked: number;
  skills: readonly { skill: number; weight: number; bit: number; moreBit: number }[];
  /** A bit for each skill asked, by the last five of its number: what has none of them is not looked for. */
  skillMask: number;
  skillsAsked: number;
  skillWeightAsked: number;
  weights: Weights;
  widen: boolean;
}

const nobody: ReadonlySet<number> = new Set();

/** Puts an offer in the numbers of a bank, and of the grid and first day of its lists. */
export function ask(
  columns: Columns,
  { grid, firstDay }: { grid: Grid; firstDay: number },
  asked: Asked,
  { values, related }: Values,
): Question {
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
  const freeBy = dayNumber(addDays(offer.start, offer.slackDays ?? 0));
  const french = offer.french ?? 0;
  const hoursMin = offer.weeklyHours?.min ?? 0;
  const hoursMax = offer.weeklyHours?.max ?? openHours;
  return {
    today: dayNumber(asked.today),
    start: dayNumber(offer.start),
    freeBy,
    lat,
    lon,
    point: middleOf(onGrid(grid, pointOf(lat, lon))),
    stepMetres: grid.metres,
    beyondMetres: offer.beyondMetres ?? 0,
    licences:
      licences.reduce((bits, number) => (number >= 0 && number < licencesInBits ? bits | (1 << number) : bits), 0) >>>
      0,
    rareLicences: licences.filter((number) => number >= licencesInBits).map(rareLicence),
    licenceBits: licences.reduce((bits, number) => bits | (number === -1 ? 0xffff : licenceBit(number)), 0) << 16,
    licenceOfNobody: licences.includes(-1),
    accepted: acceptedOf(columns.categoryNames.size, categories),
    acceptedBits: categories.reduce((bits, number) => (number === -1 ? bits : bits | categoryBit(number)), 0),
    french,
    hoursMin,
    hoursMax,
    limits: limitsOf({ freeFrom: freeBy, french, hoursMin, hoursMax }, firstDay),
    positioned: columns.positioned.get(offer.id) ?? nobody,
    optedOut: (offer.contractor == null ? undefined : columns.optedOut.get(offer.contractor)) ?? nobody,
    occupationValues: values,
    relatedCodes: related,
    monthsAsked: offer.months ?? 0,
    skills: known,
    skillMask: known.reduce((mask, { skill }) => mask | (1 << (skill & 31)), 0),
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

/** What each occupation of the bank is worth for an offer, and those that are worth something. */
export interface Values {
  values: Int16Array;
  related: number[];
}

/** For an offer of one occupation; only those that may be near are looked at. */
export function valuesOf(codes: Dictionary, offer: MatchOffer, proximity: Proximity): Values {
  const values = new Int16Array(codes.size);
  const related: number[] = [];
  const near = Object.hasOwn(proximity, offer.rome) ? proximity[offer.rome] : undefined;
  for (const code of [...codes.startingWith(offer.rome.slice(0, 3)), ...(near?.close ?? []), ...(near?.next ?? [])]) {
    const number = codes.find(code);
    if (number === -1 || values[number] !== 0) continue;
    values[number] = occupationValues[matchOccupation([{ code }], offer, proximity).tier];
    if (values[number] !== 0) related.push(number);
  }
  return { values, related };
}
