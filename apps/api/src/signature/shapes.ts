import type { SignatureOf } from '@jonction/db/signature/queries';
import { signatureStates } from '@jonction/domain/signature/states';
import { z } from 'zod';

/** Where something stands with those who were asked to sign it. */
export const signatureOfShape = z.object({
  requestId: z.string(),
  state: z.enum(signatureStates),
  people: z.number(),
  signed: z.number(),
}) satisfies z.ZodType<SignatureOf>;
