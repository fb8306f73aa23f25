import { savedSearch } from '@jonction/db/bank/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { procedure } from '../trpc.ts';
import { searchToChange } from './find-search.ts';

/** The search goes, and the alerts on it. */
export const deleteSearch = procedure('bank.deleteSearch')
  .input(z.object({ searchId: z.uuid() }))
  .output(z.object({ searchId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { id } = await searchToChange(ctx, input.searchId);
    await ctx.tx.delete(savedSearch).where(eq(savedSearch.id, id));
    await recordAudit(ctx, { action: 'bank.deleteSearch', subjectKind: 'saved_search', subjectId: id });
    return { searchId: id };
  });
