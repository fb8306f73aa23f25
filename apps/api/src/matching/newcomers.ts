import { readNewcomers } from '@jonction/db/matching/night';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { rankAmong } from './among.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareQuestion } from './prepare.ts';
import { rankedShape } from './ranked-shape.ts';
import { showRanked } from './show-ranked.ts';

const shownAtOnce = 20;

/** Who may take an offer and was not in the ranking of the night before: judged again as things stand now. */
export const newcomers = procedure('matching.newcomers')
  .input(z.object({ offerId: z.uuid() }))
  .output(
    z.object({
      /** The last night, and the one that it is compared with; null before the first, or on it. */
      on: z.string().nullable(),
      previousOn: z.string().nullable(),
      bankVersion: z.string().nullable(),
      skillVersion: z.string().nullable(),
      rulesVersion: z.number().nullable(),
      total: z.number(),
      people: z.array(rankedShape),
    }),
  )
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const { night, ids } = await readNewcomers(ctx.tx, offer.id);
    const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: false });
    const still = await rankAmong(ctx, { structureId: offer.structureId, question, ids });
    const people =
      still.length === 0
        ? []
        : await showRanked(ctx, {
            offer,
            question,
            ids: still.slice(0, shownAtOnce).map(({ id }) => id),
            limit: shownAtOnce,
            action: 'matching.newcomers',
          });
    return {
      on: night?.on ?? null,
      previousOn: night?.previousOn ?? null,
      bankVersion: night?.bankVersion ?? null,
      skillVersion: night?.skillVersion ?? null,
      rulesVersion: night?.rulesVersion ?? null,
      total: still.length,
      people,
    };
  });
