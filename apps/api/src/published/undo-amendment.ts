import { insertCorrections } from '@jonction/db/contract/correct';
import { refreshStanding } from '@jonction/db/contract/facts';
import { insertEvents } from '@jonction/db/contract/write';
import { readDecidedAmendments, writeAmounts } from '@jonction/db/published/amendments';
import { readSides } from '@jonction/db/published/pairs';
import { publishedAmendment } from '@jonction/db/published/tables';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { writableContract } from '../contract/head.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/**
 * Takes back what was decided of an amendment: it is proposed again. The end and the amount that it had given go back to what they were,
 * by an event and a correction that follow (nothing said is ever erased); refused where somebody changed them since.
 */
export const undoAmendment = procedure('published.undoAmendment')
  .input(z.object({ decisionId: z.uuid() }))
  .output(z.object({ contractId: z.string() }))
  .mutation(async ({ ctx, input: { decisionId } }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const [seen] = await readDecidedAmendments(ctx.tx, structureId, { id: decisionId, limit: 1 });
    const { contractId } = found(seen, 'published.decision_not_found');
    const { buyerId } = await writableContract(ctx, contractId);
    const [row] = await readDecidedAmendments(ctx.tx, structureId, { id: decisionId, limit: 1 });
    const { said, eventId, endsBefore, amountBefore, amountAfter } = found(row, 'published.decision_not_found');
    const now = found((await readSides(ctx.tx, structureId, [contractId])).get(contractId), 'contract.not_found');
    // One that takes effect later has not moved the end yet.
    const inForce = (said.on ?? ctx.today) <= ctx.today;
    const endMoved = eventId !== null && inForce && now.endsOn !== (said.endsOn?.after ?? null);
    const amountMoved = amountAfter !== null && now.amountCents !== amountAfter;
    if (endMoved || amountMoved) throw new Refuse('published.amendment_settled');
    const trace = { contractId, buyerId, lotId: null, source: 'decp' as const, recordedOn: ctx.today };
    if (eventId !== null && endsBefore !== null) {
      await insertEvents(ctx.tx, [
        {
          ...trace,
          ...{ type: 'extend', on: said.on ?? ctx.today, endsOn: endsBefore, saidBy: null, authorId: userId },
          facts: { endsBefore: now.endsOn, endsAfter: endsBefore, undone: 1 },
        },
      ]);
      await refreshStanding(ctx.tx, [contractId], ctx.today);
      await emit(ctx.tx, { type: 'contract.event_recorded', structureId, subjectId: contractId });
    }
    if (amountAfter !== null) {
      await insertCorrections(ctx.tx, [
        { ...trace, field: 'amount_cents', before: amountAfter, after: amountBefore, saidBy: null, authorId: userId },
      ]);
      await writeAmounts(ctx.tx, [{ contractId, amountCents: amountBefore }]);
    }
    await ctx.tx
      .update(publishedAmendment)
      .set({ undoneAt: sql`clock_timestamp()`, undoneBy: userId })
      .where(eq(publishedAmendment.id, decisionId));
    await recordAudit(ctx, { action: 'published.undoAmendment', subjectKind: 'contract', subjectId: contractId });
    return { contractId };
  });
