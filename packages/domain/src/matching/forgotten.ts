import { type Day, daysBetween } from '../shared/day.ts';
import { availableStatus } from './exclusion.ts';

/** Days without being put forward to anybody, after which a person counts as forgotten. Rule of the house. */
export const forgottenAfterDays = 30;

export interface PutForward {
  status: string;
  consent: boolean;
  /** The last day on which she was put forward to a company, what was taken back apart; null: never. */
  lastProposedOn: Day | null;
}

/** Somebody who is looking, agreed to be put forward, and was not for thirty days. Her score is the same: this is a list. */
export function isForgotten({ status, consent, lastProposedOn }: PutForward, today: Day): boolean {
  if (status !== availableStatus || !consent) return false;
  return lastProposedOn === null || daysBetween(lastProposedOn, today) >= forgottenAfterDays;
}

/** How many of `size` CVs go to somebody forgotten: one in `every`, floored, so that a short sending asks for none. */
export function forgottenWanted(size: number, every: number): number {
  return Math.floor(size / every);
}

export interface Round {
  /** How many CVs leave together. */
  size: number;
  /** How many of them to somebody forgotten; never more than there are who may take the offer. */
  wanted: number;
  given: number;
  isMet: boolean;
}

/**
 * Whether a sending leaves room to those whom nobody puts forward. `forgotten`: ids of the forgotten people who may take the
 * offer, in any order. Nobody is chosen here, and a facilitator may go on without, with a reason.
 */
export function roundOf(chosen: readonly string[], forgotten: Iterable<string>, every: number): Round {
  const left = new Set(forgotten);
  const size = new Set(chosen).size;
  const given = [...new Set(chosen)].filter((id) => left.has(id)).length;
  const wanted = Math.min(forgottenWanted(size, every), left.size);
  return { size, wanted, given, isMet: given >= wanted };
}
