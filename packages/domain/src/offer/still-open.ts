import { z } from 'zod';
import { type Day, daysBetween } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { OfferStatus } from './offer.ts';
import { silenceOf } from './silence.ts';

/** What a company answers to "still open?". */
export const stillOpenAnswers = ['open', 'filled', 'closed'] as const;
export type StillOpenAnswer = (typeof stillOpenAnswers)[number];

export const answerStillOpenSchema = z.object({
  token: z.string().min(20).max(100),
  answer: z.enum(stillOpenAnswers, { error: 'offer.still_open_answer_missing' }),
});

/** Days that a link to answer lives: as long as the silence that it asks about may last, and a little more (rule of the house). */
export const stillOpenLinkDays = 30;

/** Never two letters within so many days to one address, whatever they ask (rule of the house). */
export const addressGuardDays = 3;

export interface AskFacts {
  status: OfferStatus;
  /** The day of the last news of it. */
  since: Day;
  /** Where to write; null when nobody is known, or those known are gone. */
  address: string | null;
  /** The day the company was last asked about this offer. */
  askedOn: Day | null;
  /** The day of the last reminder or question to that address, of any team. */
  lastToAddressOn: Day | null;
}

type AskRefusal =
  | 'offer.not_open'
  | 'offer.still_open_no_address'
  | 'offer.still_open_asked'
  | 'offer.still_open_guard';

/** Whether a company may be asked by a letter today: about an open offer, once a silence, never twice within three days. */
export function mayAskStillOpen(facts: AskFacts, today: Day): Decision<string, AskRefusal> {
  if (facts.status !== 'open') return refused('offer.not_open');
  if (facts.address === null) return refused('offer.still_open_no_address');
  if (facts.askedOn !== null && facts.askedOn >= facts.since) {
    return refused('offer.still_open_asked', { day: facts.askedOn });
  }
  if (facts.lastToAddressOn !== null && daysBetween(facts.lastToAddressOn, today) < addressGuardDays) {
    return refused('offer.still_open_guard');
  }
  return accepted(facts.address);
}

/** Whether the night asks by itself: the silence calls for it, and nothing refuses. */
export function asksByItself(facts: AskFacts, today: Day): boolean {
  return silenceOf(facts.since, today) === 'ask' && mayAskStillOpen(facts, today).ok;
}

/** An offer that is over stays so: a slip is corrected by a call. The same answer twice is one. */
export function answerStillOpen(
  offer: { status: OfferStatus; answer: StillOpenAnswer | null },
  answer: StillOpenAnswer,
): Decision<{ unchanged: boolean }, 'offer.still_open_over'> {
  if (offer.answer === answer) return accepted({ unchanged: true });
  return offer.status === 'open' ? accepted({ unchanged: false }) : refused('offer.still_open_over');
}
