import { findStandingAnswers, lockContracts, withdrawAnswers } from '@jonction/db/census/changes';
import type { Tx } from '@jonction/db/client';
import { readFacts, refreshStanding, wholeContract } from '@jonction/db/contract/facts';
import { mayWithdraw } from '@jonction/domain/census/change';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/**
 * Takes back a change of many contracts, as a whole but for those on which something was said since that rests on it: these keep it,
 * and are counted. What was known until today stays known "as known on" earlier days. Refusals: not found, nothing left to take back.
 */
export const undo = procedure('census.undo')
  .input(z.object({ changeId: z.uuid() }))
  .output(z.object({ undone: z.number(), left: z.number() }))
  .mutation(async ({ ctx, input: { changeId } }) => {
    const taken = await takeBackChange(ctx, changeId);
    if (taken.undone === 0) throw new Refuse('census.nothing_to_undo');
    return taken;
  });

/** The same for whoever takes back several: a change of which nothing is left to take back is none to speak of. */
export async function takeBackChange(
  ctx: Context & { tx: Tx },
  changeId: string,
): Promise<{ undone: number; left: number }> {
  const { userId, membership } = speaker(ctx);
  const seen = found(await findStandingAnswers(ctx.tx, changeId), 'census.change_not_found');
  await lockContracts(
    ctx.tx,
    seen.map(({ contractId }) => contractId),
  );
  const answers = (await findStandingAnswers(ctx.tx, changeId)) ?? [];
  const ids = answers.map(({ contractId }) => contractId);
  const facts = await readFacts(ctx.tx, ids);
  const undone = answers.filter(({ contractId, eventId }) => {
    if (eventId === null) return true;
    const heard = wholeContract(facts.get(contractId) ?? []);
    return mayWithdraw(
      heard,
      heard.findIndex(({ id }) => id === eventId),
      ctx.today,
    );
  });
  const left = answers.length - undone.length;
  if (undone.length === 0) return { undone: 0, left };
  await withdrawAnswers(
    ctx.tx,
    undone.map(({ id }) => id),
    { today: ctx.today, userId },
  );
  await refreshStanding(
    ctx.tx,
    undone.map(({ contractId }) => contractId),
    ctx.today,
  );
  await recordAudit(ctx, {
    action: 'census.undo',
    subjectKind: 'census_change',
    subjectId: changeId,
    facts: { undone: undone.length, left },
  });
  await emit(ctx.tx, { type: 'census.changed', structureId: membership.structureId, subjectId: changeId });
  return { undone: undone.length, left };
}
