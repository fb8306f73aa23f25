import { listForgottenIds } from '@jonction/db/matching/forgotten';
import { loadRankingRules } from '@jonction/db/matching/ranking-rules';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { rankAmong } from './among.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareQuestion } from './prepare.ts';
import { rankedShape } from './ranked-shape.ts';
import { showRanked } from './show-ranked.ts';

/**
 * The best for an offer among those whom nobody has put forward for thirty days: a group of its own, in the same order and with the
 * same scores as the ranking that they are also in.
 */
export const forgottenFor = procedure('matching.forgottenFor')
  .input(z.object({ offerId: z.uuid(), limit: z.number().int().min(1).max(50).default(5) }))
  .output(z.object({ every: z.number(), total: z.number(), people: z.array(rankedShape) }))
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const { structureId } = offer;
    const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: false });
    const ids = await listForgottenIds(ctx.tx, structureId, ctx.today);
    const ranked = await rankAmong(ctx, { structureId, question, ids });
    const { forgottenEvery } = await loadRankingRules(ctx.tx, structureId);
    const best = ranked.slice(0, input.limit).map(({ id }) => id);
    const shown = { offer, question, ids: best, limit: input.limit, action: 'matching.forgottenFor' };
    return {
      every: forgottenEvery,
      total: ranked.length,
      people: best.length === 0 ? [] : await showRanked(ctx, shown),
    };
  });
