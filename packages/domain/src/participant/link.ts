import { accepted, type Decision, refused } from '../shared/decision.ts';
import { cvConfirmedForDays } from './confirmation.ts';
import type { PreferredChannel } from './status.ts';

/**
 * Days a person's link lives: as long as a CV counts as confirmed, so that a link that opens shows a CV still worth
 * correcting, and a letter found in an old mailbox opens nothing (rule of the house).
 */
export const linkLifeDays = cvConfirmedForDays;

/** Minutes her page stays open after the second check: the time to read it, not the time to lend the phone (rule of the house). */
export const pageLifeMinutes = 30;

/** `mail`: written to her address; `hand`: shown to whoever makes it, who gives it to her. */
export const linkWays = ['mail', 'hand'] as const;
export type LinkWay = (typeof linkWays)[number];

/** Why a link is handed over and not sent. `asked`: whoever makes it wants so. */
export const handReasons = ['asked', 'safe_contact', 'no_sms', 'no_address', 'no_relay', 'preferred'] as const;
export type HandReason = (typeof handReasons)[number];

interface Reach {
  preferredChannel: PreferredChannel | null;
  email: string | null;
  safeContactOnly: boolean;
}

/**
 * How the link goes to her: by the channel she prefers, which can only be mail (no SMS leaves from here), and only to somebody
 * who reads her mail alone. In every other case it is handed over, and why is said.
 */
export function chooseWay(
  { preferredChannel, email, safeContactOnly }: Reach,
  { mailLeaves, byHand }: { mailLeaves: boolean; byHand: boolean },
): { way: 'mail' } | { way: 'hand'; because: HandReason } {
  if (safeContactOnly) return { way: 'hand', because: 'safe_contact' };
  if (byHand) return { way: 'hand', because: 'asked' };
  if (preferredChannel === 'sms') return { way: 'hand', because: 'no_sms' };
  if (preferredChannel !== null && preferredChannel !== 'mail') return { way: 'hand', because: 'preferred' };
  if (email === null) return { way: 'hand', because: 'no_address' };
  return mailLeaves ? { way: 'mail' } : { way: 'hand', because: 'no_relay' };
}

/** A link that nobody could open is not made: the second check needs a date or a number. */
export function mayMakeLink(onFile: {
  birthDate: string | null;
  phone: string | null;
}): Decision<'may', 'participant.link_nothing_to_ask'> {
  return onFile.birthDate === null && !hasFourDigits(onFile.phone)
    ? refused('participant.link_nothing_to_ask')
    : accepted('may');
}

/** Whether a number has what the second check asks for. */
export function hasFourDigits(phone: string | null): boolean {
  return phone !== null && phone.replaceAll(/\D/g, '').length >= 4;
}
