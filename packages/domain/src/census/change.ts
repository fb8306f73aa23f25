import { z } from 'zod';
import type { ContractFact } from '../contract/event.ts';
import {
  allowedEvents,
  type ContractEventType,
  type ContractStatus,
  contractEventTypes,
} from '../contract/lifecycle.ts';
import { speakableSources } from '../contract/said.ts';
import { stepsOf } from '../contract/status.ts';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';

/** Contracts of one change: a census of a large team, with room. Beyond, it is made in parts. */
export const mostChanged = 2_000;

/** What is said of each contract: an event of its life, or that nothing changed. */
export const censusAnswers = [...contractEventTypes, 'no_change'] as const;
export type CensusAnswer = (typeof censusAnswers)[number];

/** What a change is called by: the one answer given to all of its contracts, or several. */
export const changeAnswers = [...censusAnswers, 'several'] as const;
export type ChangeAnswer = (typeof changeAnswers)[number];

/** What one change says of many contracts. Who said it, and under which text, are the same for all. */
export const censusSayingSchema = z.object({
  answer: z.enum(censusAnswers),
  /** Day of effect: for "nothing changed", the day of the answer. */
  on: daySchema,
  endsOn: daySchema.nullable(),
  source: z.enum(speakableSources),
  saidBy: z.string().trim().max(200).nullable(),
  legalBasis: z.string().trim().max(300).nullable(),
  note: z.string().trim().max(2000).nullable(),
});
export type CensusSaying = z.infer<typeof censusSayingSchema>;

export interface CensusContract {
  id: string;
  /** Of the contract as a whole, in the order given to the fold. */
  facts: readonly ContractFact[];
}

export interface Judged {
  id: string;
  /** The status on the day of effect, as known. */
  before: ContractStatus;
  after: ContractStatus;
}

export interface Turned {
  id: string;
  status: ContractStatus;
  allowed: readonly ContractEventType[];
}

/**
 * What one saying would do to each contract: those whose status on that day allows it, and those that it does not fit, with what
 * would fit. Each is judged apart, so that one contract never holds up the others. Rule of the house, on the fold of `rules.md` 4.
 */
export function judgeSaying(
  contracts: readonly CensusContract[],
  saying: Pick<CensusSaying, 'answer' | 'on' | 'endsOn'>,
  today: Day,
): { kept: Judged[]; turned: Turned[] } {
  const kept: Judged[] = [];
  const turned: Turned[] = [];
  for (const { id, facts } of contracts) {
    if (saying.answer === 'no_change') {
      const status = stepsOf(facts, today).at(-1)?.after ?? 'none';
      kept.push({ id, before: status, after: status });
      continue;
    }
    const fact = { type: saying.answer, on: saying.on, recordedOn: today, endsOn: saying.endsOn };
    const own = stepsOf([...facts, fact], today).find(({ index }) => index === facts.length);
    if (own?.accepted) kept.push({ id, before: own.before, after: own.after });
    else turned.push({ id, status: own?.before ?? 'none', allowed: allowedEvents(own?.before ?? 'none') });
  }
  return { kept, turned };
}

/**
 * Whether the fact at an index may be taken back: what was said after it must still hold without it. A resumption recorded on a stop
 * keeps that stop.
 */
export function mayWithdraw(facts: readonly ContractFact[], index: number, today: Day): boolean {
  const acceptedWith = new Set(acceptedOf(facts, today));
  const without = facts.map((fact, at) => (at === index ? { ...fact, withdrawnOn: today } : fact));
  const acceptedWithout = new Set(acceptedOf(without, today));
  return [...acceptedWith].every((at) => at === index || acceptedWithout.has(at));
}

function acceptedOf(facts: readonly ContractFact[], today: Day): number[] {
  return stepsOf(facts, today)
    .filter(({ accepted }) => accepted)
    .map(({ index }) => index);
}
