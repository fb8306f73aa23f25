import { hourKinds, hourPayers } from '@jonction/domain/hours/line';
import { hourStatuses } from '@jonction/domain/hours/outcome';
import { z } from 'zod';

export const lineShape = z.object({
  id: z.string(),
  placementId: z.string(),
  placementNumber: z.number(),
  workerName: z.string(),
  employerName: z.string(),
  contractId: z.string(),
  contractNumber: z.number(),
  contractObject: z.string(),
  lotNumber: z.string().nullable(),
  clauseId: z.string(),
  from: z.string(),
  to: z.string(),
  kind: z.enum(hourKinds),
  payer: z.enum(hourPayers).nullable(),
  centihours: z.number(),
  evidence: z.array(z.string()),
  receivedOn: z.string(),
  validated: z.number(),
  pending: z.number(),
  rejected: z.number(),
});

export const statusShape = z.enum(hourStatuses);
