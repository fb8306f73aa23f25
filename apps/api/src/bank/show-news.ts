import { findAlert, findSearch, listNews } from '@jonction/db/bank/searches';
import { alertPaces } from '@jonction/domain/bank/alert';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { instant } from '../participant/shape.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Whom an alert found since one looked, and why one is told: the search, its pace, and since when. */
export const showNews = procedure('bank.showNews')
  .input(z.object({ searchId: z.uuid() }))
  .output(
    z.object({
      name: z.string(),
      pace: z.enum(alertPaces).nullable(),
      since: instant.nullable(),
      people: z.array(
        z.object({ participantId: z.string(), firstName: z.string(), lastName: z.string(), foundAt: instant }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { name } = found(await findSearch(ctx.tx, input.searchId), 'bank.search_not_found');
    const { userId } = speaker(ctx);
    const alert = await findAlert(ctx.tx, input.searchId, userId);
    const people = await listNews(ctx.tx, input.searchId, userId);
    await recordAudit(ctx, { action: 'bank.showNews', facts: { count: people.length } });
    return { name, pace: alert?.pace ?? null, since: alert?.since ?? null, people };
  });
