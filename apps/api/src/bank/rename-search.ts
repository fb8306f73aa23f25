import { isNameTaken } from '@jonction/db/bank/searches';
import { savedSearch } from '@jonction/db/bank/tables';
import { renameSearchSchema } from '@jonction/domain/bank/search';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { searchToChange } from './find-search.ts';

/** Another name, for oneself or for the team. A search that is shared no more is its keeper's again, and tells nobody else. */
export const renameSearch = procedure('bank.renameSearch')
  .input(renameSearchSchema)
  .output(z.object({ searchId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { searchId, name, shared } = input;
    const row = await searchToChange(ctx, searchId);
    const taken = await isNameTaken(ctx.tx, { userId: row.ownerId, name, exceptId: searchId });
    if (taken) throw new Refuse('bank.name_taken', {}, 'name');
    await ctx.tx.update(savedSearch).set({ name, shared }).where(eq(savedSearch.id, searchId));
    await recordAudit(ctx, { action: 'bank.renameSearch', subjectKind: 'saved_search', subjectId: searchId });
    return { searchId };
  });
