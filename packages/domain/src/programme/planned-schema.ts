import { z } from 'zod';
import { cpvSchema } from '../contract/contract.ts';
import { targetSchema } from '../contract/target.ts';
import { daySchema, versionSchema } from '../shared/field-schema.ts';
import { pageSchema } from '../shared/page.ts';
import { exemptionReasons } from './exemption.ts';
import { plannedActs, plannedStatuses } from './life.ts';
import { buyerKinds, purchaseKinds } from './mandatory.ts';
import { plannedProcedures, plannedWaits } from './planned.ts';

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: 'programme.too_long' })
    .transform((text) => text || null)
    .nullable();

export const yearSchema = z
  .int()
  .min(2015, { error: 'programme.year_wrong' })
  .max(2100, { error: 'programme.year_wrong' });

/** A department (two digits, 2A, 2B, three digits overseas) or a postal code: where people would work. */
const areaSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(\d{2,3}|2[AB]|\d{5})$/, { error: 'programme.area_malformed' })
  .nullable();

const facts = {
  object: z.string().trim().min(3, { error: 'programme.object_missing' }).max(1000, { error: 'programme.too_long' }),
  reference: optional(120),
  cpv: cpvSchema.nullable(),
  kind: z.enum(purchaseKinds).nullable(),
  buyerKind: z.enum(buyerKinds).nullable(),
  amountCents: z.int().nonnegative({ error: 'programme.amount_wrong' }).max(Number.MAX_SAFE_INTEGER).nullable(),
  procedure: z.enum(plannedProcedures).nullable(),
  durationMonths: z
    .int()
    .min(1, { error: 'programme.months_wrong' })
    .max(600, { error: 'programme.months_wrong' })
    .nullable(),
  publicationOn: daySchema.nullable(),
  lots: z.int().min(1, { error: 'programme.lots_wrong' }).max(500, { error: 'programme.lots_wrong' }).nullable(),
  area: areaSchema,
  note: optional(2000),
};

export const plannedFactsSchema = z.object({ ...facts, year: yearSchema });
export type PlannedFacts = z.infer<typeof plannedFactsSchema>;

/** A planned contract as a buyer sends it, or as a facilitator types it for a buyer (`buyerId`, which a buyer never names). */
export const planSchema = plannedFactsSchema.extend({ buyerId: z.uuid().nullable() });

export const correctPlannedSchema = plannedFactsSchema.extend({ plannedId: z.uuid(), version: versionSchema });

export const actSchema = z.object({
  plannedId: z.uuid(),
  act: z.enum(plannedActs).exclude(['notify']),
  on: daySchema,
  why: optional(2000),
});

export const followPlannedSchema = z
  .object({
    plannedId: z.uuid(),
    ownerId: z.uuid().nullable(),
    nextAction: optional(300),
    nextActionOn: daySchema.nullable(),
  })
  .refine(({ nextAction, nextActionOn }) => nextActionOn === null || nextAction !== null, {
    error: 'programme.action_missing',
    path: ['nextAction'],
  });

/** A target, and where its people would come from. */
export const sizeSchema = z.object({
  plannedId: z.uuid(),
  target: targetSchema,
  occupations: z
    .array(z.string().regex(/^[A-N]\d{4}$/, { error: 'participant.occupation_unknown' }))
    .max(5, { error: 'programme.too_many_occupations' }),
  area: areaSchema,
});

const exemptionSchema = z.object({
  reason: z.enum(exemptionReasons, { error: 'programme.exemption_reason_missing' }),
  words: z
    .string()
    .trim()
    .min(20, { error: 'programme.exemption_words_missing' })
    .max(4000, { error: 'programme.too_long' }),
});

export const exemptSchema = z.object({ plannedId: z.uuid(), exemption: exemptionSchema.nullable() });

/** What a planned contract becomes in the register. */
export const notifySchema = z
  .object({
    plannedId: z.uuid(),
    reference: z
      .string()
      .trim()
      .min(1, { error: 'programme.reference_missing' })
      .max(120, { error: 'programme.too_long' }),
    holderId: z.uuid().nullable(),
    notifiedOn: daySchema,
    endsOn: daySchema.nullable(),
  })
  .refine(({ notifiedOn, endsOn }) => endsOn === null || notifiedOn <= endsOn, {
    error: 'contract.period_reversed_short',
    path: ['endsOn'],
  });

export const listPlannedSchema = pageSchema.extend({
  year: yearSchema.nullable().default(null),
  text: z.string().trim().max(200).default(''),
  status: z.enum(plannedStatuses).nullable().default(null),
  buyerId: z.uuid().nullable().default(null),
  /** Who is to move; `late`: the team, past its four weeks. */
  waits: z.enum(plannedWaits).nullable().default(null),
  mine: z.boolean().default(false),
});
export type ListPlanned = z.infer<typeof listPlannedSchema>;
