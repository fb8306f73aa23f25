import { addDays, type Day } from '../shared/day.ts';
import { defaultWeights } from './criterion.ts';
import type { MatchOffer } from './offer.ts';
import { type JudgeContext, judgeProfile, type RankInput } from './rank.ts';
import { skillWeights } from './skill-weight.ts';

/** Something that an offer asks and could do without, or with less of. */
export type Relaxation =
  | { kind: 'licence'; licence: string }
  | { kind: 'french'; level: number }
  | { kind: 'slack'; day: Day }
  | { kind: 'occupation' };

const waitDays = 15;

/**
 * How many more people each relaxation would bring into the ranking, most first: what a facilitator says to the
 * contractor. Relaxations that bring nobody are left out.
 */
export function relaxationsOf(input: RankInput): { relaxation: Relaxation; gained: number }[] {
  // Who is excluded depends on no weight.
  const context = {
    ...input,
    weights: input.weights ?? defaultWeights,
    skills: input.skills ?? skillWeights(0, new Map()),
  };
  const before = countRanked(input, context);
  return relaxedOffers(input.offer)
    .map(({ relaxation, offer, widen }) => {
      const after = countRanked(input, { ...context, offer, widen: widen ?? context.widen ?? false });
      return { relaxation, gained: after - before };
    })
    .filter(({ gained }) => gained > 0)
    .sort((a, b) => b.gained - a.gained);
}

function countRanked({ profiles }: RankInput, context: JudgeContext): number {
  let count = 0;
  for (const profile of profiles) {
    if (!('reason' in judgeProfile(profile, context))) count += 1;
  }
  return count;
}

function relaxedOffers(offer: MatchOffer): { relaxation: Relaxation; offer: MatchOffer; widen?: boolean }[] {
  const licences = [...new Set(offer.licences)];
  const french = offer.french ?? 0;
  const slackDays = (offer.slackDays ?? 0) + waitDays;
  return [
    ...licences.map((licence) => ({
      relaxation: { kind: 'licence', licence } as const,
      offer: { ...offer, licences: licences.filter((other) => other !== licence) },
    })),
    ...(french > 0
      ? [{ relaxation: { kind: 'french', level: french - 1 } as const, offer: { ...offer, french: french - 1 } }]
      : []),
    {
      relaxation: { kind: 'slack', day: addDays(offer.start, slackDays) } as const,
      offer: { ...offer, slackDays },
    },
    { relaxation: { kind: 'occupation' } as const, offer, widen: true },
  ];
}
