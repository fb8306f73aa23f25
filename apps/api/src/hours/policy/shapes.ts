import { scopeLevels } from '@jonction/domain/hours/policy';
import { draftRuleSchema } from '@jonction/domain/hours/policy-draft';
import { z } from 'zod';

const at = z.date().transform((instant) => instant.toISOString());

/** Hours that a run moves, in hundredths: the change of each status, and those that leave a status for another. */
export const changeShape = {
  moved: z.number(),
  validated: z.number(),
  pending: z.number(),
  rejected: z.number(),
};

/** What a policy says, as screens read it. */
export const policyShape = {
  title: z.string(),
  source: z.string(),
  note: z.string().nullable(),
  scope: z.object({ level: z.enum(scopeLevels), id: z.string().nullable() }),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  rules: z.array(draftRuleSchema),
};

/** How far a run is; `known` tells what it looked at. */
export const runShape = z.object({
  runId: z.string(),
  draftId: z.string(),
  purpose: z.enum(['simulation', 'judgement']),
  state: z.enum(['running', 'stopped', 'done']),
  placementsTotal: z.number(),
  placementsDone: z.number(),
  knownOn: z.string(),
  knownAt: at,
  askedByName: z.string().nullable(),
  endedAt: at.nullable(),
  replaysId: z.string().nullable(),
});
