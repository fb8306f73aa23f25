import { z } from 'zod';
import { type Day, daysBetween } from '../shared/day.ts';
import { normalisePhone } from '../shared/phone.ts';

/** What proves that somebody is still there: she answered, opened a link, or spoke on the telephone. */
export const goodProofs = ['answer', 'opening', 'call'] as const;
/** What says that she is not: a letter came back, or somebody said so. */
export const badProofs = ['bounce', 'gone'] as const;
export const contactProofs = [...goodProofs, ...badProofs] as const;
export type ContactProof = (typeof contactProofs)[number];

/** Days without a proof after which a contact is no longer counted on (rule of the house). */
export const staleContactDays = 90;

/** `stale`: to be checked, for a reason among these; `fresh` fades with the days. */
export const staleReasons = ['bounce', 'gone', 'silent'] as const;
export type StaleReason = (typeof staleReasons)[number];

export interface ContactFacts {
  /** The day it was written down: counts as the first proof. */
  createdOn: Day;
  lastProofOn: Day | null;
  loweredBy: 'bounce' | 'gone' | null;
}

export type Freshness =
  | { fresh: true; days: number; left: number; reason: null }
  | { fresh: false; days: number; left: 0; reason: StaleReason };

/**
 * How far a contact can be counted on today. `days` since the last proof; `left` 1000 on the day of a proof, down to 0 after 90 days,
 * in thousandths: the dot that fades. A letter that came back or "no longer here" lowers it at once, until the next proof.
 */
export function freshnessOf(facts: ContactFacts, today: Day): Freshness {
  const since = facts.lastProofOn === null || facts.lastProofOn < facts.createdOn ? facts.createdOn : facts.lastProofOn;
  const days = Math.max(0, daysBetween(since, today));
  if (facts.loweredBy !== null) return { fresh: false, days, left: 0, reason: facts.loweredBy };
  if (days >= staleContactDays) return { fresh: false, days, left: 0, reason: 'silent' };
  return { fresh: true, days, left: Math.round(((staleContactDays - days) * 1000) / staleContactDays), reason: null };
}

/**
 * Whether a company should be asked whom else to tell: it has fewer than two people to count on (a contact that leaves takes the
 * conversation along; field report: half of the contacts of a clause team are wrong).
 */
export function needsSecond(contacts: readonly ContactFacts[], today: Day): boolean {
  return contacts.filter((one) => freshnessOf(one, today).fresh).length < 2;
}

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

const shape = {
  name: z.string().trim().min(1, { error: 'organisation.contact_name_missing' }).max(200),
  function: optional(120),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .transform((text) => text || null)
    .pipe(z.email({ error: 'organisation.contact_email_wrong' }).nullable())
    .nullish()
    .transform((email) => email ?? null),
  phone: z
    .string()
    .trim()
    .transform((text, context) => {
      if (text === '') return null;
      const phone = normalisePhone(text);
      if (phone === null) context.addIssue({ code: 'custom', message: 'organisation.phone_invalid' });
      return phone ?? z.NEVER;
    })
    .nullish()
    .transform((phone) => phone ?? null),
};

function reachable(
  { email, phone }: { email: string | null; phone: string | null },
  context: z.core.$RefinementCtx,
): void {
  if (email !== null || phone !== null) return;
  context.addIssue({ code: 'custom', path: ['phone'], message: 'organisation.contact_unreachable', input: null });
}

/** Somebody of a company or a partner: without a contactId she is new. */
export const saveContactSchema = z
  .object({ ...shape, organisationId: z.uuid(), contactId: z.uuid().nullish() })
  .superRefine(reachable);

/** Whom else to tell, as the company itself says it. */
export const nameSecondSchema = z
  .object({ ...shape, /** The person written to is no longer there. */ gone: z.boolean().default(false) })
  .superRefine(reachable);

/** What a facilitator learns of a contact by telephone: still there, or no longer. */
export const proveContactSchema = z.object({ contactId: z.uuid(), proof: z.enum(['call', 'gone']) });
