import type { Tx } from '@jonction/db/client';
import {
  type GroupRow,
  insertGroup,
  listGroups,
  listMemberParts,
  listTransfers,
  lockTransfers,
} from '@jonction/db/contract/consortium';
import { listBills } from '@jonction/db/contract/obligation';
import { clause, contract, lotHolder } from '@jonction/db/contract/tables';
import { checkEnd, checkResume, endGroupSchema, resumeGroupSchema } from '@jonction/domain/contract/group-end';
import { stateOf } from '@jonction/domain/contract/transfer';
import { type Day, earlier, parisDayOf } from '@jonction/domain/shared/day';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker, structureOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { writableContract } from '../head.ts';
import { partsNow } from './share-again.ts';

/**
 * Says on which day the members of a group stop sharing an obligation, and why. Their last parts stay as its final account, transfers
 * that both signed stand, those that wait count no more; the clause owes what it owed.
 */
export const endGroup = procedure('contract.endGroup')
  .input(endGroupSchema)
  .output(z.object({ version: z.number() }))
  .mutation(async ({ ctx, input: { clauseId, version: known, endedOn, reason } }) => {
    const { group, of } = await changeable(ctx, clauseId, known);
    const [head] = await ctx.tx
      .select({ notifiedOn: contract.notifiedOn })
      .from(contract)
      .where(eq(contract.id, group.contractId));
    const signed = (await listTransfers(ctx.tx, { clauseId })).filter((one) => stateOf(one) === 'signed');
    const days = signed.map(({ signedOn, actedAt }) => signedOn ?? (actedAt ? parisDayOf(new Date(actedAt)) : null));
    const last = days.reduce<Day | null>((latest, day) => (day && (!latest || day > latest) ? day : latest), null);
    settle(
      checkEnd(endedOn, {
        ...{ cause: group.cause, today: ctx.today, notifiedOn: head?.notifiedOn ?? null },
        // A clock that is ahead of the day of the team would refuse every day.
        lastSignedOn: last === null ? null : earlier(last, ctx.today),
      }),
      'endedOn',
    );
    const parts = await listMemberParts(ctx.tx, [group]);
    const { mode, liability, leadId, dueCentihours } = group;
    const version = await insertGroup(ctx.tx, {
      ...{ clauseId, structureId: of.structureId, contractId: of.contractId, buyerId: of.buyerId },
      ...{ mode, liability, leadId, dueCentihours, cause: 'ended', endedOn, reason, recordedBy: speaker(ctx).userId },
      parts: parts.map(({ clauseId: _, name: __, ...part }) => part),
    });
    await told(ctx, { clauseId, structureId: of.structureId, version }, { action: 'contract.endGroup', endedOn });
    return { version };
  });

/** Takes the end of a group back: its members share again, as they did, what is owed by now; transfers that waited wait again. */
export const resumeGroup = procedure('contract.resumeGroup')
  .input(resumeGroupSchema)
  .output(z.object({ version: z.number() }))
  .mutation(async ({ ctx, input: { clauseId, version: known } }) => {
    const { group, of } = await changeable(ctx, clauseId, known);
    const parts = await listMemberParts(ctx.tx, [group]);
    const holders = await ctx.tx
      .select({ id: lotHolder.organisationId })
      .from(lotHolder)
      .where(eq(lotHolder.lotId, of.lotId));
    const memberIds = parts.map(({ organisationId }) => organisationId);
    settle(checkResume(group.cause, { memberIds, holderIds: holders.map(({ id }) => id) }));
    const { mode, liability, leadId } = group;
    const dueCentihours = 100 * of.dueHours;
    const bills = await listBills(ctx.tx, [of.lotId], { structureId: of.structureId });
    const version = await insertGroup(ctx.tx, {
      ...{ clauseId, structureId: of.structureId, contractId: of.contractId, buyerId: of.buyerId },
      ...{ mode, liability, leadId, dueCentihours, cause: 'resumed', recordedBy: speaker(ctx).userId },
      parts: partsNow(group, parts, { dueCentihours, bills }),
    });
    await told(ctx, { clauseId, structureId: of.structureId, version }, { action: 'contract.resumeGroup' });
    return { version };
  });

/** The group that the screen showed, held until the end of what is done with it. */
async function changeable(
  ctx: Context & { tx: Tx },
  clauseId: string,
  version: number,
): Promise<{ group: GroupRow; of: typeof clause.$inferSelect }> {
  const structureId = structureOf(ctx);
  const [row] = await ctx.tx
    .select()
    .from(clause)
    .where(and(eq(clause.id, clauseId), eq(clause.structureId, structureId)));
  const of = found(row, 'contract.clause_not_found');
  await writableContract(ctx, of.contractId);
  await lockTransfers(ctx.tx, clauseId);
  const [known] = await listGroups(ctx.tx, [clauseId]);
  const group = found(known, 'contract.group_not_found');
  if (group.version !== version) throw new Refuse('contract.group_changed_meanwhile');
  return { group, of };
}

async function told(
  ctx: Context & { tx: Tx },
  { clauseId, structureId, version }: { clauseId: string; structureId: string; version: number },
  { action, ...facts }: { action: 'contract.endGroup' | 'contract.resumeGroup'; endedOn?: Day },
): Promise<void> {
  await recordAudit(ctx, { action, subjectKind: 'clause', subjectId: clauseId, facts: { version, ...facts } });
  await emit(ctx.tx, { type: 'contract.shares_set', structureId, subjectId: clauseId });
}
