import type { Tx } from '@jonction/db/client';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { findOffer } from '@jonction/db/offer/queries';
import { noHours } from '@jonction/domain/contract/gauge';
import { askedSkillSchema, employmentKinds } from '@jonction/domain/offer/offer';
import { z } from 'zod';
import { occupationTable } from '../reference/occupations.ts';
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
  const { clauseId } = offer;
  const hours = clauseId ? ((await readClauseHours(tx, [clauseId])).get(clauseId) ?? noHours) : null;
  return {
    ...offer,
    ...context,
    employmentKind: z.enum(employmentKinds).parse(offer.employmentKind),
    skills: z.array(askedSkillSchema).parse(offer.skills),
    categories: z.array(z.string()).parse(offer.categories),
    romeLabel: (await occupationTable(tx)).labelOf(offer.romeCode),
    clauseHours: hours,
  };
}
