import { keepColumns } from '@jonction/db/census/views';
import { censusColumns, columnsAmong } from '@jonction/domain/census/columns';
import { setColumnsSchema } from '@jonction/domain/census/view';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The columns that somebody wants to see from now on; none: the usual ones. They are shown in the order of the house. */
export const setColumns = procedure('census.setColumns')
  .input(setColumnsSchema)
  .output(z.object({ columns: z.array(z.enum(censusColumns)) }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const columns = [...columnsAmong(input.columns)];
    await keepColumns(ctx.tx, { userId, structureId: membership.structureId }, columns);
    return { columns };
  });
