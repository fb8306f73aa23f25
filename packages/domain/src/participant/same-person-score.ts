import type { Day } from '../shared/day.ts';
import { haveLikeNames, type Identity, nameKey, type SameReason, sameReasons } from './same-person.ts';

/** What two records are compared by: who she is, how to reach her, where she lives. */
export interface Comparable extends Identity {
  postalCode: string | null;
}

/** Points of each sign (rule of the house). A record is never merged by its points: a person reads both and decides. */
export const samePoints = {
  name: 40,
  like_name: 25,
  birth: 35,
  near_birth: 15,
  phone: 20,
  email: 20,
  commune: 5,
  /** Two days of birth that no slip of the keyboard explains: people of one household share the rest. */
  other_birth: -40,
} as const satisfies Record<SameReason, number>;

/** From these points on two records are worth a look when nothing else says so. */
export const leastScore = 40;

export const sameLevels = ['sure', 'likely', 'possible'] as const;
export type SameLevel = (typeof sameLevels)[number];

export interface Likeness {
  /** 0 to 100. */
  score: number;
  /** In the order in which a person reads them; `other_birth` speaks against. */
  reasons: SameReason[];
}

/** How much two records look like one person, and by what. The same whichever of the two comes first. */
export function likenessOf(a: Comparable, b: Comparable): Likeness {
  const reasons: SameReason[] = [];
  if (nameKey(a) === nameKey(b)) reasons.push('name');
  else if (haveLikeNames(a, b)) reasons.push('like_name');
  if (a.birthDate !== null && b.birthDate !== null) {
    if (a.birthDate === b.birthDate) reasons.push('birth');
    else reasons.push(isNearDay(a.birthDate, b.birthDate) ? 'near_birth' : 'other_birth');
  }
  if (a.phone !== null && a.phone === b.phone) reasons.push('phone');
  if (a.email !== null && a.email === b.email) reasons.push('email');
  if (a.postalCode !== null && a.postalCode === b.postalCode) reasons.push('commune');
  const points = reasons.reduce((sum, reason) => sum + samePoints[reason], 0);
  return {
    score: Math.min(100, Math.max(0, points)),
    reasons: sameReasons.filter((reason) => reasons.includes(reason)),
  };
}

/**
 * Whether two records are shown to the team as maybe one person: enough points, or one of the signs that always made a person
 * look (the same telephone, the same e-mail, a like name with the same birth date). A commune alone is nothing.
 */
export function isWorthALook({ score, reasons }: Likeness): boolean {
  const has = (reason: SameReason) => reasons.includes(reason);
  if (has('phone') || has('email')) return true;
  // Strangers share a birth date and a town.
  if (!has('name') && !has('like_name')) return false;
  return has('birth') || (score >= leastScore && !has('other_birth'));
}

export function levelOf(score: number): SameLevel {
  if (score >= 75) return 'sure';
  return score >= 50 ? 'likely' : 'possible';
}

/** Day and month swapped, or one figure of the date typed wrong. */
export function isNearDay(a: Day, b: Day): boolean {
  const [year, month, day] = a.split('-');
  if (b === `${year}-${day}-${month}`) return true;
  let different = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) different++;
  return different === 1;
}
