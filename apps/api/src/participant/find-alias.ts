import { findAlias as findInBase } from '@jonction/db/participant/merge';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** Where the address of a record that was merged leads now. */
export const findAlias = procedure('participant.findAlias')
  .input(z.object({ participantId: z.uuid() }))
  .output(z.object({ keptId: z.string() }))
  .query(async ({ ctx, input }) => ({
    keptId: found(await findInBase(ctx.tx, input.participantId), 'participant.not_found'),
  }));
