import type { MatchOffer, Proximity } from './offer.ts';
import type { Profile } from './profile.ts';

/** How near a person's occupation is to the one asked, nearest first. */
export const occupationTiers = ['same', 'close', 'next', 'domain', 'other'] as const;
export type OccupationTier = (typeof occupationTiers)[number];

export const occupationValues: Readonly<Record<OccupationTier, number>> = {
  same: 1000,
  close: 700,
  next: 400,
  domain: 250,
  other: 0,
};

/** The person's code that is nearest to the offer, with its months of experience. */
export interface OccupationMatch {
  tier: OccupationTier;
  code: string | null;
  months: number;
}

/**
 * Best of the person's codes; among codes of the same tier the longest experience. `close` and `next` are
 * *mobilité proche* and *si évolution* of the ROME sheets; the domain is the first three characters of a code.
 * People of tier `other` are left out unless the facilitator widens the view: they have no experience that counts.
 */
export function matchOccupation(romes: Profile['romes'], offer: MatchOffer, proximity: Proximity): OccupationMatch {
  const near = Object.hasOwn(proximity, offer.rome) ? proximity[offer.rome] : undefined;
  let best: OccupationMatch = { tier: 'other', code: null, months: 0 };
  for (const { code, months } of romes ?? []) {
    const tier = tierOf(code, offer.rome, near);
    if (tier === 'other') continue;
    const gain = occupationValues[tier] - occupationValues[best.tier];
    if (gain > 0 || (gain === 0 && (months ?? 0) > best.months)) best = { tier, code, months: months ?? 0 };
  }
  return best;
}

function tierOf(code: string, asked: string, near: Proximity[string] | undefined): OccupationTier {
  if (code === asked) return 'same';
  if (near?.close?.includes(code)) return 'close';
  if (near?.next?.includes(code)) return 'next';
  return code.slice(0, 3) === asked.slice(0, 3) ? 'domain' : 'other';
}
