import { listQueryGroups } from '@jonction/db/bank/queries';
import { participantFilters } from '@jonction/db/participant/filter';
import { listQueriesSchema, queriesPageSize } from '@jonction/domain/bank/query';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { z } from 'zod';
import { ownOccupationTable } from '../reference/own-occupations.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const mostGuesses = 2;

/** What the team asked of its bank and found nobody, or opened nobody: the words, how often, and what they may mean. */
export const listQueries = procedure('bank.listQueries')
  .input(listQueriesSchema)
  .output(
    z.object({
      total: z.number(),
      pageSize: z.number(),
      rows: z.array(
        z.object({
          stems: z.string(),
          /** Null: filters alone. */
          words: z.string().nullable(),
          filters: z.array(z.enum(participantFilters)),
          times: z.number(),
          lastOn: z.string(),
          results: z.number(),
          /** How many had the words before any filter: over 0, the filters are the cause. */
          unfiltered: z.number(),
          fellBack: z.boolean(),
          guesses: z.array(z.object({ code: z.string(), label: z.string() })),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const structureId = structureOf(ctx);
    const groups = await listQueryGroups(ctx.tx, { ...input, structureId });
    const table = await ownOccupationTable(ctx.tx, structureId);
    return {
      total: groups[0]?.total ?? 0,
      pageSize: queriesPageSize,
      rows: groups.map(({ stems, words, filters, times, results, unfiltered, ...rest }) => ({
        ...{ stems, words, times, results, unfiltered },
        filters: participantFilters.filter((name) => filters.includes(name)),
        ...{ lastOn: rest.last_on, fellBack: rest.fell_back },
        guesses:
          words === null || unfiltered > 0
            ? []
            : searchOccupations(table.index, words, mostGuesses).map(({ code }) => ({
                code,
                label: table.labelOf(code),
              })),
      })),
    };
  });
