import { findColumns, listDirectorates, listViews } from '@jonction/db/census/views';
import { censusColumns, columnsAmong } from '@jonction/domain/census/columns';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** How somebody reads the census: her columns, her views and those of the team, the directorates to choose from. */
export const showSettings = procedure('census.showSettings')
  .output(
    z.object({
      columns: z.array(z.enum(censusColumns)),
      /** Those by which the census can be filtered. */
      directorates: z.array(z.object({ id: z.string(), name: z.string(), buyerName: z.string() })),
      views: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          shared: z.boolean(),
          /** The address of the census that it stands for, without its path. */
          search: z.string(),
          own: z.boolean(),
          userName: z.string(),
        }),
      ),
    }),
  )
  .query(async ({ ctx }) => {
    const { userId, membership } = speaker(ctx);
    const owner = { userId, structureId: membership.structureId };
    const columns = columnsAmong(await findColumns(ctx.tx, owner));
    const directorates = await listDirectorates(ctx.tx, membership.structureId);
    return { columns: [...columns], directorates, views: await listViews(ctx.tx, owner) };
  });
