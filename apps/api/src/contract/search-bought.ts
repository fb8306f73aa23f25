import { searchBoughtContracts } from '@jonction/db/contract/quick-clause';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** A buyer finds one of its contracts by a few letters: reference, object, holder. Without a word, those that run. */
export const searchBought = procedure('contract.searchBought')
  .input(z.object({ text: z.string().trim().max(200).default(''), limit: z.int().min(1).max(100).default(12) }))
  .output(
    z.array(z.object({ id: z.string(), reference: z.string(), object: z.string(), status: z.enum(contractStatuses) })),
  )
  .query(({ ctx, input }) =>
    searchBoughtContracts(ctx.tx, { ...input, buyerId: speaker(ctx).membership.organisationId }),
  );
