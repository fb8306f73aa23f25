import { z } from 'zod';
import { availabilitySchema, checkTogether, heldOccupationSchema, identitySchema } from './participant.ts';

/** A person that staff records herself. */
export const createParticipantSchema = z
  .object({
    ...identitySchema.shape,
    ...availabilitySchema.shape,
    occupations: z.array(heldOccupationSchema).max(30).default([]),
    /** The partner who sent her, when one did. */
    recommendedByOrganisationId: z.uuid().nullish(),
  })
  .superRefine(checkTogether);
export type CreateParticipant = z.infer<typeof createParticipantSchema>;
