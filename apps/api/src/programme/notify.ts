import { refreshStanding } from '@jonction/db/contract/facts';
import { findByReference, insertContract, insertEvents, saveClause } from '@jonction/db/contract/write';
import { lockPlanned } from '@jonction/db/programme/queries';
import { plannedContract } from '@jonction/db/programme/tables';
import { targetSchema } from '@jonction/domain/contract/target';
import { paris2021Set } from '@jonction/domain/eligibility/categories';
import { statusAfter } from '@jonction/domain/programme/life';
import { notifySchema } from '@jonction/domain/programme/planned-schema';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { requireOrganisation } from '../contract/require-organisation.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { logAct } from './log-act.ts';

/**
 * A planned contract that was notified becomes a contract of the register, with what was planned and its clause already written from the
 * sizing; each keeps the way to the other.
 */
export const notify = procedure('programme.notify')
  .input(notifySchema)
  .output(z.object({ plannedId: z.string(), contractId: z.string(), lotId: z.string() }))
  .mutation(async ({ ctx, input: { plannedId, reference, holderId, notifiedOn, endsOn } }) => {
    const row = found(await lockPlanned(ctx.tx, plannedId), 'programme.not_found');
    const { userId, membership } = speaker(ctx);
    if (row.contractId !== null) throw new Refuse('programme.already_notified');
    const status = settle(statusAfter(row, 'notify', { role: membership.role, why: null }));
    if (notifiedOn > ctx.today) throw new Refuse('programme.act_in_future', {}, 'notifiedOn');
    if (holderId !== null) await requireOrganisation(ctx.tx, holderId, 'employer', 'holderId');
    const { structureId, buyerId, object, amountCents } = row;
    const known = await findByReference(ctx.tx, buyerId, reference);
    if (known)
      throw new Refuse('contract.already_in_register', { reference, number: String(known.number) }, 'reference');
    const { contractId, lotId } = await insertContract(
      ctx.tx,
      {
        ...{ buyerId, reference, object, amountCents, notifiedOn, cpv: row.cpv },
        kind: row.kind === 'concession' ? 'concession' : 'contract',
        placeCode: row.area,
        placeKind: row.area === null ? null : row.area.length === 5 ? 'Code postal' : 'Code département',
        source: 'facilitator',
      },
      { number: null, object, holderId, amountCents },
      structureId,
    );
    await insertEvents(ctx.tx, [
      {
        ...{ contractId, buyerId, type: 'notify' as const, on: notifiedOn, endsOn, recordedOn: ctx.today },
        ...{ source: 'facilitator' as const, authorId: userId },
      },
    ]);
    await refreshStanding(ctx.tx, [contractId], ctx.today);
    if (row.target !== null) {
      const target = targetSchema.parse(row.target);
      await saveClause(ctx.tx, {
        ...{ structureId, contractId, lotId, buyerId, targetMode: target.mode, targetInputs: target },
        dueHours: row.dueHours ?? 0,
        categories: [{ ...paris2021Set, validFrom: null }],
        ...{ startsOn: notifiedOn, endsOn, createdBy: userId },
      });
    }
    await ctx.tx
      .update(plannedContract)
      .set({ status, contractId, statusSince: notifiedOn, version: sql`${plannedContract.version} + 1` })
      .where(eq(plannedContract.id, plannedId));
    await logAct(ctx, row, { act: 'notify', to: status, on: notifiedOn, facts: { reference } });
    await recordAudit(ctx, { action: 'programme.notify', subjectKind: 'contract', subjectId: contractId });
    await emit(ctx.tx, { type: 'contract.attached', structureId, subjectId: contractId });
    return { plannedId, contractId, lotId };
  });
