import { listOffers } from '@jonction/db/offer/queries';
import { offerStatuses } from '@jonction/domain/offer/offer';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { offerRowShape } from './shapes.ts';

/** What the list of offers is asked. */
export const offerQuestionSchema = z.object({
  words: z.string().trim().max(200).optional(),
  statuses: z.array(z.enum(offerStatuses)).optional(),
  contractId: z.uuid().optional(),
  employerId: z.uuid().optional(),
  sort: z.enum(['recent', 'start', 'title']).default('recent'),
  descending: z.boolean().default(true),
  page: z.number().int().min(1).default(1),
  pageSize: z.number().int().min(1).max(200).default(50),
});

/** The same without what was left out: an absent filter is no filter. */
export function offerFilterOf({
  words,
  statuses,
  contractId,
  employerId,
  ...asked
}: z.infer<typeof offerQuestionSchema>) {
  return {
    ...asked,
    ...(words ? { words } : {}),
    ...(statuses ? { statuses } : {}),
    ...(contractId ? { contractId } : {}),
    ...(employerId ? { employerId } : {}),
  };
}

/** The offers of the structure. */
export const list = procedure('offer.list')
  .input(offerQuestionSchema)
  .output(
    z.object({
      rows: z.array(offerRowShape),
      total: z.number(),
      /** In each status, whatever the statuses asked. */
      counts: z.array(z.object({ status: z.enum(offerStatuses), count: z.number() })),
    }),
  )
  .query(({ ctx, input }) => listOffers(ctx.tx, offerFilterOf(input)));
