import { z } from 'zod';
import { type Day, daysBetween } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { OfferStatus } from './offer.ts';

/** Days between two letters about one offer to one partner (rule of the house: too many reminders are the field's second complaint). */
export const broadcastGuardDays = 3;

export const broadcastAnswers = ['people', 'nobody'] as const;
export type BroadcastAnswer = (typeof broadcastAnswers)[number];

export interface BroadcastFacts {
  sentOn: Day;
  remindedOn: Day | null;
  answer: BroadcastAnswer | null;
}

/** Whether a partner may be written to again today: it has not answered, and the last letter is three days old. */
export function mayRemind({ sentOn, remindedOn, answer }: BroadcastFacts, today: Day): boolean {
  return answer === null && daysBetween(remindedOn ?? sentOn, today) >= broadcastGuardDays;
}

/** To whom an open offer is spread now: members of the committee who do not have it yet. */
export function newAddressees(
  status: OfferStatus,
  members: readonly string[],
  had: readonly string[],
): Decision<string[], 'offer.not_open' | 'offer.committee_empty' | 'offer.broadcast_everybody'> {
  if (status !== 'open') return refused('offer.not_open');
  if (members.length === 0) return refused('offer.committee_empty');
  const fresh = members.filter((member) => !had.includes(member));
  return fresh.length === 0 ? refused('offer.broadcast_everybody') : accepted(fresh);
}

/**
 * What the answer becomes: people put forward say so for good; "nobody" can still be followed by somebody, and never takes back a
 * proposal.
 */
export function answerAfter(before: BroadcastAnswer | null, people: number): BroadcastAnswer {
  return people > 0 || before === 'people' ? 'people' : 'nobody';
}

export const committeeSchema = z.object({ partnerIds: z.array(z.uuid()).max(200) });

const note = z
  .string()
  .trim()
  .max(1000)
  .transform((text) => text || null)
  .nullish()
  .transform((text) => text ?? null);

export const broadcastSchema = z.object({ offerId: z.uuid(), note });

export const answerBroadcastSchema = z
  .object({
    offerId: z.uuid(),
    participantIds: z.array(z.uuid()).max(50).default([]),
    nobody: z.boolean().default(false),
    note,
  })
  .refine(({ participantIds, nobody }) => nobody !== participantIds.length > 0, {
    error: 'offer.broadcast_answer_missing',
    path: ['participantIds'],
  });
