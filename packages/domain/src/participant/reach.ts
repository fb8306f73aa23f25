import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema, versionSchema } from '../shared/field-schema.ts';
import { normalisePhone } from '../shared/phone.ts';
import { consentWays } from './consent.ts';
import { thirdRelations } from './relation.ts';
import { type PreferredChannel, preferredChannels } from './status.ts';

/** Why somebody is not reached the way she would rather be. */
export const reachReasons = [
  'safe_contact',
  'no_email',
  'no_relay',
  'returned',
  'no_postal',
  'no_third',
  'too_late',
] as const;
export type ReachReason = (typeof reachReasons)[number];

export interface ReachFacts {
  preferredChannel: PreferredChannel | null;
  email: string | null;
  safeContactOnly: boolean;
  /** Lines to write on an envelope are on file. */
  hasPostal: boolean;
  /** Somebody to go through, with her agreement. */
  hasThird: boolean;
  /** A mail to her came back. */
  mailFailed: boolean;
}

/**
 * How to tell somebody something, and why it is not her own choice where it is not. Without a choice: by mail where she has an
 * address, else by telephone. Whoever lives with somebody who reads her messages is told by voice alone, whatever she chose
 * before (rule of the house). `urgent`: a letter would come too late.
 */
export function chooseReach(
  facts: ReachFacts,
  { mailLeaves, urgent = false }: { mailLeaves: boolean; urgent?: boolean },
): { channel: PreferredChannel; because: ReachReason | null } {
  const { preferredChannel: wish, email } = facts;
  if (facts.safeContactOnly) return { channel: 'phone', because: wish === 'phone' ? null : 'safe_contact' };
  switch (wish) {
    case 'phone':
    case 'sms':
      return { channel: wish, because: null };
    case 'letter':
      if (!facts.hasPostal) return { channel: 'phone', because: 'no_postal' };
      return urgent ? { channel: 'phone', because: 'too_late' } : { channel: 'letter', because: null };
    case 'third':
      return facts.hasThird ? { channel: 'third', because: null } : { channel: 'phone', because: 'no_third' };
  }
  if (email === null) return { channel: 'phone', because: wish === 'mail' ? 'no_email' : null };
  if (facts.mailFailed) return { channel: 'phone', because: 'returned' };
  return mailLeaves ? { channel: 'mail', because: null } : { channel: 'phone', because: 'no_relay' };
}

const thirdFields = {
  name: z
    .string()
    .trim()
    .min(1, { error: 'participant.third_name_missing' })
    .max(200, { error: 'participant.third_name_long' }),
  relation: z.enum(thirdRelations, { error: 'participant.third_relation_missing' }),
  phone: z
    .string()
    .trim()
    .nullish()
    .transform((text, context) => {
      if (!text) return null;
      const phone = normalisePhone(text);
      if (phone === null) context.addIssue({ code: 'custom', message: 'participant.phone_invalid' });
      return phone ?? z.NEVER;
    }),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .transform((text) => text || null)
    .pipe(z.email({ error: 'participant.email_invalid' }).nullable())
    .nullish()
    .transform((email) => email ?? null),
};

function reachable({ phone, email }: { phone: string | null; email: string | null }, context: z.core.$RefinementCtx) {
  if (phone !== null || email !== null) return;
  context.addIssue({ code: 'custom', path: ['phone'], message: 'participant.third_unreachable', input: null });
}

/** Somebody to go through, as the person herself names her on her page: her naming is her agreement. */
export const ownThirdSchema = z.object(thirdFields).superRefine(reachable);

/** The same, as the team writes it down: with how and when the person agreed. */
export const saveThirdSchema = z
  .object({
    participantId: z.uuid(),
    ...thirdFields,
    agreedOn: daySchema,
    agreedWay: z.enum(consentWays, { error: 'participant.third_agreement_missing' }).exclude(['online']),
  })
  .superRefine(reachable);

/**
 * Refuses what the person has not agreed to yet. Without her agreement nobody is kept, shown or called in her name (RGPD art.
 * 5.1.c: what is not needed is not held).
 */
export function mayKeepThird(agreedOn: Day, today: Day): Decision<Day, 'participant.third_agreement_future'> {
  return agreedOn > today ? refused('participant.third_agreement_future') : accepted(agreedOn);
}

/** Lines of an envelope, empty ones left out; null when there is nothing. */
export const postalSchema = z
  .string()
  .max(300, { error: 'participant.postal_long' })
  .nullish()
  .transform((text) => postalLines(text ?? '').join('\n') || null)
  .refine((text) => text === null || (text.length >= 5 && /\b\d{5}\b/.test(text)), {
    error: 'participant.postal_incomplete',
  });

/** What stands on an envelope, line by line. */
export function postalLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '');
}

/** How she wants to be reached, as the team writes it down. */
export const setReachSchema = z.object({
  participantId: z.uuid(),
  version: versionSchema,
  preferredChannel: z.enum(preferredChannels).nullable(),
  postal: postalSchema,
});
