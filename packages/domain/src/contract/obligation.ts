import { type Day, daysBetween } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { roundHalfUp, toSafeNumber } from '../shared/rational.ts';
import { allot } from './allot.ts';

/** The days of a contract, both included. */
export interface ContractPeriod {
  from: Day;
  to: Day;
}

/** Days planned, and of those the days elapsed on `day` (that day included), from none to all. */
export function daysElapsed({ from, to }: ContractPeriod, day: Day): { planned: number; elapsed: number } {
  const planned = daysBetween(from, to) + 1;
  return { planned, elapsed: Math.min(Math.max(daysBetween(from, day) + 1, 0), planned) };
}

/**
 * Hours due once a contract is terminated on a day: pro rata of the days elapsed, half up, on the hours already rounded.
 * Refused: `contract.period_reversed`. Rule of the house (field: *due pro rata at date*).
 */
export function dueHoursWhenTerminated(
  due: number,
  period: ContractPeriod,
  terminatedOn: Day,
): Decision<number, 'contract.period_reversed'> {
  if (period.to < period.from) return refused('contract.period_reversed', { from: period.from, to: period.to });
  const { planned, elapsed } = daysElapsed(period, terminatedOn);
  return accepted(toSafeNumber(roundHalfUp(BigInt(due) * BigInt(elapsed), BigInt(planned))));
}

/**
 * Hours of each co-contractor by basis points: largest remainder, ties to the first listed, so that the sum is the
 * hours due. Refused: `contract.shares_not_whole` when the shares don't add up to 10,000, or one is negative.
 */
export function shareHours(due: number, sharesBps: readonly number[]): Decision<number[], 'contract.shares_not_whole'> {
  const sumBps = sharesBps.reduce((sum, bps) => sum + bps, 0);
  if (sumBps !== 10_000 || sharesBps.some((bps) => bps < 0)) return refused('contract.shares_not_whole', { sumBps });
  return accepted(allot(due, sharesBps));
}
