import type { Day } from '../shared/day.ts';
import { compareIds } from '../shared/id-order.ts';
import { defaultWeights, type Weights } from './criterion.ts';
import type { ExclusionReason } from './exclusion.ts';
import type { MatchOffer, Proximity } from './offer.ts';
import type { Profile } from './profile.ts';
import { judgeProfile, type RankedProfile } from './rank.ts';
import type { SkillWeights } from './skill-weight.ts';

export interface OffersInput {
  today: Day;
  profile: Profile;
  offers: readonly MatchOffer[];
  proximity: Proximity;
  skills: SkillWeights;
  weights?: Weights | null;
}

export interface RankedOffers {
  /** Best first; `row` is the person's row in the ranking of that offer. */
  ranked: { offer: MatchOffer; row: RankedProfile }[];
  /** Offers that she may not take, each with the first reason that applies. */
  excluded: { offer: MatchOffer; reason: ExclusionReason }[];
}

/**
 * The offers for one person, by the very rule that ranks the people for an offer: her score on each, higher first. On a tie
 * the offer that starts first, then the smaller id. Rule of the house.
 */
export function rankOffers(input: OffersInput): RankedOffers {
  const context = { ...input, weights: input.weights ?? defaultWeights };
  const found: RankedOffers = { ranked: [], excluded: [] };
  for (const offer of input.offers) {
    const judged = judgeProfile(input.profile, { ...context, offer });
    if ('reason' in judged) found.excluded.push({ offer, reason: judged.reason });
    else found.ranked.push({ offer, row: judged });
  }
  found.ranked.sort(
    (a, b) =>
      b.row.score - a.row.score ||
      (a.offer.start < b.offer.start ? -1 : a.offer.start > b.offer.start ? 1 : compareIds(a.offer.id, b.offer.id)),
  );
  return found;
}
