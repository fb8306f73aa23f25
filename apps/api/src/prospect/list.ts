import { listProspects } from '@jonction/db/prospect/queries';
import { prospectStages } from '@jonction/domain/prospect/prospect';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { prospectRowShape } from './shapes.ts';

/** The companies that the team goes to see, what is due first. */
export const list = procedure('prospect.list')
  .input(
    z.object({
      text: z.string().trim().max(200).default(''),
      stages: z.array(z.enum(prospectStages)).default([]),
      /** Only mine. */
      mine: z.boolean().default(false),
      /** Only those whose next action is due today or before. */
      due: z.boolean().default(false),
      page: z.int().min(1).default(1),
      pageSize: z.int().min(1).max(200).default(40),
    }),
  )
  .output(
    z.object({
      rows: z.array(prospectRowShape),
      total: z.number(),
      counts: z.array(z.object({ stage: z.enum(prospectStages), count: z.number() })),
    }),
  )
  .query(({ ctx, input: { mine, due, ...filter } }) =>
    listProspects(ctx.tx, { ...filter, ownerId: mine ? speaker(ctx).userId : null, dueBy: due ? ctx.today : null }),
  );
