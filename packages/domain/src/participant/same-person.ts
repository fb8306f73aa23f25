import type { Day } from '../shared/day.ts';

/** What tells two records of one person apart from two people. */
export interface Identity {
  firstName: string;
  lastName: string;
  birthDate: Day | null;
  phone: string | null;
  email: string | null;
}

/** In the order in which a person reads them; `other_birth` speaks against. */
export const sameReasons = [
  'name',
  'like_name',
  'birth',
  'near_birth',
  'phone',
  'email',
  'commune',
  'other_birth',
] as const;
export type SameReason = (typeof sameReasons)[number];

/**
 * Whether a row of a list is somebody already in the bank, so that a second import changes her and makes nobody new: the same
 * name with the same telephone, e-mail or birth date; the same e-mail with a name that a slip of the keyboard tells apart, unless
 * the birth dates differ (rule of the house). An address alone is not enough: advisers write their own for everybody they follow.
 */
export function isSameRow(a: Identity, b: Identity): boolean {
  const sameBirth = a.birthDate !== null && a.birthDate === b.birthDate;
  const sameEmail = a.email !== null && a.email === b.email;
  const samePhone = a.phone !== null && a.phone === b.phone;
  if (nameKey(a) === nameKey(b)) return sameEmail || samePhone || sameBirth;
  if (!sameEmail) return false;
  const otherBirth = a.birthDate !== null && b.birthDate !== null && !sameBirth;
  return !otherBirth && (haveLikeNames(a, b) || (sameBirth && sharesAName(a, b)));
}

/** First and last name as one key: no accent, no case, no hyphen, in any order ("Le Goff Anne-Marie" = "anne marie LE GOFF"). */
export function nameKey({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return plainWords(`${firstName} ${lastName}`).sort().join(' ');
}

/** The same name within a slip of the keyboard, or two in a long one; first and last name may be swapped. */
export function haveLikeNames(
  a: Pick<Identity, 'firstName' | 'lastName'>,
  b: Pick<Identity, 'firstName' | 'lastName'>,
): boolean {
  if (nameKey(a) === nameKey(b)) return true;
  const [first, last] = [joined(a.firstName), joined(a.lastName)];
  const [otherFirst, otherLast] = [joined(b.firstName), joined(b.lastName)];
  return (
    (isLike(first, otherFirst) && isLike(last, otherLast)) || (isLike(first, otherLast) && isLike(last, otherFirst))
  );
}

function sharesAName(a: Identity, b: Identity): boolean {
  return joined(a.firstName) === joined(b.firstName) || joined(a.lastName) === joined(b.lastName);
}

function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{Diacritic}/gu, '')
      .toLowerCase()
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      // Letters of every alphabet: a name in Cyrillic or Arabic is a name, not nothing.
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '')
  );
}

function joined(text: string): string {
  return plainWords(text).join('');
}

/** One change in a name of four letters or more, two in one of nine or more; letters swapped count as one. */
function isLike(a: string, b: string): boolean {
  if (a === b) return true;
  const shortest = Math.min(a.length, b.length);
  const allowed = shortest >= 9 ? 2 : shortest >= 4 ? 1 : 0;
  return Math.abs(a.length - b.length) <= allowed && changesBetween(a, b) <= allowed;
}

/** Insertions, removals, replacements and swaps of neighbours from one word to the other. */
function changesBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let changes = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        changes = Math.min(changes, (beforeLast[j - 2] ?? 0) + 1);
      row.push(changes);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
