import { addDays, type Day } from '../shared/day.ts';
import { defaultWeights } from './criterion.ts';
import type { ExclusionReason } from './exclusion.ts';
import type { MatchOffer } from './offer.ts';
import { type JudgeContext, judgeProfile, type RankInput } from './rank.ts';
import { skillWeights } from './skill-weight.ts';

/** Something that an offer asks and could do without, or with less of. */
export type Relaxation =
  | { kind: 'licence'; licence: string }
  | { kind: 'french'; level: number }
  | { kind: 'slack'; day: Day }
  | { kind: 'distance'; beyondMetres: number }
  | { kind: 'hours' }
  | { kind: 'occupation' };

const waitDays = 15;
const furtherMetres = 10_000;

/**
 * The one reason that each relaxation may lift. Whoever is left out for another one stays out, since reasons apply in their order
 * and only this one asks less: a single look at each person answers every relaxation.
 */
export const liftedBy: Readonly<Record<Relaxation['kind'], ExclusionReason>> = {
  licence: 'licences',
  french: 'french',
  slack: 'availability',
  distance: 'distance',
  hours: 'hours',
  occupation: 'occupation',
};

/** A relaxation and what would be asked then. */
export interface RelaxedOffer {
  relaxation: Relaxation;
  offer: MatchOffer;
  widen: boolean;
}

export interface Gain {
  relaxation: Relaxation;
  gained: number;
}

/**
 * How many more people each relaxation would bring into the ranking, most first: what a facilitator says to the
 * contractor. Relaxations that bring nobody are left out.
 */
export function relaxationsOf(input: RankInput): Gain[] {
  // Who is excluded depends on no weight.
  const context = {
    ...input,
    weights: input.weights ?? defaultWeights,
    skills: input.skills ?? skillWeights(0, new Map()),
  };
  const before = countRanked(input, context);
  return mostGained(
    relaxedOffers(input.offer, input.widen).map(({ relaxation, offer, widen }) => ({
      relaxation,
      gained: countRanked(input, { ...context, offer, widen }) - before,
    })),
  );
}

/** Those that bring somebody, most first. */
export function mostGained(gains: readonly Gain[]): Gain[] {
  return gains.filter(({ gained }) => gained > 0).sort((a, b) => b.gained - a.gained);
}

function countRanked({ profiles }: RankInput, context: JudgeContext): number {
  let count = 0;
  for (const profile of profiles) {
    if (!('reason' in judgeProfile(profile, context))) count += 1;
  }
  return count;
}

/** All that could be asked instead, each thing relaxed alone. */
export function relaxedOffers(offer: MatchOffer, widen = false): RelaxedOffer[] {
  const licences = [...new Set(offer.licences)];
  const french = offer.french ?? 0;
  const slackDays = (offer.slackDays ?? 0) + waitDays;
  return [
    ...licences.map((licence) => ({
      relaxation: { kind: 'licence', licence } as const,
      offer: { ...offer, licences: licences.filter((other) => other !== licence) },
      widen,
    })),
    ...(french > 0
      ? [{ relaxation: { kind: 'french', level: french - 1 } as const, offer: { ...offer, french: french - 1 }, widen }]
      : []),
    {
      relaxation: { kind: 'slack', day: addDays(offer.start, slackDays) } as const,
      offer: { ...offer, slackDays },
      widen,
    },
    {
      relaxation: { kind: 'distance', beyondMetres: furtherMetres } as const,
      offer: { ...offer, beyondMetres: (offer.beyondMetres ?? 0) + furtherMetres },
      widen,
    },
    ...(offer.weeklyHours == null
      ? []
      : [{ relaxation: { kind: 'hours' } as const, offer: { ...offer, weeklyHours: null }, widen }]),
    ...(widen ? [] : [{ relaxation: { kind: 'occupation' } as const, offer, widen: true }]),
  ];
}
