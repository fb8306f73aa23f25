import { addFinds } from '@jonction/db/bank/alerts';
import { findAlert, findSearch } from '@jonction/db/bank/searches';
import { searchAlert } from '@jonction/db/bank/tables';
import { alertPaces, setAlertSchema } from '@jonction/domain/bank/alert';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { peopleFound } from './people-found.ts';

/** Begins, paces or stops the alert that somebody has on a search. Whoever is found already is no news. */
export const setAlert = procedure('bank.setAlert')
  .input(setAlertSchema)
  .output(z.object({ searchId: z.string(), pace: z.enum(alertPaces).nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { searchId, pace } = input;
    const search = found(await findSearch(ctx.tx, searchId), 'bank.search_not_found');
    const { userId } = speaker(ctx);
    const of = { searchId, userId, structureId: search.structureId };
    const mine = and(eq(searchAlert.searchId, searchId), eq(searchAlert.userId, userId));
    if (pace === null) {
      await ctx.tx.delete(searchAlert).where(mine);
    } else if (await findAlert(ctx.tx, searchId, userId)) {
      await ctx.tx.update(searchAlert).set({ pace }).where(mine);
    } else {
      await ctx.tx.insert(searchAlert).values({ ...of, pace });
      const known = await peopleFound(ctx.tx, { ...of, filters: search.filters, today: ctx.today });
      await addFinds(ctx.tx, of, known, true);
    }
    await recordAudit(ctx, {
      action: 'bank.setAlert',
      subjectKind: 'saved_search',
      subjectId: searchId,
      facts: { pace },
    });
    return { searchId, pace };
  });
