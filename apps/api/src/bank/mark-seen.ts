import { findSearch, markSeen as markAllSeen } from '@jonction/db/bank/searches';
import { z } from 'zod';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** What an alert found was looked at: it is no more news, on the home and in letters. */
export const markSeen = procedure('bank.markSeen')
  .input(z.object({ searchId: z.uuid() }))
  .output(z.object({ seen: z.number() }))
  .mutation(async ({ ctx, input }) => {
    found(await findSearch(ctx.tx, input.searchId), 'bank.search_not_found');
    return { seen: await markAllSeen(ctx.tx, input.searchId, speaker(ctx).userId) };
  });
