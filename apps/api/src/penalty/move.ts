import type { Tx } from '@jonction/db/client';
import { changePenalty, findPenalty, insertAct, type PenaltyRow } from '@jonction/db/penalty/queries';
import type { penaltyProposal } from '@jonction/db/penalty/tables';
import { movePenalty, type PenaltyActor } from '@jonction/domain/penalty/lifecycle';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';

type Change = Partial<typeof penaltyProposal.$inferInsert>;

/** One act on a proposal: allowed there, written, logged, audited. `change` is what the act writes beside the state. */
export async function move(
  ctx: Context & { tx: Tx },
  penaltyId: string,
  act: 'submit' | 'decide' | 'withdraw',
  change: (row: PenaltyRow) => Change = () => ({}),
): Promise<void> {
  const { userId, membership } = speaker(ctx);
  const actor: PenaltyActor = membership.role === 'buyer' ? 'buyer' : 'team';
  const seen = found(await findPenalty(ctx.tx, penaltyId), 'penalty.not_found');
  settle(movePenalty(seen.state, act, actor));
  // Held, and read again: of two acts at once, one comes too late.
  const row = await findPenalty(ctx.tx, penaltyId, true);
  const state = row ? settle(movePenalty(row.state, act, actor)) : null;
  if (row === null || state === null) throw new Refuse('penalty.act_not_allowed', { state: seen.state });
  // The act first: a buyer writes it while the proposal is still before it.
  await insertAct(ctx.tx, {
    structureId: row.structureId,
    penaltyId,
    act,
    byBuyer: actor === 'buyer',
    userId,
  });
  await changePenalty(ctx.tx, penaltyId, { ...change(row), state });
  await recordAudit(ctx, { action: `penalty.${act}`, subjectKind: 'penalty', subjectId: penaltyId });
}
