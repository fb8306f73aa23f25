import { z } from 'zod';
import { versionSchema } from '../shared/field-schema.ts';
import { availabilitySchema, checkTogether, heldOccupationSchema } from './participant.ts';
import { projectStates, transports } from './transport.ts';

const { availableFrom, radiusKm, weeklyHoursMin, weeklyHoursMax } = availabilitySchema.shape;

const facts = {
  /** In the person's own words; null when nothing is added to the trade. */
  wish: z
    .string()
    .trim()
    .max(500, { error: 'participant.project_wish_long' })
    .nullish()
    .transform((words) => words || null),
  transports: z.array(z.enum(transports)).max(transports.length).default([]),
  radiusKm,
  availableFrom,
  weeklyHoursMin,
  weeklyHoursMax,
};

/** A trade that somebody looks for, how far, from when and how long a week. `main`: it takes the place of the main one. */
export const stateProjectSchema = z
  .object({
    participantId: z.uuid(),
    code: heldOccupationSchema.shape.code,
    ...facts,
    main: z.boolean().default(false),
  })
  .superRefine(checkTogether);
export type StateProject = z.infer<typeof stateProjectSchema>;

/** All but its trade: another trade is another project. */
export const changeProjectSchema = z
  .object({ projectId: z.uuid(), version: versionSchema, ...facts })
  .superRefine(checkTogether);

/** Achieved, given up, or looked for again. */
export const settleProjectSchema = z.object({
  projectId: z.uuid(),
  version: versionSchema,
  state: z.enum(projectStates, { error: 'participant.project_state_missing' }),
});
