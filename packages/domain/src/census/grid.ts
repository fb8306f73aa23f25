import { z } from 'zod';
import { contractListSchema } from '../contract/contract.ts';
import type { ContractStatus } from '../contract/lifecycle.ts';
import { type Heard, isLive, type Standing, standingOn } from '../contract/standing.ts';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';

/** Rows of one window: what a screen shows, and a little around it. */
export const widestWindow = 200;

/** What the grid asks: the filters of the list of contracts, a window of rows, and the days on which to look. */
export const censusQuestionSchema = contractListSchema.omit({ page: true, pageSize: true, scope: true }).extend({
  /** The first row of the window, from 0. */
  from: z.int().min(0).max(1_000_000).default(0),
  rows: z.int().min(1).max(widestWindow).default(100),
  /** As known on a day, at its end; null: now. */
  knownOn: daySchema.nullable().default(null),
  /** Only rows whose standing differs from the one known on this earlier day, which is told beside. */
  comparedOn: daySchema.nullable().default(null),
});
export type CensusQuestion = z.infer<typeof censusQuestionSchema>;

export interface HeardContract extends Heard {
  id: string;
}

export interface CensusStanding extends Standing {
  id: string;
  /** The standing on the day compared with; null where no day is, or where the contract was not known. */
  before: Standing | null;
}

/** What the filters of a grid ask of a standing, which the base cannot answer for a past day. */
export interface StandingFilter {
  statuses: readonly ContractStatus[];
  liveOnly: boolean;
  knownOn: Day;
  comparedOn: Day | null;
}

/**
 * Where each contract stood on a day as known that day, in the order given: those that the filters keep and, when two days are
 * compared, only those whose status or end differ.
 */
export function standingsOn(
  contracts: readonly HeardContract[],
  { statuses, liveOnly, knownOn, comparedOn }: StandingFilter,
): CensusStanding[] {
  const wanted = new Set(statuses);
  return contracts.flatMap((contract) => {
    const standing = standingOn(contract, knownOn);
    if (wanted.size > 0 && !wanted.has(standing.status)) return [];
    if (liveOnly && !(isLive(standing.status) && (standing.endsOn === null || standing.endsOn >= knownOn))) return [];
    const before = comparedOn === null ? null : standingOn(contract, comparedOn);
    if (before && before.status === standing.status && before.endsOn === standing.endsOn) return [];
    return [{ id: contract.id, ...standing, before }];
  });
}
