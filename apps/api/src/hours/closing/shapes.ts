import { closingStates } from '@jonction/domain/hours/closing';
import { z } from 'zod';

export const marksShape = z.object({
  validated: z.number(),
  toDecide: z.number(),
  waiting: z.number(),
  rejected: z.number(),
});

export const closingStateShape = z.enum(closingStates);
