import { defaultWeights } from '@jonction/domain/matching/criterion';
import { movesBetween } from '@jonction/domain/matching/moves';
import { weightsSchema } from '@jonction/domain/matching/weights-schema';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareQuestion } from './prepare.ts';
import { spare } from './rank.ts';
import { rankedShape, six } from './ranked-shape.ts';
import { showRanked } from './show-ranked.ts';

const place = z.number().nullable();

/**
 * The ranking of an offer with other weights, beside the one that counts: who moves, from where to where. Nothing is kept: the
 * weights of the structure are its team lead's to decide (`matching.setRules`).
 */
export const tryWeights = procedure('matching.tryWeights')
  .input(z.object({ offerId: z.uuid(), weights: weightsSchema, limit: z.number().int().min(1).max(100).default(20) }))
  .output(
    z.object({
      weights: six(z.number()),
      rulesVersion: z.number(),
      tried: six(z.number()),
      people: z.array(rankedShape.extend({ before: place, after: place })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { limit, weights: tried } = input;
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: false });
    const bank = await ctx.banks.get(offer.structureId);
    const asIs = bank.best(question, limit + spare).map(({ id }) => id);
    const other = bank.best({ ...question, weights: tried }, limit + spare).map(({ id }) => id);
    const shown = await showRanked(ctx, {
      offer,
      question: { ...question, weights: tried },
      ids: [...new Set([...asIs, ...other])],
      limit: 2 * (limit + spare),
      action: 'matching.tryWeights',
    });
    const people = new Map(shown.map((row) => [row.participantId, row]));
    const there = (ids: readonly string[]) => ids.filter((id) => people.has(id)).slice(0, limit);
    return {
      weights: question.weights ?? defaultWeights,
      rulesVersion: question.rulesVersion,
      tried,
      people: movesBetween(there(asIs), there(other)).flatMap(({ id, before, after }) => {
        const person = people.get(id);
        return person ? { ...person, before, after } : [];
      }),
    };
  });
