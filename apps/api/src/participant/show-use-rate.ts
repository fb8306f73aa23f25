import { countUse } from '@jonction/db/participant/use-rate';
import { useRateMonths, useShares } from '@jonction/domain/participant/use-rate';
import { addMonths } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const share = z.number().nullable();

/** A partner's own rate of use over twelve months: people recommended, put forward, met, hired. Nobody else's, and no name. */
export const showUseRate = procedure('participant.showUseRate')
  .output(
    z.object({
      since: z.string(),
      counts: z.object({ recommended: z.number(), putForward: z.number(), met: z.number(), hired: z.number() }),
      shares: z.object({ putForward: share, met: share, hired: share }),
    }),
  )
  .query(async ({ ctx }) => {
    const since = addMonths(ctx.today, -useRateMonths);
    const counts = await countUse(ctx.tx, speaker(ctx).membership.organisationId, since);
    return { since, counts, shares: useShares(counts) };
  });
