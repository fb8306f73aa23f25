import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';

/** Kinds of hire by how their window of eligibility runs (`eligibility/window`). */
export const windowKinds = ['fixed_term', 'permanent', 'apprenticeship', 'professionalisation', 'iae'] as const;
export type WindowKind = (typeof windowKinds)[number];

/**
 * Modalities of execution of a clause (CCAG of 2021, art. on insertion; clause of the Premier ministre, 2021): who employs the
 * person while she works on the contract.
 */
export const executionModes = [
  'direct_hire',
  'alternance',
  'lending_etti',
  'lending_ai',
  'lending_geiq',
  'lending_ea',
  'subcontracting_siae',
  'cocontracting_siae',
  'esat',
  'prison',
] as const;
export type ExecutionMode = (typeof executionModes)[number];

/** A hire on a clause. `positioningId`: the CV it comes from, when it comes from one. `passValidTo`: end of the PASS IAE. */
export const placementInput = z
  .object({
    participantId: z.uuid(),
    clauseId: z.uuid(),
    employerId: z.uuid(),
    positioningId: z.uuid().nullable().default(null),
    windowKind: z.enum(windowKinds),
    executionMode: z.enum(executionModes).default('direct_hire'),
    romeCode: z
      .string()
      .regex(/^[A-N]\d{4}$/)
      .nullable()
      .default(null),
    weeklyHours: z.number().int().min(1).max(48).nullable().default(null),
    startsOn: daySchema,
    endsOn: daySchema.nullable().default(null),
    passValidTo: daySchema.nullable().default(null),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
    error: 'placement.dates_reversed',
    path: ['endsOn'],
  })
  .refine(({ windowKind, passValidTo }) => windowKind !== 'iae' || passValidTo !== null, {
    error: 'placement.pass_missing',
    path: ['passValidTo'],
  });
export type PlacementInput = z.infer<typeof placementInput>;
