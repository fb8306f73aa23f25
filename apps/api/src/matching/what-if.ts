import { frenchWords, relaxationWords } from '@jonction/domain/matching/change-words';
import { liftedBy, relaxedOffers } from '@jonction/domain/matching/relax';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareQuestion } from './prepare.ts';

const relaxationKinds = ['licence', 'french', 'slack', 'distance', 'hours', 'occupation'] as const;

/**
 * What each thing that an offer asks costs: how many more people would be ranked if it were asked no more, or less, everything else
 * as it is; and of the skills, which exclude nobody, how many of the ranked lack each. Exact counts over the whole bank.
 */
export const whatIf = procedure('matching.whatIf')
  .input(z.object({ offerId: z.uuid() }))
  .output(
    z.object({
      total: z.number(),
      requirements: z.array(
        z.object({
          kind: z.enum(relaxationKinds),
          /** The licence, the level in words; null where the kind says it all. */
          subject: z.string().nullable(),
          words: z.string(),
          gained: z.number(),
        }),
      ),
      skills: z.array(z.object({ skill: z.string(), label: z.string(), lacking: z.number() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: false });
    const bank = await ctx.banks.get(offer.structureId);
    const relaxed = relaxedOffers(question.offer);
    const { total, gained, lacking } = bank.survey(
      question,
      relaxed.map(({ relaxation, offer: less, widen }) => ({
        reason: liftedBy[relaxation.kind],
        asked: { ...question, offer: less, widen },
      })),
    );
    const labels = new Map(offer.skills.map(({ skill, label }) => [skill, label]));
    return {
      total,
      requirements: relaxed.map(({ relaxation }, at) => ({
        kind: relaxation.kind,
        subject:
          relaxation.kind === 'licence'
            ? relaxation.licence
            : relaxation.kind === 'french'
              ? frenchWords(relaxation.level, ctx.locale)
              : null,
        words: relaxationWords(relaxation, gained[at] ?? 0, ctx.locale),
        gained: gained[at] ?? 0,
      })),
      skills: [...new Set(question.offer.skills)].map((skill, at) => ({
        skill,
        label: labels.get(skill) ?? skill,
        lacking: lacking[at] ?? 0,
      })),
    };
  });
