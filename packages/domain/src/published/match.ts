import { type Day, daysBetween } from '../shared/day.ts';
import { floorRatio } from '../shared/rational.ts';

/** What is compared of two contracts. The buyer opens the door, the others are weighed. */
export const matchFields = ['buyer', 'reference', 'holder', 'notified', 'amount', 'cpv', 'object'] as const;
export type MatchField = (typeof matchFields)[number];

/** `unknown`: one of the two says nothing, which speaks neither for nor against. */
export type MatchSign = 'same' | 'close' | 'different' | 'unknown';

/** A contract of the team or of open data, as far as it tells which contract it is. */
export interface MatchSide {
  /** SIRET or SIREN; null: only a name is known. */
  buyer: string | null;
  buyerName: string;
  reference: string;
  /** Numbers of companies; empty: none is known. */
  holders: readonly string[];
  notifiedOn: Day | null;
  /** What it is worth and was worth, as signed and as amended. */
  amountsCents: readonly number[];
  cpv: string | null;
  object: string;
}

export const matchLevels = ['sure', 'likely', 'possible', 'none'] as const;
export type MatchLevel = (typeof matchLevels)[number];

export interface Match {
  /** 0 to 1,000. */
  confidence: number;
  level: MatchLevel;
  signs: Readonly<Record<MatchField, MatchSign>>;
}

/** From which confidence on a level is said; below the last one nobody is asked. */
export const levelsFrom = { sure: 850, likely: 650, possible: 450 } as const;

const weights = { reference: 300, holder: 250, notified: 150, amount: 150, cpv: 50, object: 100 } as const;
/** Platforms number contracts otherwise than buyers do: another number speaks less against than the same one speaks for. */
const otherReference = 100;
/** Buyer and number name a contract: a number of some length says more than its weight. */
const longReference = 5;
const namedBy = 200;
/** Little that agrees is not much: confidence is never over this plus the weight of what is known of both. */
const unproven = 250;
const buyerMalus = { same: 0, close: 20, unknown: 50 } as const;

/**
 * How sure it is that two records are of one contract. Sources: the essential data of public contracts name the buyer and the holders
 * by SIRET, and give a number, a day of notification, an amount without VAT and a CPV (CCP R2196-1, arrêté of 22 December 2022); a
 * contract is a buyer and a number. Weights and levels: rule of the house. Nothing is decided by it.
 */
export function matchContracts(ours: MatchSide, published: MatchSide): Match {
  const buyer = buyerSign(ours, published);
  const values = {
    reference: referenceValue(ours.reference, published.reference),
    holder: holderValue(ours.holders, published.holders),
    notified: notifiedValue(ours.notifiedOn, published.notifiedOn),
    amount: amountValue(ours.amountsCents, published.amountsCents),
    cpv: cpvValue(ours.cpv, published.cpv),
    object: objectValue(ours.object, published.object),
  };
  let [known, sum] = [0, 0];
  for (const field of Object.keys(weights) as (keyof typeof weights)[]) {
    const value = values[field];
    if (value === null) continue;
    const weight = field === 'reference' && value === 0 ? otherReference : weights[field];
    known += weight;
    sum += weight * value;
  }
  const named = values.reference === 1000 && referenceKey(ours.reference).length >= longReference ? namedBy : 0;
  const agreed = known === 0 ? 0 : Math.min(floorRatio(sum, known), unproven + known + named);
  const confidence = buyer === 'different' ? 0 : Math.max(0, agreed - buyerMalus[buyer]);
  const signs = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, signOf(value)]));
  return { confidence, level: levelOf(confidence), signs: { ...signs, buyer } as Match['signs'] };
}

export function levelOf(confidence: number): MatchLevel {
  return matchLevels.find((level) => level !== 'none' && confidence >= levelsFrom[level]) ?? 'none';
}

/**
 * The pairs to ask about: where a published contract is surely one of ours, the others that are only possibly it are not asked about,
 * until somebody says that it is not that one. Rule of the house.
 */
