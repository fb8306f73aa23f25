import { type findMerge, listMerges as listInBase } from '@jonction/db/participant/merge';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { instant } from './shape.ts';

export const mergeRowShape = z.object({
  id: z.string(),
  keptId: z.string(),
  keptNumber: z.number(),
  keptName: z.string(),
  goneId: z.string(),
  goneNumber: z.number(),
  goneName: z.string(),
  mergedAt: instant,
  mergedByName: z.string().nullable(),
  undoUntil: z.string(),
  undoneAt: instant.nullable(),
});

type Row = NonNullable<Awaited<ReturnType<typeof findMerge>>>;

export function mergeRow(row: Row): z.input<typeof mergeRowShape> {
  const { goneRow } = row;
  return {
    ...row,
    keptName: `${row.keptFirstName} ${row.keptLastName}`,
    goneNumber: goneRow.number,
    goneName: `${goneRow.first_name} ${goneRow.last_name}`,
  };
}

/** Every merge of the structure, undone ones too, the last first. */
export const listMerges = procedure('participant.listMerges')
  .input(z.object({ page: z.int().min(1).default(1), pageSize: z.int().min(1).max(200).default(40) }))
  .output(z.object({ rows: z.array(mergeRowShape), total: z.number() }))
  .query(async ({ ctx, input }) => {
    const { rows, total } = await listInBase(ctx.tx, input);
    return { rows: rows.map(mergeRow), total };
  });
