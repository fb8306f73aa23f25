import type { Tx } from '@jonction/db/client';
import { findOffer } from '@jonction/db/offer/queries';
import { romeCode } from '@jonction/db/reference/tables';
import { askedSkillSchema, employmentKinds } from '@jonction/domain/offer/offer';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { type OfferAnswer, offerShape } from './shapes.ts';

export const show = procedure('offer.show')
  .input(z.object({ offerId: z.uuid() }))
  .output(offerShape)
  .query(({ ctx, input }) => readOffer(ctx.tx, input.offerId));

/** The offer as screens show it. Refuses with `offer.not_found`. */
export async function readOffer(tx: Tx, offerId: string): Promise<OfferAnswer> {
  const { offer, ...context } = found(await findOffer(tx, offerId), 'offer.not_found');
  const [occupation] = await tx
    .select({ label: romeCode.label })
    .from(romeCode)
    .where(eq(romeCode.code, offer.romeCode));
  return {
    ...offer,
    ...context,
    employmentKind: z.enum(employmentKinds).parse(offer.employmentKind),
    skills: z.array(askedSkillSchema).parse(offer.skills),
    categories: z.array(z.string()).parse(offer.categories),
    romeLabel: occupation?.label ?? null,
  };
}
