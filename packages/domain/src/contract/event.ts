import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { contractEventTypes } from './lifecycle.ts';
import { contractEventSources } from './said.ts';

/** What the status of a contract is folded from. `on` is the day of effect, `recordedOn` the day it became known. */
export const contractFactSchema = z.object({
  type: z.enum(contractEventTypes),
  on: daySchema,
  recordedOn: daySchema,
  /** The end date that the event sets: a notification, an amendment, a service order. */
  endsOn: daySchema.nullish(),
  /** The day from which it counts no more: recorded for too many contracts at once, and taken back. Known until then. */
  withdrawnOn: daySchema.nullish(),
});

export type ContractFact = z.infer<typeof contractFactSchema>;

/** An event as it is kept: never changed nor deleted, only followed by others. */
export const contractEventSchema = contractFactSchema.extend({
  source: z.enum(contractEventSources),
  documentId: z.string().nullable(),
  author: z.string().min(1),
  /** The article or act invoked, in the words of the person who answered. */
  legalBasis: z.string().nullable(),
});

export type ContractEvent = z.infer<typeof contractEventSchema>;

/** The order of the fold: day of effect, then day recorded, then the order given. */
export function inFoldOrder<Fact extends ContractFact>(facts: readonly Fact[]): { fact: Fact; index: number }[] {
  return facts
    .map((fact, index) => ({ fact, index }))
    .sort(
      (a, b) =>
        compareDays(a.fact.on, b.fact.on) || compareDays(a.fact.recordedOn, b.fact.recordedOn) || a.index - b.index,
    );
}

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
