import { executionModes, windowKinds } from '@jonction/domain/placement/placement';
import { z } from 'zod';

/** What an employer reads of its own worker: until when she is eligible, never why. */
export const employerPlacementShape = z.object({
  id: z.string(),
  number: z.number(),
  workerName: z.string(),
  contractNumber: z.number(),
  contractReference: z.string(),
  contractObject: z.string(),
  lotNumber: z.string().nullable(),
  clauseId: z.string(),
  weeklyHours: z.number().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  eligibleTo: z.string().nullable(),
});

export const placementShape = employerPlacementShape.extend({
  participantId: z.string(),
  employerId: z.string(),
  employerName: z.string(),
  contractId: z.string(),
  /** Plain text in the base, written from these lists alone. */
  windowKind: z.string().pipe(z.enum(windowKinds)),
  executionMode: z.string().pipe(z.enum(executionModes)),
  /** The number of the hire whose frozen eligibility this one takes over. */
  snapshotNumber: z.number().nullable(),
  /** No paper proved a category: somebody granted a derogation. */
  byDerogation: z.boolean(),
});
