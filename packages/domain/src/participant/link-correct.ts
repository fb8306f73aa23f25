import { z } from 'zod';
import {
  availabilitySchema,
  checkTogether,
  identitySchema,
  postalCodeSchema,
  preferredChannels,
} from './participant.ts';
import { ownThirdSchema, postalSchema } from './reach.ts';

/**
 * What a person changes herself: how to reach her and through whom, where she lives and how far she goes, when and how long she works. She knows
 * better than anybody, and a call that fails helps nobody: it holds at once, and the team reads it (rule of the house).
 */
export const cvFields = ['phone', 'email', 'place', 'radius', 'availability', 'hours'] as const;
/** How to reach her: a page of its own. */
export const reachFields = ['channel', 'postal', 'third'] as const;
export const ownFields = [...cvFields, ...reachFields] as const;
export type CvField = (typeof cvFields)[number];
export type OwnField = (typeof ownFields)[number];

/**
 * What she says is wrong: her name, and what a company will count on at work. Somebody of the team changes it with her, since a
 * licence or an occupation is confirmed on a paper (rule of the house).
 */
export const saidFields = ['name', 'occupations', 'experience', 'skills', 'licences', 'languages', 'other'] as const;
export type SaidField = (typeof saidFields)[number];

/** Everything that reaches the team from her page. */
export const wordFields = [...ownFields, ...saidFields, 'consent_given', 'consent_withdrawn'] as const;
export type WordField = (typeof wordFields)[number];

const { phone, email, city } = identitySchema.shape;
const { availableFrom, radiusKm, weeklyHoursMin, weeklyHoursMax } = availabilitySchema.shape;

/** One correction, as its form sends it. A number to call is changed, never emptied: her page itself may ask for it. */
export const correctionInput = z
  .discriminatedUnion('field', [
    z.object({ field: z.literal('phone'), phone: phone.unwrap().unwrap() }),
    z.object({ field: z.literal('email'), email: email.unwrap() }),
    z.object({ field: z.literal('place'), postalCode: postalCodeSchema, city: city.unwrap() }),
    z.object({ field: z.literal('radius'), radiusKm: radiusKm.unwrap() }),
    z.object({ field: z.literal('availability'), availableFrom: availableFrom.unwrap() }),
    z.object({
      field: z.literal('hours'),
      weeklyHoursMin: weeklyHoursMin.unwrap(),
      weeklyHoursMax: weeklyHoursMax.unwrap(),
    }),
    z.object({
      field: z.literal('channel'),
      channel: z.enum(preferredChannels, { error: 'participant.channel_missing' }),
    }),
    z.object({ field: z.literal('postal'), postal: postalSchema }),
    // Null: nobody any more. Naming somebody herself is her agreement.
    z.object({ field: z.literal('third'), third: ownThirdSchema.nullable() }),
    z.object({
      field: z.enum(saidFields),
      words: z
        .string()
        .trim()
        .min(1, { error: 'participant.page_words_missing' })
        .max(500, { error: 'participant.page_words_long' }),
    }),
  ])
  .superRefine((correction, context) => {
    if (correction.field === 'hours') checkTogether(correction, context);
  });
export type Correction = z.infer<typeof correctionInput>;

/** Whether a correction holds at once. */
export function isOwn(field: WordField): field is OwnField {
  return ownFields.some((own) => own === field);
}
