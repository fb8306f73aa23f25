import { sqlStateOf } from '@jonction/db/client';
import { lockContest } from '@jonction/db/hours/contests';
import { hourContest, hourContestWord } from '@jonction/db/hours/exchange-tables';
import { findLine } from '@jonction/db/hours/queries';
import { newId } from '@jonction/db/new-id';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import {
  answerContestSchema,
  closeContest as close,
  closeContestSchema,
  contestSchema,
  sayInContest,
} from '@jonction/domain/hours/contest';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { sideOf } from './side.ts';
import { tellContest } from './tell-contest.ts';

/** An outcome contested in the open: the hours stay what they are, the mark stands beside them until somebody decides. */
export const contest = procedure('hours.contest')
  .input(contestSchema)
  .output(z.object({ contestId: z.string() }))
  .mutation(async ({ ctx, input: { lineId, body } }) => {
    const { side, userId } = sideOf(ctx);
    const line = found(await findLine(ctx.tx, lineId), 'hours.line_not_found');
    const [facts] = await readPlacementFacts(ctx.tx, [line.placementId]);
    const { structure: structureId, employerId } = found(facts, 'hours.line_not_found');
    const contestId = newId();
    try {
      await ctx.tx.transaction((inner) =>
        inner.insert(hourContest).values({ id: contestId, structureId, employerId, lineId, side, openedBy: userId }),
      );
    } catch (error) {
      if (sqlStateOf(error) === '23505') throw new Refuse('hours.contest_waiting', {}, 'body');
      throw error;
    }
    await ctx.tx.insert(hourContestWord).values({ structureId, employerId, contestId, side, saidBy: userId, body });
    await recordAudit(ctx, {
      action: 'hours.contest',
      subjectKind: 'hour_line',
      subjectId: lineId,
      facts: { contest: contestId },
    });
    await emit(ctx.tx, { type: 'hours.contested', structureId, subjectId: lineId });
    return { contestId };
  });

/** A word more in an open contest, of either side. The company that contested is told by a letter that the team answered. */
export const answerContest = procedure('hours.answerContest')
  .input(answerContestSchema)
  .mutation(async ({ ctx, input: { contestId, body } }) => {
    const { side, userId } = sideOf(ctx);
    const row = found(await lockContest(ctx.tx, contestId), 'hours.contest_not_found');
    settle(sayInContest(row));
    const { structureId, employerId, lineId } = row;
    await ctx.tx.insert(hourContestWord).values({ structureId, employerId, contestId, side, saidBy: userId, body });
    await recordAudit(ctx, {
      action: 'hours.answerContest',
      subjectKind: 'hour_line',
      subjectId: lineId,
      facts: { contest: contestId },
    });
    if (side === 'team') await tellContest(ctx, row, { closed: false });
    await emit(ctx.tx, { type: 'hours.contested', structureId, subjectId: lineId });
  });

/** The end of a contest: what the team decides and why, or whoever contested takes it back. */
export const closeContest = procedure('hours.closeContest')
  .input(closeContestSchema)
  .mutation(async ({ ctx, input: { contestId, outcome, body } }) => {
    const { side, userId } = sideOf(ctx);
    const row = found(await lockContest(ctx.tx, contestId), 'hours.contest_not_found');
    settle(close(row, { by: userId, side, outcome }), 'outcome');
    const { structureId, employerId, lineId } = row;
    await ctx.tx.insert(hourContestWord).values({ structureId, employerId, contestId, side, saidBy: userId, body });
    await ctx.tx
      .update(hourContest)
      .set({ outcome, closedBy: userId, closedAt: new Date() })
      .where(eq(hourContest.id, contestId));
    await recordAudit(ctx, {
      action: 'hours.closeContest',
      subjectKind: 'hour_line',
      subjectId: lineId,
      facts: { contest: contestId, outcome },
    });
    if (side === 'team') await tellContest(ctx, row, { closed: true });
    await emit(ctx.tx, { type: 'hours.contested', structureId, subjectId: lineId });
  });
