import { z } from 'zod';
import { daySchema, versionSchema } from '../shared/field-schema.ts';
import { availabilitySchema, checkTogether, heldOccupationSchema, identitySchema } from './participant.ts';
import { participantStatuses } from './status.ts';

/** The whole record as the form holds it: what is null is emptied. */
export const updateParticipantSchema = z
  .object({
    participantId: z.uuid(),
    version: versionSchema,
    ...identitySchema.shape,
    ...availabilitySchema.shape,
    status: z.enum(participantStatuses),
    occupations: z.array(heldOccupationSchema).max(30),
  })
  .superRefine(checkTogether);
export type UpdateParticipant = z.infer<typeof updateParticipantSchema>;

/** Who looks after the person, and what comes next. */
export const followParticipantSchema = z.object({
  participantId: z.uuid(),
  ownerId: z.uuid().nullable(),
  nextAction: z.string().trim().max(200).nullable(),
  nextActionOn: daySchema.nullable(),
});
