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
  waiting: z.number(),
  rejected: z.number(),
  lateSince: z.string().nullable(),
  recordedAt: z.string(),
  /** An open contest stands beside the hours. */
  contested: z.boolean(),
  /** Papers attached that were not taken back. */
  papers: z.number(),
});

/** What became of some hours of a line: the reason, and the rule where one decided. */
export const portionShape = z.object({
  from: z.string(),
  to: z.string(),
  centihours: z.number(),
  status: z.enum(hourStatuses),
  policy: z.string().nullable(),
  rule: z.string().nullable(),
  reason: z.string().nullable(),
  decisionReason: z.string().nullable(),
});

export const statusShape = z.enum(hourStatuses);
