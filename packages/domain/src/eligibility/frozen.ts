import type { Day } from '../shared/day.ts';

/** What was frozen at an earlier hire of a person: the window, and the categories that opened it. */
export interface FrozenHire {
  id: string;
  kind: string;
  startsOn: Day;
  from: Day;
  to: Day | null;
  categories: readonly string[];
}

/**
 * The earlier hire whose frozen eligibility a hire on another contract takes over; null when none may be. Fixed-term hires share one
 * window, all employers together, and a later expiry of a paper changes nothing within it (usage of the field): so a second contract
 * needs no new paper, as long as its clause accepts a category that was proven. Only a hire that rested on papers is taken over.
 */
export function reusableSnapshot(
  frozen: readonly FrozenHire[],
  hire: { kind: string; day: Day; accepted: readonly string[] },
): FrozenHire | null {
  if (hire.kind !== 'fixed_term') return null;
  const fits = frozen.filter(
    ({ kind, startsOn, from, to, categories }) =>
      kind === 'fixed_term' &&
      startsOn <= hire.day &&
      from <= hire.day &&
      (to === null || hire.day <= to) &&
      categories.some((category) => hire.accepted.includes(category)),
  );
  return fits.reduce<FrozenHire | null>(
    (first, one) => (first === null || one.startsOn < first.startsOn ? one : first),
    null,
  );
}
