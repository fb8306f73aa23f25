import { loadRankedPeople } from '@jonction/db/matching/load-people';
import { exclusionReasons } from '@jonction/domain/matching/exclusion';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareRanking } from './prepare.ts';

const most = 500;

/** Who was left out of an offer for one reason: the first one that applies to each. */
export const listExcluded = procedure('matching.listExcluded')
  .input(z.object({ offerId: z.uuid(), reason: z.enum(exclusionReasons) }))
  .output(z.array(z.object({ participantId: z.string(), firstName: z.string(), lastName: z.string() })))
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const ranking = await prepareRanking(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: false });
    const ids = rankProfiles(ranking)
      .excluded.filter(({ reason }) => reason === input.reason)
      .map(({ id }) => id)
      .slice(0, most);
    const people = await loadRankedPeople(ctx.tx, ids);
    return ids.flatMap((id) => {
      const person = people.get(id);
      return person ? { participantId: id, firstName: person.firstName, lastName: person.lastName } : [];
    });
  });
