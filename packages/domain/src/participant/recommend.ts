import { z } from 'zod';
import { consentWays } from './consent.ts';
import { availabilitySchema, checkTogether, heldOccupationSchema, identitySchema } from './participant.ts';

/**
 * A partner puts somebody forward, without an offer first. A person already known to the structure gives the same
 * receipt: a partner learns nothing of the people of others (rule of the house).
 */
export const recommendParticipantSchema = z
  .object({
    ...identitySchema.shape,
    ...availabilitySchema.shape,
    occupations: z.array(heldOccupationSchema).max(30).default([]),
    /** What the partner wants the facilitator to know, about work alone. */
    message: z.string().trim().max(2000).nullish(),
    /** How the person agreed to have her CV shown to companies; null: not asked yet. */
    consentWay: z.enum(consentWays).nullish(),
  })
  .superRefine((fields, context) => {
    checkTogether(fields, context);
    // A person nobody can reach cannot be prepared for an interview.
    if (fields.phone == null && fields.email == null) {
      context.addIssue({
        code: 'custom',
        path: ['phone'],
        message: 'participant.no_way_to_reach',
        input: fields.phone,
      });
    }
  });
export type RecommendParticipant = z.infer<typeof recommendParticipantSchema>;

export const recommendationStatuses = ['received', 'in_review', 'accepted', 'declined'] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];

export const takeUpRecommendationSchema = z.object({ recommendationId: z.uuid() });

/** The facilitator's answer; the sentence is read by the partner. */
export const answerRecommendationSchema = z.object({
  recommendationId: z.uuid(),
  status: z.enum(['accepted', 'declined']),
  answer: z.string().trim().min(1, { error: 'participant.answer_missing' }).max(2000),
});
