import { contestOutcomes } from '@jonction/domain/hours/contest';
import { hourPaperKinds, hourSides } from '@jonction/domain/hours/paper';
import { z } from 'zod';

export const paperShape = z.object({
  id: z.string(),
  kind: z.enum(hourPaperKinds),
  fileId: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  /** It holds pages without words: somebody must look that nothing private shows. */
  unread: z.boolean(),
  side: z.enum(hourSides),
  broughtByName: z.string().nullable(),
  broughtAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  erased: z.boolean(),
});

export const contestShape = z.object({
  id: z.string(),
  side: z.enum(hourSides),
  openedByName: z.string().nullable(),
  openedAt: z.string(),
  outcome: z.enum(contestOutcomes).nullable(),
  closedByName: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Opened by whoever reads. */
  mine: z.boolean(),
  words: z.array(
    z.object({
      id: z.string(),
      side: z.enum(hourSides),
      saidByName: z.string().nullable(),
      saidAt: z.string(),
      body: z.string(),
    }),
  ),
});
