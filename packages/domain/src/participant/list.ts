import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import { pageSchema } from '../shared/page.ts';
import { confirmations } from './confirmation.ts';
import { freshnesses, participantSorts } from './list-order.ts';
import { postalCodeSchema } from './participant.ts';
import { participantStatuses } from './status.ts';

export const listParticipantsSchema = z.object({
  ...pageSchema.shape,
  /** Name, job titles or skills, however they are written. */
  text: z.string().trim().max(200).nullish(),
  /** ROME v3 codes, any of them. */
  occupations: z.array(z.string()).max(20).nullish(),
  near: z.object({ postalCode: postalCodeSchema, withinKm: z.int().min(1).max(500) }).nullish(),
  /** All of them are held. */
  licences: z.array(z.string()).max(20).nullish(),
  frenchAtLeast: z.int().min(0).max(6).nullish(),
  availableOn: daySchema.nullish(),
  status: z.enum(participantStatuses).nullish(),
  freshness: z.enum(freshnesses).nullish(),
  /** Her CVs were all confirmed less than 60 days ago, or one is to be confirmed again, or there is none. */
  confirmed: z.enum(confirmations).nullish(),
  /** Nobody spoke with her since this day, or ever. */
  silentSince: daySchema.nullish(),
  consents: z.boolean().nullish(),
  eligible: z.boolean().nullish(),
  ownerId: z.uuid().nullish(),
  partnerId: z.uuid().nullish(),
  sort: z.enum(participantSorts).nullish(),
  descending: z.boolean().default(false),
});
export type ListParticipants = z.infer<typeof listParticipantsSchema>;
