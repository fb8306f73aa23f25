import { addDays, addMonths, type Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';

/**
 * What a person is followed under beside the clause itself, several at once: insertion through economic activity (PASS IAE), the local
 * plan (PLIE), an operation of the European social fund. Her clause stands in her papers and her hires: nobody types it again.
 */
export const regimes = ['iae', 'plie', 'fse'] as const;
export type Regime = (typeof regimes)[number];

/** Months of a PASS IAE from its first day (C. trav. L5132-3 and R5132-1-9: two years). */
export const passMonths = 24;
/** Days before the end of a regime from which it is said (rule of the house). */
export const warnDays = 90;

/** What the team wrote down of a regime; without an end, `to` is null. */
export interface SealedRegime {
  regime: Regime;
  from: Day;
  to: Day | null;
  reference: string | null;
}

type Days = Pick<SealedRegime, 'from' | 'to'>;

/** The last day that a regime has by itself: a PASS IAE lasts two years, the others until somebody says. */
export function usualEnd({ regime, from }: Pick<SealedRegime, 'regime' | 'from'>): Day | null {
  return regime === 'iae' ? addDays(addMonths(from, passMonths), -1) : null;
}

/**
 * Refuses one that ends before it begins, and the same twice on a day: several regimes run at once, never twice the same. Without an
 * end a PASS IAE takes its own.
 */
export function recordRegime(
  given: SealedRegime,
  known: readonly SealedRegime[],
): Decision<SealedRegime, 'eligibility.regime_ends_before' | 'eligibility.regime_twice'> {
  if (given.to !== null && given.to < given.from) return refused('eligibility.regime_ends_before');
  const whole = { ...given, to: given.to ?? usualEnd(given) };
  const twice = known.some((other) => other.regime === whole.regime && meet(other, whole));
  return twice ? refused('eligibility.regime_twice') : accepted(whole);
}

/** The same regime with another last day. */
export function endRegime(
  regime: SealedRegime,
  to: Day,
  others: readonly SealedRegime[],
): Decision<SealedRegime, 'eligibility.regime_ends_before' | 'eligibility.regime_twice'> {
  return recordRegime({ ...regime, to }, others);
}

/** Whether two stretches of days share one. */
function meet(one: Days, other: Days): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

export const regimeStates = ['coming', 'running', 'ending', 'over'] as const;
export type RegimeState = (typeof regimeStates)[number];

/** Where a regime stands on a day; `ending`: it runs, and for three months at most. */
export function regimeState({ from, to }: Days, on: Day): RegimeState {
  if (from > on) return 'coming';
  if (to === null) return 'running';
  if (to < on) return 'over';
  return to <= addDays(on, warnDays) ? 'ending' : 'running';
}

/** The categories of a clause that a regime would establish, with a paper of it. */
const establishes: Readonly<Record<Regime, readonly string[]>> = {
  iae: ['IAE_AI', 'IAE_ETTI', 'IAE_EI', 'IAE_ACI', 'IAE_RQ'],
  plie: ['PLIE'],
  fse: [],
};

/**
 * Regimes that run on a day and would make her eligible, but for a paper: nobody recorded one that holds. `proven`: the categories
 * proven on that day.
 */
export function withoutPaper(running: readonly SealedRegime[], proven: readonly string[], on: Day): Regime[] {
  return regimes.filter(
    (regime) =>
      establishes[regime].length > 0 &&
      running.some((one) => one.regime === regime && ['running', 'ending'].includes(regimeState(one, on))) &&
      !establishes[regime].some((category) => proven.includes(category)),
  );
}
