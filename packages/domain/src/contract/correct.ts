import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { cpvSchema } from './contract.ts';
import type { ContractFact } from './event.ts';
import { speakableSources } from './said.ts';
import { foldStatus } from './status.ts';

/** What somebody may correct of a contract or of a lot; `ends_on` is said by an event, the others on the row itself. */
export const correctedFields = [
  'object',
  'cpv',
  'place_code',
  'place_name',
  'amount_cents',
  'notified_on',
  'ends_on',
  'holders',
] as const;
export type CorrectedField = (typeof correctedFields)[number];

/** A value as the screen shows it: words, a day, cents, the names of companies; null: nothing is known. */
export const correctedValueSchema = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
export type CorrectedValue = z.infer<typeof correctedValueSchema>;

const words = (max: number) => z.string().trim().min(1, { error: 'contract.words_missing' }).max(max);
const cents = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER).nullable();
const said = {
  /** Where it comes from: a correction is somebody's word, as an event is. */
  source: z.enum(speakableSources),
  saidBy: z.string().trim().max(200).nullable(),
};

export const correctContractSchema = z.object({
  contractId: z.uuid(),
  object: words(1000),
  cpv: cpvSchema.nullable(),
  placeCode: z.string().trim().max(10).nullable(),
  placeName: z.string().trim().max(200).nullable(),
  amountCents: cents,
  notifiedOn: daySchema.nullable(),
  /** Absent: the end is left as it is. */
  endsOn: daySchema.nullish(),
  ...said,
});

export const correctLotSchema = z.object({
  lotId: z.uuid(),
  object: words(1000),
  amountCents: cents,
  /** The first one leads. */
  holderIds: z.array(z.uuid()).max(30),
  ...said,
});

/**
 * Whether the notification may be moved to another day: no event that the life of the contract accepts may be turned away by it
 * (a start before the notification). Rule of the house.
 */
export function mayMoveNotification(events: readonly ContractFact[], to: Day, knownOn: Day): boolean {
  const asOf = '9999-12-31';
  const moved = events.map((event) => (event.type === 'notify' ? { ...event, on: to } : event));
  const before = foldStatus({ events, asOf, knownOn }).refused.length;
  return foldStatus({ events: moved, asOf, knownOn }).refused.length <= before;
}
