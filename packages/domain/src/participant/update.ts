import { z } from 'zod';
import { daySchema } from '../shared/day.ts';
import { versionSchema } from '../shared/version.ts';
import {
  availabilitySchema,
  checkTogether,
  heldOccupationSchema,
  identitySchema,
  participantStatuses,
} from './participant.ts';

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
