import { keepNote, readNote } from '@jonction/db/positioning/notes';
import { findPositioning } from '@jonction/db/positioning/queries';
import { answerInput } from '@jonction/domain/positioning/answer';
import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { settleAnswer } from '@jonction/domain/positioning/settle-answer';
import { positioningWords } from '@jonction/domain/positioning/words';
import { parisInstant } from '@jonction/domain/shared/paris-time';
import { translate } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { proposeInterview } from './propose-interview.ts';
import { moverOf, recordMove } from './record-move.ts';

/**
 * A company answers for one CV, by its link or its account; or a facilitator types what it said on the phone. The same
 * answer twice is one; of two different ones at once, the second reads where the first has led.
 */
export const answer = procedure('positioning.answer')
  .input(answerInput)
  .output(z.object({ status: z.enum(positioningStatuses), unchanged: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId, { lock: true }), 'positioning.not_found');
    const answerNote = await readNote(ctx.tx, row.id);
    const by = moverOf(ctx);
    const interviewAt = input.answer === 'meet' && input.interviewAt ? parisInstant(input.interviewAt) : null;
    const settled = settle(settleAnswer({ ...row, answerNote }, { ...input, interviewAt }, by.actor));
    if (settled.kind === 'overtaken') {
      const now = translate(positioningWords, ctx.locale, `positioning.status.${row.status}`);
      throw new Refuse('positioning.answer_conflict', { now, status: row.status });
    }
    if (settled.kind === 'unchanged') return { status: settled.status, unchanged: true };
    await recordMove(ctx.tx, row, {
      act: input.answer,
      to: settled.status,
      by,
      set: {
        answeredAt: new Date(),
        interviewAt: interviewAt ?? row.interviewAt,
        refusalReason: input.answer === 'refuse' ? input.reason : null,
      },
    });
    await keepNote(ctx.tx, row, input.note);
    if (interviewAt) await proposeInterview(ctx.tx, row, interviewAt);
    await recordAudit(ctx, {
      action: 'positioning.answer',
      subjectKind: 'positioning',
      subjectId: row.id,
      facts: { answer: input.answer },
    });
    return { status: settled.status, unchanged: false };
  });
