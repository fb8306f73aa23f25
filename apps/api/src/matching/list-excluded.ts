import { loadRankedPeople } from '@jonction/db/matching/load-people';
import { exclusionReasons } from '@jonction/domain/matching/exclusion';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareQuestion } from './prepare.ts';

const most = 500;

/** Who was left out of an offer for one reason: the first one that applies to each. */
export const listExcluded = procedure('matching.listExcluded')
  .input(z.object({ offerId: z.uuid(), reason: z.enum(exclusionReasons) }))
  .output(z.array(z.object({ participantId: z.string(), firstName: z.string(), lastName: z.string() })))
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: false });
    const bank = await ctx.banks.get(offer.structureId);
    const ids = bank.leftOut(question, input.reason, most);
    const people = await loadRankedPeople(ctx.tx, ids);
    return ids.flatMap((id) => {
      const person = people.get(id);
      return person ? { participantId: id, firstName: person.firstName, lastName: person.lastName } : [];
    });
  });