export function pairsToAsk<Pair extends { openId: string; match: Pick<Match, 'level'> }>(
  pairs: readonly Pair[],
): Pair[] {
  const sure = new Set(pairs.filter(({ match }) => match.level === 'sure').map(({ openId }) => openId));
  return pairs.filter(({ openId, match }) => match.level !== 'possible' || !sure.has(openId));
}

/** A number of contract without its punctuation: `2020-14 / AO` is `2020 14AO`. */
export function referenceKey(reference: string): string {
  return reference.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The words of an object that say what it is about: without accents, articles and what every contract says. */
export function objectWords(object: string): Set<string> {
  const folded = object.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe');
  return new Set(folded.split(/[^a-z0-9]+/).filter((word) => word.length > 2 && !emptyWords.has(word)));
}

const emptyWords = new Set(
  'les des une pour par sur aux avec dans son ses leur lot lots marche marches travaux prestations services accord cadre relatif'.split(
    ' ',
  ),
);

function signOf(value: number | null): MatchSign {
  if (value === null) return 'unknown';
  return value === 1000 ? 'same' : value >= 400 ? 'close' : 'different';
}

function buyerSign(ours: MatchSide, published: MatchSide): MatchSign {
  if (ours.buyer === null || published.buyer === null) {
    const named = [...objectWords(ours.buyerName)].sort().join(' ');
    return named === [...objectWords(published.buyerName)].sort().join(' ') ? 'unknown' : 'different';
  }
  if (ours.buyer === published.buyer) return 'same';
  return siren(ours.buyer) === siren(published.buyer) ? 'close' : 'different';
}

function siren(number: string): string {
  return number.slice(0, 9);
}

function referenceValue(ours: string, published: string): number | null {
  const [a, b] = [referenceKey(ours), referenceKey(published)];
  if (a === '' || b === '') return null;
  if (a === b) return 1000;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // A platform adds the year before, or the lot behind.
  return short.length >= 4 && (long.startsWith(short) || long.endsWith(short)) ? 700 : 0;
}

function holderValue(ours: readonly string[], published: readonly string[]): number | null {
  if (ours.length === 0 || published.length === 0) return null;
  if (ours.some((number) => published.includes(number))) return 1000;
  const firms = new Set(published.map(siren));
  return ours.some((number) => firms.has(siren(number))) ? 900 : 0;
}

const farDays = 92;

function notifiedValue(ours: Day | null, published: Day | null): number | null {
  if (ours === null || published === null) return null;
  return Math.max(0, floorRatio(1000 * (farDays - Math.abs(daysBetween(ours, published))), farDays));
}

/** 1 € and less stands for "not filled in"; 0.5 % apart is a rounding, a quarter apart another amount. */
function amountValue(ours: readonly number[], published: readonly number[]): number | null {
  const values = ours.flatMap((a) => published.flatMap((b) => (a <= 100 || b <= 100 ? [] : [closeness(a, b)])));
  return values.length === 0 ? null : Math.max(...values);
}

function closeness(a: number, b: number): number {
  const [apart, most] = [Math.abs(a - b), Math.max(a, b)];
  return 200 * apart <= most ? 1000 : Math.max(0, 1000 - 4 * floorRatio(1000 * apart, most));
}

function cpvValue(ours: string | null, published: string | null): number | null {
  if (ours === null || published === null) return null;
  const same = [8, 5, 3, 2].find((length) => ours.slice(0, length) === published.slice(0, length)) ?? 0;
  return { 8: 1000, 5: 700, 3: 500, 2: 200 }[same] ?? 0;
}

function objectValue(ours: string, published: string): number | null {
  const [a, b] = [objectWords(ours), objectWords(published)];
  if (a.size === 0 || b.size === 0) return null;
  const common = [...a].filter((word) => b.has(word)).length;
  return floorRatio(2000 * common, a.size + b.size);
}
