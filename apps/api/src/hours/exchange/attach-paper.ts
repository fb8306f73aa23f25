import { findFile } from '@jonction/db/file/queries';
import { hourPaper } from '@jonction/db/hours/exchange-tables';
import { lockPaper } from '@jonction/db/hours/papers';
import { countCurrentLines, findLine, findStandingLine } from '@jonction/db/hours/queries';
import { newId } from '@jonction/db/new-id';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import { attachPaperSchema, evidenceOfPaper } from '@jonction/domain/hours/paper';
import { safeText } from '@jonction/domain/reference/safe-text';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { declareRows } from '../declare-rows.ts';
import { sideOf } from './side.ts';

/**
 * A paper put on a line of hours. Where a rule waits for it, the line is declared anew with it, and judged: what was waiting moves
 * at once. Answers the line in force.
 */
export const attachPaper = procedure('hours.attachPaper')
  .input(attachPaperSchema)
  .output(z.object({ paperId: z.string(), lineId: z.string(), unread: z.boolean(), announced: z.boolean() }))
  .mutation(async ({ ctx, input: { lineId, kind, fileId } }) => {
    const { side, userId } = sideOf(ctx);
    const line = found(await findLine(ctx.tx, lineId), 'hours.line_not_found');
    if ((await countCurrentLines(ctx.tx, [lineId])) === 0) throw new Refuse('hours.paper_corrected', {}, 'fileId');
    const file = found(await findFile(ctx.tx, fileId, 'paper'), 'file.not_found');
    // Whoever attaches a paper brought it: an id seen elsewhere opens nothing.
    if (file.uploadedBy !== userId) throw new Refuse('file.not_found', {}, 'fileId');
    const [facts] = await readPlacementFacts(ctx.tx, [line.placementId]);
    const { structure: structureId, employerId } = found(facts, 'hours.line_not_found');
    const paperId = newId();
    await ctx.tx
      .insert(hourPaper)
      .values({ id: paperId, structureId, employerId, lineId, kind, fileId, side, broughtBy: userId });
    const evidence = evidenceOfPaper(kind);
    const announced = evidence !== null && !line.evidence.includes(evidence);
    if (announced) {
      const { placementId, from, to, payer, centihours } = line;
      const row = { placementId, from, to, kind: line.kind, payer, centihours, evidence: [...line.evidence, evidence] };
      await declareRows(ctx.tx, [row], { source: 'form', userId, today: ctx.today });
    }
    await recordAudit(ctx, {
      action: 'hours.attachPaper',
      subjectKind: 'hour_line',
      subjectId: lineId,
      facts: { paper: paperId, kind },
    });
    const standing = announced ? await findStandingLine(ctx.tx, lineId) : lineId;
    return { paperId, lineId: standing ?? lineId, unread: file.unread !== false, announced };
  });

/**
 * A paper brought by mistake: nobody opens it any more, its bytes are erased, and the line says that there was one, who took it back
 * and why.
 */
export const withdrawPaper = procedure('hours.withdrawPaper')
  .input(z.object({ paperId: z.uuid(), reason: safeText('hours.paper_reason_missing', { most: 300 }) }))
  .mutation(async ({ ctx, input: { paperId, reason } }) => {
    const paper = found(await lockPaper(ctx.tx, paperId), 'hours.paper_not_found');
    if (paper.withdrawnAt !== null) throw new Refuse('hours.paper_withdrawn');
    await ctx.tx
      .update(hourPaper)
      .set({ withdrawnBy: sideOf(ctx).userId, withdrawnAt: new Date(), withdrawnReason: reason })
      .where(eq(hourPaper.id, paperId));
    await recordAudit(ctx, {
      action: 'hours.withdrawPaper',
      subjectKind: 'hour_line',
      subjectId: paper.lineId,
      facts: { paper: paperId },
    });
    await emit(ctx.tx, { type: 'hours.paper_withdrawn', structureId: paper.structureId, subjectId: paperId });
  });
