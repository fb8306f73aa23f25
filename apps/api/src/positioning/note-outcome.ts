import { changeInterview, findInterview } from '@jonction/db/positioning/interviews';
import { findPositioning } from '@jonction/db/positioning/queries';
import { mayTellOutcome, outcomeInput } from '@jonction/domain/positioning/interview';
import { endOfParisDay } from '@jonction/domain/shared/day';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { moverOf } from './record-move.ts';

/** What became of a meeting, said by the company or typed by the team. The last word said stays. */
export const noteOutcome = procedure('positioning.noteOutcome')
  .input(outcomeInput)
  .mutation(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId), 'positioning.not_found');
    const known = found(await findInterview(ctx.tx, row.id, { lock: true }), 'positioning.interview_not_found');
    settle(mayTellOutcome(input.outcome, known.at, endOfParisDay(ctx.today)));
    const { actor } = moverOf(ctx);
    const outcomeBy = actor === 'employer' || actor === 'link' ? actor : 'facilitator';
    await changeInterview(ctx.tx, known.id, { outcome: input.outcome, feedback: input.feedback, outcomeBy });
    await recordAudit(ctx, {
      action: 'positioning.noteOutcome',
      subjectKind: 'positioning',
      subjectId: row.id,
      facts: { outcome: input.outcome },
    });
  });
