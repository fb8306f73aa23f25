import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { mostCvsPerPush } from './push.ts';

/**
 * How many CVs may wait for an answer at once. Default on one offer: 20, a whole sending of 12 and a second choice of 8.
 * Default at one company, whatever the offers: 40, two offers at their most. Beyond, CVs are not read and people wait for
 * nothing (rule of the house, after the floods that the neighbouring tools report: a few senders make most of the unread).
 */
export const defaultCaps = { offer: mostCvsPerPush + 8, company: 2 * (mostCvsPerPush + 8) } as const;

const cap = z.number({ error: 'positioning.cap_wrong' }).int({ error: 'positioning.cap_wrong' });
const bounded = cap.min(1, { error: 'positioning.cap_wrong' }).max(500, { error: 'positioning.cap_wrong' });

export const capsInput = z.object({ offer: bounded, company: bounded });
export type Caps = z.infer<typeof capsInput>;

/** The caps among the settings of a structure; what was never set is the default. */
export const capsSetting = z
  .object({ positioningCaps: capsInput.default({ ...defaultCaps }).catch({ ...defaultCaps }) })
  .transform(({ positioningCaps }) => positioningCaps);

/**
 * Whether `more` CVs may leave to `employer` beside those that wait. `openOnOffer` null: sent without an offer. Refusals say the cap and
 * how many wait: `positioning.offer_cap`, `positioning.company_cap`.
 */
export function checkCaps(
  caps: Caps,
  waiting: { openOnOffer: number | null; openAtCompany: number; employer: string },
  more: number,
): Decision<number, 'positioning.offer_cap' | 'positioning.company_cap'> {
  const { openOnOffer, openAtCompany, employer } = waiting;
  if (openOnOffer !== null && openOnOffer + more > caps.offer) {
    return refused('positioning.offer_cap', { open: openOnOffer, cap: caps.offer });
  }
  if (openAtCompany + more > caps.company) {
    return refused('positioning.company_cap', { employer, open: openAtCompany, cap: caps.company });
  }
  return accepted(more);
}
