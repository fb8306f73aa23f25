import { z } from 'zod';
import { buyerAnswers } from './answer-row.ts';

/**
 * What a buyer says of one of its contracts in a few keys: where it stands, "no change" to begin with, and the hours of its clause when
 * it has some to log. Days are words until they are judged, as in a campaign.
 */
export const sayBoughtSchema = z.object({
  contractId: z.uuid({ error: 'census.contract_missing' }),
  answer: z.enum(buyerAnswers).default('no_change'),
  on: z.string().trim().max(40).nullable(),
  endsOn: z.string().trim().max(40).nullable(),
  until: z.string().trim().max(40).nullable(),
  legalBasis: z.string().trim().max(300).nullable(),
  note: z.string().trim().max(500).nullable(),
  /** Null: the clause is left as it is. */
  dueHours: z
    .int({ error: 'contract.hours_missing' })
    .positive({ error: 'contract.hours_missing' })
    .max(10_000_000)
    .nullable(),
  lotNumber: z.string().trim().max(20).nullable(),
});
