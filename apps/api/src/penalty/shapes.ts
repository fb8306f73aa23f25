import { penaltyOutcomes, penaltySources } from '@jonction/domain/penalty/decide';
import { penaltyActs, penaltyStates } from '@jonction/domain/penalty/lifecycle';
import { penaltyFactsSchema } from '@jonction/domain/penalty/penalty-facts';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';

export const askedShape = {
  clauseId: z.uuid(),
  knownOn: daySchema.nullish(),
  noticeOn: daySchema.nullish(),
  untilOn: daySchema.nullish(),
};

export const penaltyShape = z.object({
  id: z.string(),
  contractId: z.string(),
  state: z.enum(penaltyStates),
  cents: z.number(),
  opinion: z.string(),
  facts: penaltyFactsSchema,
  decision: z
    .object({
      outcome: z.enum(penaltyOutcomes),
      cents: z.number(),
      reason: z.string(),
      on: z.string(),
      source: z.enum(penaltySources).nullable(),
      saidBy: z.string().nullable(),
    })
    .nullable(),
  withdrawnWhy: z.string().nullable(),
  acts: z.array(
    z.object({
      act: z.enum(penaltyActs),
      byBuyer: z.boolean(),
      at: z.date(),
      userName: z.string().nullable(),
    }),
  ),
  /** What whoever asks may do with it now. */
  allowed: z.array(z.enum(penaltyActs)),
});
