import { z } from 'zod';
import { type Day, parisDayOf } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { type ContactOutcome, contactChannels, contactOutcomes, contactPurposes } from './outcome.ts';

export const logContactSchema = z.object({
  participantId: z.uuid(),
  channel: z.enum(contactChannels),
  outcome: z.enum(contactOutcomes),
  purpose: z.enum(contactPurposes).default('follow_up'),
  note: z.string().trim().max(2000).nullish(),
  positioningId: z.uuid().nullish(),
  /** When it happened; absent: now. */
  at: z.iso.datetime({ offset: true }).nullish(),
});
export type LogContact = z.infer<typeof logContactSchema>;

/**
 * The day that freshness counts from after a contact: a conversation moves it forward, never back; an attempt leaves it
 * (CV banks keep people two years after the last contact with them: CNIL, recruitment guide 2023).
 */
export function lastContactAfter(last: Day | null, contact: { outcome: ContactOutcome; at: Date }): Day | null {
  if (contact.outcome !== 'reached') return last;
  const day = parisDayOf(contact.at);
  return last !== null && last > day ? last : day;
}

/** Refuses what has not happened yet. */
export function mayLog(at: Date, now: Date): Decision<Date, 'contact.in_future'> {
  return at.getTime() > now.getTime() + 60_000 ? refused('contact.in_future') : accepted(at);
}
