import { listOffers } from '@jonction/db/offer/queries';
import { offerStatuses } from '@jonction/domain/offer/offer';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { offerRowShape } from './shapes.ts';

const filter = z.object({
  words: z.string().trim().max(200).optional(),
  statuses: z.array(z.enum(offerStatuses)).optional(),
  contractId: z.uuid().optional(),
  employerId: z.uuid().optional(),
  sort: z.enum(['recent', 'start', 'title']).default('recent'),
  descending: z.boolean().default(true),
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(200).default(50),
});

/** The offers of the structure. */
export const list = procedure('offer.list')
  .input(filter)
  .output(
    z.object({
      rows: z.array(offerRowShape),
      total: z.number(),
      /** In each status, whatever the statuses asked. */
      counts: z.array(z.object({ status: z.enum(offerStatuses), count: z.number() })),
    }),
  )
  .query(({ ctx, input }) => {
    const { words, statuses, contractId, employerId, ...page } = input;
    return listOffers(ctx.tx, {
      ...page,
      ...(words ? { words } : {}),
      ...(statuses ? { statuses } : {}),
      ...(contractId ? { contractId } : {}),
      ...(employerId ? { employerId } : {}),
    });
  });
