import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import { contractStatuses } from './lifecycle.ts';

/** A contract, or one lot of it, as a team keeps its own list. */
export const listedContractSchema = z.object({
  /** SIRET */
  buyer: z.string(),
  reference: z.string(),
  lot: z.string().nullable(),
  object: z.string(),
  cpv: z.string().nullable(),
  /** SIRET */
  holder: z.string().nullable(),
  amountCents: z.number().nullable(),
  notifiedOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  targetCentihours: z.number().nullable(),
  status: z.enum(contractStatuses).nullable(),
});
export type ListedContract = z.infer<typeof listedContractSchema>;

/** A list that comes in: read and shown first, then entered row by row; stopped, it goes on where it was; done, it may be undone. */
export const listStatuses = ['preview', 'running', 'stopped', 'done', 'undone'] as const;
