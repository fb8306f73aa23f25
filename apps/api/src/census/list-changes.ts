import { listChanges as readChanges } from '@jonction/db/census/changes';
import { changeAnswers } from '@jonction/domain/census/change';
import { contractEventSources } from '@jonction/domain/contract/said';
import { z } from 'zod';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const mostListed = 30;

/** The last changes of many contracts in the structure, newest first, with who made them and what was taken back. */
export const listChanges = procedure('census.listChanges')
  .output(
    z.array(
      z.object({
        id: z.string(),
        answer: z.enum(changeAnswers),
        onDay: z.string(),
        chosen: z.number(),
        kept: z.number(),
        source: z.enum(contractEventSources),
        saidBy: z.string().nullable(),
        userName: z.string(),
        at: z.string(),
        withdrawn: z.number(),
      }),
    ),
  )
  .query(({ ctx }) => readChanges(ctx.tx, structureOf(ctx), mostListed));
