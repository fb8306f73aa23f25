import { lockDifficulty, listDifficulties as readDifficulties, worksOn } from '@jonction/db/hours/effort';
import { hourDifficulty } from '@jonction/db/hours/effort-tables';
import { newId } from '@jonction/db/new-id';
import {
  answerDifficultySchema,
  answerDifficulty as answerOnce,
  difficultyKinds,
  reportDifficultySchema,
} from '@jonction/domain/hours/effort';
import { pageSchema } from '@jonction/domain/shared/page';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** A company says what stands in the way of its hours. The day is kept: it is read beside the contract's end and its penalties. */
export const reportDifficulty = procedure('hours.reportDifficulty')
  .input(reportDifficultySchema)
  .output(z.object({ difficultyId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    if (!(await worksOn(ctx.tx, input.contractId))) throw new Refuse('hours.contract_not_found');
    const difficultyId = newId();
    const { structureId, organisationId: employerId } = membership;
    await ctx.tx.insert(hourDifficulty).values({ ...input, id: difficultyId, structureId, employerId, toldBy: userId });
    await recordAudit(ctx, {
      action: 'hours.reportDifficulty',
      subjectKind: 'contract',
      subjectId: input.contractId,
      facts: { difficulty: difficultyId, kind: input.kind },
    });
    await emit(ctx.tx, { type: 'hours.contested', structureId, subjectId: difficultyId });
    return { difficultyId };
  });

/** The team answers, once, with its date. */
export const answerDifficulty = procedure('hours.answerDifficulty')
  .input(answerDifficultySchema)
  .mutation(async ({ ctx, input: { difficultyId, body } }) => {
    const row = found(await lockDifficulty(ctx.tx, difficultyId), 'hours.difficulty_not_found');
    settle(answerOnce({ answered: row.answer !== null }), 'body');
    await ctx.tx
      .update(hourDifficulty)
      .set({ answer: body, answeredBy: speaker(ctx).userId, answeredAt: new Date() })
      .where(eq(hourDifficulty.id, difficultyId));
    await recordAudit(ctx, {
      action: 'hours.answerDifficulty',
      subjectKind: 'contract',
      subjectId: row.contractId,
      facts: { difficulty: difficultyId },
    });
  });

/** What companies reported to the structure, or what a company reported: those without an answer first. */
export const listDifficulties = procedure('hours.listDifficulties')
  .input(pageSchema.extend({ contractId: z.uuid().optional() }))
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          employerName: z.string(),
          contractId: z.string(),
          contractObject: z.string(),
          kind: z.enum(difficultyKinds),
          body: z.string(),
          toldByName: z.string().nullable(),
          toldAt: z.string(),
          answer: z.string().nullable(),
          answeredByName: z.string().nullable(),
          answeredAt: z.string().nullable(),
        }),
      ),
      total: z.number(),
      waiting: z.number(),
    }),
  )
  .query(({ ctx, input: { contractId, page, pageSize } }) =>
    readDifficulties(ctx.tx, { page, pageSize, ...(contractId ? { contractId } : {}) }),
  );
