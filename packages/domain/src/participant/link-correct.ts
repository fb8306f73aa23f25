import { z } from 'zod';
import { saidFields } from './own-field.ts';
import { availabilitySchema, checkTogether, identitySchema, postalCodeSchema } from './participant.ts';
import { ownThirdSchema, postalSchema } from './reach.ts';
import { preferredChannels } from './status.ts';

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
