import { countOwnSearches, isNameTaken } from '@jonction/db/bank/searches';
import { savedSearch } from '@jonction/db/bank/tables';
import { newId } from '@jonction/db/new-id';
import { mostSearches, saveSearchSchema } from '@jonction/domain/bank/search';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Keeps what the list asks and shows under a name, for oneself or for the team. */
export const saveSearch = procedure('bank.saveSearch')
  .input(saveSearchSchema)
  .output(z.object({ searchId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { name, shared, filters, columns } = input;
    if ((await countOwnSearches(ctx.tx, userId)) >= mostSearches) {
      throw new Refuse('bank.too_many_searches', { most: mostSearches });
    }
    if (await isNameTaken(ctx.tx, { userId, name, exceptId: null })) throw new Refuse('bank.name_taken', {}, 'name');
    const searchId = newId();
    await ctx.tx.insert(savedSearch).values({
      id: searchId,
      structureId: membership.structureId,
      ownerId: userId,
      name,
      shared,
      filters,
      columns,
    });
    await recordAudit(ctx, { action: 'bank.saveSearch', subjectKind: 'saved_search', subjectId: searchId });
    return { searchId };
  });
