import { listSearches as readSearches } from '@jonction/db/bank/searches';
import { alertPaces } from '@jonction/domain/bank/alert';
import { readSavedFilters, savedFiltersSchema } from '@jonction/domain/bank/search';
import { z } from 'zod';
import { instant } from '../participant/shape.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** One's own searches and those that the team shares, with what an alert found since one looked. */
export const listSearches = procedure('bank.listSearches')
  .output(
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        shared: z.boolean(),
        mine: z.boolean(),
        /** Whether whoever asks may rename, share and delete it. */
        mayChange: z.boolean(),
        ownerName: z.string().nullable(),
        filters: savedFiltersSchema,
        columns: z.array(z.string()),
        pace: z.enum(alertPaces).nullable(),
        since: instant.nullable(),
        news: z.number(),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const { userId, membership } = speaker(ctx);
    const rows = await readSearches(ctx.tx, userId);
    return rows.map(({ ownerId, filters, ...row }) => ({
      ...row,
      filters: readSavedFilters(filters),
      mine: ownerId === userId,
      mayChange: ownerId === userId || membership.role === 'lead',
    }));
  });
