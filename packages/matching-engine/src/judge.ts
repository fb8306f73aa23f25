import type { ExclusionReason } from '@jonction/domain/matching/exclusion';
import {
  distanceValue,
  experienceValue,
  freshnessAfter,
  heldShare,
  waitingAfter,
} from '@jonction/domain/matching/score';
import { greatCircleMetres } from '@jonction/domain/shared/great-circle';
import { Best } from './best.ts';
import {
  type Columns,
  consented,
  dayInList,
  gone,
  licencesKnown,
  present,
  unknown,
  unknownDay,
  visible,
} from './columns.ts';
import type { Question } from './question.ts';

/** What was found about one person: her nearest occupation as `matchOccupation` finds it, and metres to the offer. */
export interface Found {
  value: number;
  months: number;
  /** Number of the occupation, -1 when none is related. */
  code: number;
  /** NaN where a place is unknown. */
  metres: number;
}

export function nothingFound(): Found {
  return { value: 0, months: 0, code: -1, metres: Number.NaN };
}

/**
 * The first reason to leave a person out, in the order of `exclusionReasons`, or null. What is found on the way is written
 * into `found`, so that a million people make no garbage; after a reason it is not to be read.
 */
export function judge(columns: Columns, row: number, question: Question, found: Found): ExclusionReason | null {
  const { rows } = columns;
  const facts = rows.facts(row);
  if ((facts & present) !== present) {
    if ((facts & consented) === 0) return 'consent';
    return (facts & visible) === 0 ? 'visibility' : 'status';
  }
  const freeFrom = rows.availableFrom(row);
  if (freeFrom !== unknownDay && freeFrom > question.freeBy) return 'availability';
  if ((facts & licencesKnown) !== 0 && lacksLicence(columns, row, question)) return 'licences';
  if (!hasAccepted(columns, row, question)) return 'category';
  const radius = rows.radius(row);
  found.metres = metresTo(columns, row, question);
  if (radius !== unknown && found.metres > radius + question.beyondMetres) return 'distance';
  const french = rows.french(row);
  if (french !== unknown && french < question.french) return 'french';
  if (rows.hoursMin(row) > question.hoursMax || question.hoursMin > rows.hoursMax(row)) return 'hours';
  if (question.positioned.has(row)) return 'already';
  if (question.optedOut.has(row)) return 'opted_out';
  findNearest(columns, row, question.occupationValues, found);
  return found.value === 0 && !question.widen ? 'occupation' : null;
}

/** The score of a person whom nothing excludes. */
export function scoreRow(columns: Columns, row: number, question: Question, found: Found): number {
  const { rows } = columns;
  const { weights } = question;
  const radius = rows.radius(row);
  return (
    weights.occupation * found.value +
    weights.experience * experienceValue(found.months, question.monthsAsked) +
    weights.skills * skillsOf(columns, row, question) +
    weights.distance * (Number.isNaN(found.metres) || radius === unknown ? 0 : distanceValue(found.metres, radius)) +
    weights.freshness * freshnessOf(rows.lastContact(row), question.today) +
    weights.waiting * waitingOf(rows.waitingSince(row), question.today)
  );
}

function findNearest({ occupations }: Columns, row: number, values: Int16Array, found: Found): void {
  found.value = 0;
  found.months = 0;
  found.code = -1;
  const end = occupations.end(row);
  for (let at = occupations.start(row); at < end; at += 2) {
    const code = occupations.at(at);
    const value = values[code] ?? 0;
    const months = occupations.at(at + 1);
    if (value === 0 || value < found.value || (value === found.value && months <= found.months)) continue;
    found.value = value;
    found.months = months;
    found.code = code;
  }
}

function metresTo({ rows }: Columns, row: number, question: Question): number {
  const lat = rows.lat(row);
  const lon = rows.lon(row);
  if (Number.isNaN(lat + lon + question.lat + question.lon)) return Number.NaN;
  return greatCircleMetres(lat, lon, question.lat, question.lon);
}

export function freshnessOf(lastContact: number, today: number): number {
  return lastContact === unknownDay ? 0 : freshnessAfter(today - lastContact);
}

export function waitingOf(waitingSince: number, today: number): number {
  return waitingSince === unknownDay ? 0 : waitingAfter(today - waitingSince);
}

/** On equal scores: who waited longest, then who was recorded first, then the smaller id. */
function winsTie({ rows, ids }: Columns, a: number, b: number, today: number): boolean {
  const waited = lateIfUnknown(rows.waitingSince(a), today) - lateIfUnknown(rows.waitingSince(b), today);
  if (waited !== 0) return waited < 0;
  const created =
    lateIfUnknown(rows.createdOn(a), Number.POSITIVE_INFINITY) -
    lateIfUnknown(rows.createdOn(b), Number.POSITIVE_INFINITY);
  return created !== 0 ? created < 0 : ids.compare(a, b) < 0;
}

/** The `limit` best of a bank, nobody yet. */
export function bestOf(columns: Columns, limit: number, today: number): Best {
  return new Best(limit, today, (a, b, day) => winsTie(columns, a, b, day));
}

export function isGone({ rows }: Columns, row: number): boolean {
  return (rows.facts(row) & gone) !== 0;
}

/** After every day. */
const endOfTime = 0x10000;

function lateIfUnknown(day: number, last: number): number {
  return day === unknownDay || day > last ? endOfTime : day;
}

function lacksLicence({ rows, skills }: Columns, row: number, question: Question): boolean {
  if (question.licenceOfNobody || (rows.licences(row) & question.licences) >>> 0 !== question.licences) return true;
  for (const licence of question.rareLicences) if (!skills.has(row, licence)) return true;
  return false;
}

function hasAccepted({ categories }: Columns, row: number, question: Question): boolean {
  const { accepted } = question;
  const start = dayInList(question.start);
  const end = categories.end(row);
  for (let at = categories.start(row); at < end; at += 3) {
    if (accepted[categories.at(at)] !== 1) continue;
    if (categories.at(at + 1) <= start && categories.at(at + 2) >= start) return true;
  }
  return false;
}

function skillsOf({ skills }: Columns, row: number, question: Question): number {
  if (question.skillsAsked === 0) return 1000;
  let held = 0;
  let count = 0;
  const { skillMask } = question;
  const end = skills.end(row);
  for (let at = skills.start(row); at < end; at++) {
    const skill = skills.at(at);
    if (((skillMask >>> (skill & 31)) & 1) === 0) continue;
    for (const asked of question.skills) {
      if (asked.skill !== skill) continue;
      held += asked.weight;
      count += 1;
    }
  }
  return heldShare(held, question.skillWeightAsked, count, question.skillsAsked);
}
