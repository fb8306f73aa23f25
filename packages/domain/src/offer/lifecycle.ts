import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { OfferStatus } from './offer.ts';

/** From which status each act is allowed (rule of the house). */
export const offerActs = {
  open: { from: ['draft', 'proposed', 'closed', 'filled'], to: 'open' },
  close: { from: ['draft', 'proposed', 'open', 'filled'], to: 'closed' },
  fill: { from: ['open'], to: 'filled' },
} as const satisfies Record<string, { from: readonly OfferStatus[]; to: OfferStatus }>;
export type OfferAct = keyof typeof offerActs;

/** The status after an act. Refusal `offer.act_not_allowed` names where the offer stands. */
export function actOnOffer(status: OfferStatus, act: OfferAct): Decision<OfferStatus, 'offer.act_not_allowed'> {
  const row: { from: readonly OfferStatus[]; to: OfferStatus } = offerActs[act];
  return row.from.includes(status) ? accepted(row.to) : refused('offer.act_not_allowed', { status });
}
