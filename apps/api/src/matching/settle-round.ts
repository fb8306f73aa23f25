import type { Tx } from '@jonction/db/client';
import { proposalRound } from '@jonction/db/matching/tables';
import type { Context } from '../context.ts';
import { Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import type { OfferToRank } from './prepare.ts';
import { type JudgedRound, judgeRound } from './round.ts';

/** Judges a sending before it leaves: refused when those whom nobody puts forward have no part in it and nobody says why. */
export async function askRound(
  ctx: Context & { tx: Tx },
  { offer, chosen, reason }: { offer: OfferToRank; chosen: readonly string[]; reason: string | null },
): Promise<JudgedRound> {
  const round = await judgeRound(ctx, offer, chosen);
  if (!round.isMet && reason === null) {
    throw new Refuse('matching.round_reason_needed', { size: round.size, wanted: round.wanted }, 'roundReason');
  }
  return round;
}

/** Keeps what was judged beside the sending, with the reason where it went on without. */
export async function keepRound(
  ctx: Context & { tx: Tx },
  round: JudgedRound,
  { pushId, offer, reason }: { pushId: string; offer: OfferToRank; reason: string | null },
): Promise<void> {
  await ctx.tx.insert(proposalRound).values({
    pushId,
    structureId: offer.structureId,
    offerId: offer.id,
    size: round.size,
    wanted: round.wanted,
    given: round.given,
    reason: round.isMet ? null : reason,
    rulesVersion: round.rulesVersion,
    decidedBy: speaker(ctx).userId,
  });
}
