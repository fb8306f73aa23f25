import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import { regimes, type SealedRegime } from './regime.ts';

/** What the vault keeps sealed. `reference`: the number of the PASS, of the file or of the operation. */
export const sealedRegimeSchema: z.ZodType<SealedRegime> = z.object({
  regime: z.enum(regimes),
  from: daySchema,
  to: daySchema.nullable(),
  reference: z.string().nullable(),
});

export const recordRegimeSchema = z.object({
  participantId: z.uuid(),
  regime: z.enum(regimes, { error: 'eligibility.regime_missing' }),
  from: daySchema,
  to: daySchema.nullish(),
  reference: z.string().trim().max(60, { error: 'eligibility.regime_reference_long' }).nullish(),
});

export const endRegimeSchema = z.object({ participantId: z.uuid(), regimeId: z.uuid(), to: daySchema });

export const removeRegimeSchema = z.object({ participantId: z.uuid(), regimeId: z.uuid() });
