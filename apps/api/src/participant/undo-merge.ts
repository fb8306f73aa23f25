import { findMerge, listBlocks, undoInBase } from '@jonction/db/participant/merge';
import { mayUndoMerge } from '@jonction/domain/participant/merge';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { tellMerge } from './tell-merge.ts';

/** They were two people after all: each row goes back where it was. Refused while something contradicts; `showMerge` says what. */
export const undoMerge = procedure('participant.undoMerge')
  .input(z.object({ mergeId: z.uuid() }))
  .output(z.object({ keptId: z.string(), goneId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const merge = found(await findMerge(ctx.tx, input.mergeId), 'participant.merge_not_found');
    settle(mayUndoMerge(merge, ctx.today));
    const blocks = await listBlocks(ctx.tx, merge.id);
    if (blocks.length > 0) throw new Refuse('participant.merge_blocked', { count: blocks.length });
    await undoInBase(ctx.tx, merge.id);
    const { keptId, goneId } = merge;
    await recordAudit(ctx, {
      action: 'participant.undoMerge',
      subjectKind: 'participant',
      subjectId: keptId,
      facts: { merge: merge.id, gone: goneId },
    });
    await tellMerge(ctx.tx, { structureId: structureOf(ctx), keptId, goneId });
    return { keptId, goneId };
  });
