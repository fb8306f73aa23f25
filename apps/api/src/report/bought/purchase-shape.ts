import { z } from 'zod';

export const sumShape = z.object({ contracts: z.number(), amountCents: z.number(), withoutAmount: z.number() });
/** A figure with what it is a share of. */
export const shareShape = z.object({
  sum: sumShape,
  of: sumShape.nullable(),
  contractsBps: z.number().nullable(),
  amountBps: z.number().nullable(),
});
