import { findMerge, listBlocks } from '@jonction/db/participant/merge';
import { mayUndoMerge } from '@jonction/domain/participant/merge';
import { type MergedKind, mergedKindOf, mergedKinds, undoBlocks } from '@jonction/domain/participant/merge-rows';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { mergeRow, mergeRowShape } from './list-merges.ts';

/** One merge: what followed, by kind, whether it can be undone, and row by row what contradicts. */
export const showMerge = procedure('participant.showMerge')
  .input(z.object({ mergeId: z.uuid() }))
  .output(
    mergeRowShape.extend({
      followed: z.array(z.object({ kind: z.enum(mergedKinds), count: z.number() })),
      mayUndo: z.boolean(),
      blocks: z.array(
        z.object({
          block: z.enum(undoBlocks),
          kind: z.enum(mergedKinds),
          /** The column of the record, where a line of it was corrected. */
          column: z.string().nullable(),
        }),
      ),
    }),
  )
  .query(async ({ ctx, input }) => {
    const row = found(await findMerge(ctx.tx, input.mergeId), 'participant.merge_not_found');
    const open = mayUndoMerge(row, ctx.today).ok;
    const blocks = open ? await listBlocks(ctx.tx, row.id) : [];
    const counts = new Map<MergedKind, number>();
    for (const { tab } of [...row.moved, ...row.aside]) {
      const kind = mergedKindOf(tab);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    await recordAudit(ctx, { action: 'participant.showMerge', subjectKind: 'participant', subjectId: row.keptId });
    return {
      ...mergeRow(row),
      followed: mergedKinds.flatMap((kind) => {
        const count = counts.get(kind);
        return count === undefined ? [] : [{ kind, count }];
      }),
      mayUndo: open && blocks.length === 0,
      blocks: blocks.map(({ block, tab, key }) => ({
        block: z.enum(undoBlocks).parse(block),
        kind: mergedKindOf(tab),
        column: key.column ?? null,
      })),
    };
  });
