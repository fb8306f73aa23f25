import { listOffers } from '@jonction/db/offer/queries';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { offerRowShape } from './shapes.ts';

/** An employer's own offers and what came of them. */
export const listMine = procedure('offer.listMine')
  .output(z.object({ rows: z.array(offerRowShape.omit({ ownerName: true })), total: z.number() }))
  .query(({ ctx }) =>
    listOffers(ctx.tx, {
      employerId: speaker(ctx).membership.organisationId,
      sort: 'recent',
      descending: true,
      page: 1,
      pageSize: 200,
    }),
  );
