import { lockPlanned } from '@jonction/db/programme/queries';
import { plannedContract } from '@jonction/db/programme/tables';
import { mayExempt } from '@jonction/domain/programme/exemption';
import { exemptSchema } from '@jonction/domain/programme/planned-schema';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { logAct } from './log-act.ts';

/**
 * Why a buyer does without social conditions that it owes: one of the four reasons of CCP L2112-2-1 with its words, or null to take it
 * back. Every one ever written stays in the log.
 */
export const exempt = procedure('programme.exempt')
  .input(exemptSchema)
  .output(z.object({ plannedId: z.string() }))
  .mutation(async ({ ctx, input: { plannedId, exemption } }) => {
    const row = found(await lockPlanned(ctx.tx, plannedId), 'programme.not_found');
    if (exemption !== null) settle(mayExempt(row, exemption), 'reason');
    await ctx.tx
      .update(plannedContract)
      .set({
        exemptionReason: exemption?.reason ?? null,
        exemptionWords: exemption?.words ?? null,
        version: sql`${plannedContract.version} + 1`,
      })
      .where(eq(plannedContract.id, plannedId));
    await logAct(ctx, row, {
      act: exemption === null ? 'exemption_withdrawn' : 'exempted',
      why: exemption?.words ?? row.exemptionWords,
      facts: { reason: exemption?.reason ?? row.exemptionReason },
    });
    await recordAudit(ctx, { action: 'programme.exempt', subjectKind: 'planned_contract', subjectId: plannedId });
    await emit(ctx.tx, { type: 'programme.changed', structureId: row.structureId, subjectId: plannedId });
    return { plannedId };
  });
