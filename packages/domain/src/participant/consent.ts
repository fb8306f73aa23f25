import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';

/** How a person said yes or no to having her CV shown to companies. */
export const consentWays = ['spoken', 'written', 'online'] as const;
export type ConsentWay = (typeof consentWays)[number];

/**
 * The wording that a person agrees to today; its sentence is `participant.consent_text`. Another wording is another version:
 * what somebody agreed to is never rewritten (RGPD art. 7.1: the controller must be able to show it).
 */
export const consentTextVersion = '2026-01';

export const giveConsentSchema = z.object({
  participantId: z.uuid(),
  way: z.enum(consentWays),
  on: daySchema,
});

export const withdrawConsentSchema = z.object({
  participantId: z.uuid(),
  way: z.enum(consentWays),
  on: daySchema,
});

/**
 * Refuses a consent or a withdrawal dated after today, and one that repeats what already holds. Withdrawing is as easy as giving
 * (RGPD art. 7.3).
 */
export function changeConsent(
  consents: boolean,
  change: { type: 'given' | 'withdrawn'; on: Day },
  today: Day,
): Decision<
  'given' | 'withdrawn',
  'participant.consent_in_future' | 'participant.consent_already' | 'participant.consent_absent'
> {
  if (change.on > today) return refused('participant.consent_in_future');
  if (change.type === 'given' && consents) return refused('participant.consent_already');
  if (change.type === 'withdrawn' && !consents) return refused('participant.consent_absent');
  return accepted(change.type);
}
