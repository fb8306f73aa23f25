import { transferStates } from '@jonction/domain/contract/transfer';
import { z } from 'zod';
import { signatureOfShape } from '../../signature/shapes.ts';

/** A member's balance, in hundredths of an hour. */
export const balanceShape = z.object({
  dueCentihours: z.number(),
  doneCentihours: z.number(),
  soldCentihours: z.number(),
  boughtCentihours: z.number(),
  effectiveCentihours: z.number(),
  heldCentihours: z.number(),
  leftCentihours: z.number(),
});

/** A transfer for the two that it binds. */
export const transferShape = z.object({
  id: z.string(),
  sellerId: z.string(),
  sellerName: z.string(),
  purchaserId: z.string(),
  purchaserName: z.string(),
  proposerId: z.string().nullable(),
  centihours: z.number(),
  priceCents: z.number(),
  totalCents: z.number(),
  reason: z.string(),
  proposedAt: z.string(),
  state: z.enum(transferStates),
  /** Why it was refused. */
  answer: z.string().nullable(),
  /** The day that the paper bears. */
  signedOn: z.string().nullable(),
  actedAt: z.string().nullable(),
  /** Those who were asked to sign its terms, where somebody was. */
  signature: signatureOfShape.nullable(),
});
