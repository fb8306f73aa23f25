import type { OfferStatus } from '@jonction/domain/offer/offer';
import type { State } from '@jonction/ui/state';

/** The mark of each status of an offer; its own word stands beside it. */
export const offerState: Readonly<Record<OfferStatus, State>> = {
  draft: 'unknown',
  proposed: 'toDecide',
  open: 'waiting',
  filled: 'validated',
  closed: 'unknown',
};
