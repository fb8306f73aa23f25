import { relaxationWords } from '@jonction/domain/matching/change-words';
import { defaultWeights } from '@jonction/domain/matching/criterion';
import { exclusionReasons } from '@jonction/domain/matching/exclusion';
import { mostGained } from '@jonction/domain/matching/relax';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { counterOf } from './count.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareQuestion } from './prepare.ts';
import { rankedShape, six } from './ranked-shape.ts';
import { showRanked } from './show-ranked.ts';

/** Asked of the copy beyond what is shown: some of the best may have left since. */
export const spare = 20;
const mostRelaxations = 4;

/**
 * Everybody who may take an offer, best first, with the reasons. Nothing is decided, sent or hidden here: a
 * facilitator chooses. `widen` also shows unrelated occupations.
 */
export const rank = procedure('matching.rank')
  .input(
    z.object({
      offerId: z.uuid(),
      limit: z.number().int().min(1).max(500).default(50),
      widen: z.boolean().default(false),
    }),
  )
  .output(
    z.object({
      ranked: z.array(rankedShape),
      total: z.number(),
      excluded: z.array(z.object({ reason: z.enum(exclusionReasons), count: z.number() })),
      excludedTotal: z.number(),
      relaxations: z.array(z.object({ words: z.string(), gained: z.number() })),
      weights: six(z.number()),
      /** 0: the weights of the house. */
      rulesVersion: z.number(),
      skillVersion: z.string().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: input.widen });
    const count = await counterOf(ctx, offer.structureId);
    const { best, total, excluded, gains } = await count(question, input.limit + spare);
    const ids = best.map(({ id }) => id);
    return {
      ranked: await showRanked(ctx, { offer, question, ids, limit: input.limit, action: 'matching.rank' }),
      total,
      excluded: exclusionReasons.map((reason) => ({ reason, count: excluded[reason] ?? 0 })).filter(hasSome),
      excludedTotal: Object.values(excluded).reduce((sum, left) => sum + left, 0),
      relaxations: mostGained(gains)
        .slice(0, mostRelaxations)
        .map(({ relaxation, gained }) => ({ words: relaxationWords(relaxation, gained, ctx.locale), gained })),
      weights: question.weights ?? defaultWeights,
      rulesVersion: question.rulesVersion,
      skillVersion: question.skills.version,
    };
  });

function hasSome({ count }: { count: number }): boolean {
  return count > 0;
}
