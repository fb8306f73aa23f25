import { findPositioning } from '@jonction/db/positioning/queries';
import { answerInput } from '@jonction/domain/positioning/answer';
import { actOnPositioning, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { parisInstant } from '@jonction/domain/shared/paris-time';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { recordMove } from './record-move.ts';

/** A company answers for one CV, by its link or its account; or a facilitator types what it said on the phone. */
export const answer = procedure('positioning.answer')
  .input(answerInput)
  .output(z.object({ status: z.enum(positioningStatuses) }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId, { lock: true }), 'positioning.not_found');
    const isStaff = ctx.actor.kind === 'user' && ctx.actor.membership?.role !== 'employer';
    const status = settle(actOnPositioning(row.status, input.answer, isStaff ? 'staff' : 'company'));
    await recordMove(ctx, row, status, {
      answeredAt: new Date(),
      answerNote: input.note,
      interviewAt: input.answer === 'meet' && input.interviewAt ? parisInstant(input.interviewAt) : row.interviewAt,
      refusalReason: input.answer === 'refuse' ? input.reason : null,
    });
    await recordAudit(ctx, {
      action: 'positioning.answer',
      subjectKind: 'positioning',
      subjectId: row.id,
      facts: { answer: input.answer },
    });
    return { status };
  });
