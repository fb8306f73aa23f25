import { listAwaited, lockLine } from '@jonction/db/paper/queries';
import { paperItem, paperPiece } from '@jonction/db/paper/tables';
import { mayRemind } from '@jonction/domain/hours/late';
import { decidePaper as decideOn, decidePaperSchema } from '@jonction/domain/paper/asked';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writePapersLetter } from './write-letter.ts';

/** Somebody of the team read the paper: it counts, or it does not and the company reads why. */
export const decide = procedure('paper.decide')
  .input(decidePaperSchema)
  .mutation(async ({ ctx, input: { itemId, accept, ...given } }) => {
    const line = found(await lockLine(ctx.tx, itemId, ctx.today), 'paper.not_found');
    const reason = given.reason || null;
    const decision = settle(decideOn(line.state, { accept, reason }), 'reason');
    await ctx.tx
      .update(paperPiece)
      .set({ decision, decisionReason: reason, decidedBy: speaker(ctx).userId, decidedAt: new Date() })
      .where(eq(paperPiece.id, line.pieceId ?? ''));
    await recordAudit(ctx, {
      action: 'paper.decide',
      subjectKind: 'paper_item',
      subjectId: itemId,
      facts: { decision },
    });
  });

/** A paper that is no longer needed: the line leaves the list, what was brought stays on record. */
export const cancel = procedure('paper.cancel')
  .input(z.object({ itemId: z.uuid() }))
  .mutation(async ({ ctx, input: { itemId } }) => {
    const line = found(await lockLine(ctx.tx, itemId, ctx.today), 'paper.not_found');
    if (line.state === 'cancelled') throw new Refuse('paper.cancelled');
    await ctx.tx
      .update(paperItem)
      .set({ cancelledAt: new Date(), cancelledBy: speaker(ctx).userId })
      .where(eq(paperItem.id, itemId));
    await recordAudit(ctx, { action: 'paper.cancel', subjectKind: 'paper_item', subjectId: itemId });
  });

/** One click: a letter about all that is awaited, by hand. The three days of an address hold for it too. */
export const remind = procedure('paper.remind')
  .input(z.object({ employerId: z.uuid() }))
  .output(z.object({ address: z.string() }))
  .mutation(async ({ ctx, input: { employerId } }) => {
    const { userId, name, membership } = speaker(ctx);
    const { structureId } = membership;
    const [row] = await listAwaited(ctx.tx, ctx.today, { structureId, employerId });
    const awaited = found(row, 'paper.not_found');
    const address = settle(mayRemind(awaited, ctx.today));
    await writePapersLetter(ctx.tx, awaited, { address, sentBy: userId, senderName: name, publicUrl: ctx.publicUrl });
    await recordAudit(ctx, { action: 'paper.remind', subjectKind: 'organisation', subjectId: employerId });
    return { address };
  });
