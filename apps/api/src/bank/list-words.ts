import { listWordRows } from '@jonction/db/bank/words';
import { z } from 'zod';
import { instant } from '../participant/shape.ts';
import { occupationTable } from '../reference/occupations.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The words that mean an occupation in the structure, whatever the reference makes of them. */
export const listWords = procedure('bank.listWords')
  .output(
    z.array(
      z.object({
        id: z.string(),
        words: z.string(),
        code: z.string(),
        label: z.string(),
        addedAt: instant,
        addedByName: z.string().nullable(),
      }),
    ),
  )
  .query(async ({ ctx }) => {
    const rows = await listWordRows(ctx.tx, structureOf(ctx));
    const table = await occupationTable(ctx.tx);
    return rows.map((row) => ({ ...row, label: table.labelOf(row.code) }));
  });
