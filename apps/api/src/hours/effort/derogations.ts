import { sqlStateOf } from '@jonction/db/client';
import { findFile } from '@jonction/db/file/queries';
import { listHourDerogations, lockHourDerogation } from '@jonction/db/hours/effort';
import { hourDerogation } from '@jonction/db/hours/effort-tables';
import { findLine } from '@jonction/db/hours/queries';
import { newId } from '@jonction/db/new-id';
import { derogationDecisions } from '@jonction/domain/eligibility/derogation';
import {
  askHoursDerogationSchema,
  decideHoursDerogationSchema,
  askHoursDerogation as mayAsk,
  decideHoursDerogation as mayDecide,
} from '@jonction/domain/hours/derogation';
import { pageSchema } from '@jonction/domain/shared/page';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

const everything = { page: 1, pageSize: 100 };

export function hoursDerogationSeal(id: string): string {
  return `hour_derogation:${id}`;
}

/** A motivated opinion that refused hours be credited all the same: sealed, with its paper and its author. It moves nothing. */
export const askDerogation = procedure('hours.askDerogation')
  .input(askHoursDerogationSchema)
  .output(z.object({ derogationId: z.string() }))
  .mutation(async ({ ctx, input: { lineId, centihours, opinion, fileId } }) => {
    const line = found(await findLine(ctx.tx, lineId), 'hours.line_not_found');
    const { grantedCentihours } = await listHourDerogations(ctx.tx, { lineId, ...everything });
    settle(mayAsk({ rejected: line.rejected, granted: grantedCentihours }, centihours), 'centihours');
    if (fileId) found(await findFile(ctx.tx, fileId, 'paper'), 'file.not_found');
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    const id = newId();
    const sealed = await ctx.vault.seal(ctx.tx, structureId, hoursDerogationSeal(id), { opinion });
    try {
      await ctx.tx.transaction((inner) =>
        inner.insert(hourDerogation).values({
          ...{ id, structureId, lineId, clauseId: line.clauseId, centihours, sealed },
          ...{ fileId: fileId ?? null, askedBy: userId },
        }),
      );
    } catch (error) {
      if (sqlStateOf(error) === '23505') throw new Refuse('hours.derogation_waiting', {}, 'opinion');
      throw error;
    }
    await recordAudit(ctx, {
      action: 'hours.askDerogation',
      subjectKind: 'hour_line',
      subjectId: lineId,
      facts: { derogation: id, centihours },
    });
    return { derogationId: id };
  });

/** Granted or refused, by somebody else, once, with a reason. The hours are counted apart; the ledger stays as the rules wrote it. */
export const decideDerogation = procedure('hours.decideDerogation')
  .input(decideHoursDerogationSchema)
  .mutation(async ({ ctx, input: { derogationId, decision, reason } }) => {
    const row = found(await lockHourDerogation(ctx.tx, derogationId), 'hours.derogation_not_found');
    const { userId } = speaker(ctx);
    settle(mayDecide({ askedBy: row.askedBy, decided: row.decision !== null }, userId));
    await ctx.tx
      .update(hourDerogation)
      .set({ decision, decisionReason: reason, decidedBy: userId, decidedAt: new Date() })
      .where(eq(hourDerogation.id, derogationId));
    await recordAudit(ctx, {
      action: 'hours.decideDerogation',
      subjectKind: 'hour_line',
      subjectId: row.lineId,
      facts: { derogation: derogationId, decision },
    });
  });

/** Derogations on one page: reason, evidence, author, decision and date, and their hours counted apart. Each reading is logged. */
export const listDerogations = procedure('hours.listDerogations')
  .input(pageSchema.extend({ lineId: z.uuid().optional() }))
  .output(
    z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          lineId: z.string(),
          workerName: z.string(),
          employerName: z.string(),
          contractObject: z.string(),
          from: z.string(),
          to: z.string(),
          centihours: z.number(),
          opinion: z.string(),
          fileId: z.string().nullable(),
          askedByName: z.string().nullable(),
          askedAt: z.string(),
          mine: z.boolean(),
          decision: z.enum(derogationDecisions).nullable(),
          decisionReason: z.string().nullable(),
          decidedByName: z.string().nullable(),
          decidedAt: z.string().nullable(),
        }),
      ),
      total: z.number(),
      waiting: z.number(),
      grantedCentihours: z.number(),
    }),
  )
  .query(async ({ ctx, input: { lineId, page, pageSize } }) => {
    const { userId } = speaker(ctx);
    const listed = await listHourDerogations(ctx.tx, { page, pageSize, ...(lineId ? { lineId } : {}) });
    const rows = await Promise.all(
      listed.rows.map(async (row) => {
        const opened = await ctx.vault.open(ctx.tx, row.structureId, hoursDerogationSeal(row.id), row.sealed);
        return { ...row, ...z.object({ opinion: z.string() }).parse(opened), mine: row.askedBy === userId };
      }),
    );
    if (rows.length > 0) await recordAudit(ctx, { action: 'hours.listDerogations', facts: { count: rows.length } });
    return { ...listed, rows };
  });
