import { lockPlanned } from '@jonction/db/programme/queries';
import { plannedContract } from '@jonction/db/programme/tables';
import { plannedStatuses, statusAfter } from '@jonction/domain/programme/life';
import { actSchema } from '@jonction/domain/programme/planned-schema';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { logAct } from './log-act.ts';

/** A step of a planned contract: studied, answered, published, awarded, dropped... Who may is the table's to say; each step is logged. */
export const act = procedure('programme.act')
  .input(actSchema)
  .output(z.object({ plannedId: z.string(), status: z.enum(plannedStatuses) }))
  .mutation(async ({ ctx, input: { plannedId, act: done, on, why } }) => {
    const row = found(await lockPlanned(ctx.tx, plannedId), 'programme.not_found');
    const { userId, membership } = speaker(ctx);
    const status = settle(
      statusAfter(row, done, { role: membership.role, why }),
      done === 'answer' ? undefined : 'why',
    );
    if (on > ctx.today) throw new Refuse('programme.act_in_future', {}, 'on');
    const answers = (done === 'answer' || done === 'no_clause') && row.answeredOn === null;
    await ctx.tx
      .update(plannedContract)
      .set({
        status,
        ...(status === row.status ? {} : { statusSince: on }),
        ...(answers ? { answeredOn: on < row.receivedOn ? row.receivedOn : on } : {}),
        // Whoever takes up a study without owner owns it.
        ...(done === 'study' && row.ownerId === null ? { ownerId: userId } : {}),
        version: sql`${plannedContract.version} + 1`,
      })
      .where(eq(plannedContract.id, plannedId));
    await logAct(ctx, row, {
      act: done,
      to: status,
      on,
      why,
      facts: done === 'answer' ? { dueHours: row.dueHours } : {},
    });
    await recordAudit(ctx, {
      action: 'programme.act',
      subjectKind: 'planned_contract',
      subjectId: plannedId,
      facts: { act: done },
    });
    await emit(ctx.tx, { type: 'programme.changed', structureId: row.structureId, subjectId: plannedId });
    return { plannedId, status };
  });
