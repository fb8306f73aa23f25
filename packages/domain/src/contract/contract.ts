import { z } from 'zod';
import { compactIdentifier, isSiret } from '../reference/siret.ts';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { pageSchema } from '../shared/page.ts';
import { type ContractEventType, contractEventTypes, contractStatuses } from './lifecycle.ts';
import { speakableSources } from './said.ts';

export const contractKinds = ['contract', 'concession'] as const;
export type ContractKind = (typeof contractKinds)[number];

/** Where a contract was first written down. */
export const contractSources = ['decp', 'facilitator', 'buyer', 'import'] as const;
export type ContractSource = (typeof contractSources)[number];

const cents = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const words = (max: number) => z.string().trim().min(1, { error: 'contract.words_missing' }).max(max);

export const cpvSchema = z
  .string()
  .trim()
  .regex(/^\d{8}(-\d)?$/, { error: 'contract.cpv_malformed' })
  .transform((code) => code.slice(0, 8));

/** Where a contract written by hand stands on its first day in the register. */
export const startingPoints = ['planned', 'notified', 'active'] as const;
export type StartingPoint = (typeof startingPoints)[number];

/** The events that say so: a contract is nothing but what was said of it. */
export function eventsOfStart(point: StartingPoint): ContractEventType[] {
  if (point === 'planned') return ['plan'];
  return point === 'active' ? ['notify', 'start'] : ['notify'];
}

export const lotInputSchema = z.object({
  number: z.string().trim().max(20).nullable(),
  object: words(1000),
  holderId: z.uuid().nullable(),
  amountCents: cents.nullable(),
});

const contractFields = z.object({
  reference: words(120),
  kind: z.enum(contractKinds),
  object: words(1000),
  cpv: cpvSchema.nullable(),
  placeCode: z.string().trim().max(10).nullable(),
  placeName: z.string().trim().max(200).nullable(),
  amountCents: cents.nullable(),
  startingPoint: z.enum(startingPoints),
  /** Day of effect of the first event: notification, or entry in the programme. */
  on: daySchema,
  endsOn: daySchema.nullable(),
  lot: lotInputSchema.partial({ object: true }),
});

function endsAfterStart({ on, endsOn }: { on: Day; endsOn: Day | null }): boolean {
  return endsOn === null || on <= endsOn;
}
const reversed = { error: 'contract.period_reversed_short', path: ['endsOn'] };

export const createContractSchema = contractFields.extend({ buyerId: z.uuid() }).refine(endsAfterStart, reversed);
export type CreateContract = z.infer<typeof createContractSchema>;

/** What a buyer types in twenty seconds: the rest comes from open data or from the facilitator. */
export const logBoughtSchema = z
  .object({
    reference: words(120),
    object: words(1000),
    lotNumber: z.string().trim().max(20).nullable(),
    holderSiret: z
      .string()
      .transform(compactIdentifier)
      .pipe(
        z
          .string()
          .regex(/^\d{14}$/, { error: 'contract.siret_malformed', abort: true })
          // The company joins the shared register under this number: a wrong key would stay there.
          .refine(isSiret, { error: 'reference.siret_invalid' }),
      )
      .nullable(),
    holderName: z.string().trim().max(300).nullable(),
    notifiedOn: daySchema,
    endsOn: daySchema.nullable(),
    dueHours: z.int().positive({ error: 'contract.hours_missing' }).max(10_000_000),
  })
  .refine(({ notifiedOn, endsOn }) => endsAfterStart({ on: notifiedOn, endsOn }), reversed);

export const recordEventSchema = z.object({
  contractId: z.uuid(),
  /** Null: the whole contract. */
  lotId: z.uuid().nullable(),
  type: z.enum(contractEventTypes),
  on: daySchema,
  endsOn: daySchema.nullable(),
  /** A buyer speaks for itself; anybody else says where she has it from. */
  source: z.enum(speakableSources),
  saidBy: z.string().trim().max(200).nullable(),
  legalBasis: z.string().trim().max(300).nullable(),
  note: z.string().trim().max(2000).nullable(),
  documentId: z.uuid().nullable(),
});

export const contractSorts = ['notified', 'ends', 'amount', 'buyer', 'object', 'status', 'number'] as const;
export type ContractSort = (typeof contractSorts)[number];

/** What the register says of social considerations. `unknown`: the source says nothing; never the same as `no`. */
export const socialAnswers = ['yes', 'no', 'unknown'] as const;

export const contractListSchema = pageSchema.extend({
  /** Contracts attached to the structure, or the whole register. */
  scope: z.enum(['mine', 'register']).default('mine'),
  text: z.string().trim().max(200).default(''),
  statuses: z.array(z.enum(contractStatuses)).default([]),
  buyerId: z.uuid().nullable().default(null),
  /** Of the buyer, to which a contract was given. */
  directorateId: z.uuid().nullable().default(null),
  holderId: z.uuid().nullable().default(null),
  department: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(\d{2,3}|2[AB])$/)
    .nullable()
    .default(null),
  cpv: z
    .string()
    .trim()
    .regex(/^\d{2,8}$/)
    .nullable()
    .default(null),
  social: z.enum(socialAnswers).nullable().default(null),
  liveOnly: z.boolean().default(false),
  withClause: z.boolean().default(false),
  facilitatorId: z.uuid().nullable().default(null),
  sort: z.enum(contractSorts).default('notified'),
  descending: z.boolean().default(true),
});
export type ContractListQuestion = z.infer<typeof contractListSchema>;
