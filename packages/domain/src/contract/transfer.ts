import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { roundHalfUp, toSafeNumber } from '../shared/rational.ts';
import type { MemberBalance } from './member-balance.ts';

/** Where a transfer of hours stands: proposed, signed by both, refused by the other, taken back by whoever proposed it, or left without an answer when its group ended. */
export const transferStates = ['waiting', 'signed', 'refused', 'withdrawn', 'lapsed'] as const;
export type TransferState = (typeof transferStates)[number];

/** What ends the wait. `paper`: signed by both on paper, written down by the team with the paper. */
export const transferActs = ['sign', 'refuse', 'withdraw', 'paper'] as const;
export type TransferAct = (typeof transferActs)[number];

/** What whoever proposes does: it takes over hours of the other, or has hours of its own taken over. */
export const transferSides = ['sell', 'buy'] as const;
export type TransferSide = (typeof transferSides)[number];

const terms = {
  clauseId: z.uuid(),
  centihours: z
    .int({ error: 'contract.transfer_hours_malformed' })
    .positive({ error: 'contract.transfer_hours_malformed' })
    .max(1_000_000_000),
  /** Of an hour, HT; nought is a price too. */
  priceCents: z
    .int({ error: 'contract.transfer_price_out_of_range' })
    .min(0, { error: 'contract.transfer_price_out_of_range' })
    .max(50_000, { error: 'contract.transfer_price_out_of_range' }),
  reason: z.string().trim().min(1, { error: 'contract.transfer_reason_missing' }).max(1000),
};

export const proposeTransferSchema = z.object({
  ...terms,
  side: z.enum(transferSides),
  otherId: z.uuid({ error: 'contract.transfer_other_missing' }),
});

export const recordTransferSchema = z.object({
  ...terms,
  sellerId: z.uuid({ error: 'contract.transfer_other_missing' }),
  purchaserId: z.uuid({ error: 'contract.transfer_other_missing' }),
  signedOn: daySchema,
  /** The paper that both signed. */
  fileId: z.uuid({ error: 'contract.transfer_paper_missing' }),
});

export const refuseTransferSchema = z.object({
  transferId: z.uuid(),
  reason: terms.reason,
});

/** What the purchaser pays, in cents HT: hours by the price of one, half up to the cent. */
export function transferTotalCents(centihours: number, priceCents: number): number {
  return toSafeNumber(roundHalfUp(BigInt(centihours) * BigInt(priceCents), 100n));
}

/** `lapsed`: its group ended while nobody had answered, and was not taken up again. */
export function stateOf({ act, lapsed }: { act: TransferAct | null; lapsed: boolean }): TransferState {
  if (act === null) return lapsed ? 'lapsed' : 'waiting';
  if (act === 'refuse') return 'refused';
  return act === 'withdraw' ? 'withdrawn' : 'signed';
}

/**
 * Whether a member may take over that many hours: it sells what it did and still holds, never what it hopes to do. Counted when it
 * proposes and again when the transfer is signed. Rule of the house.
 */
export function checkSeller(
  { heldCentihours }: Pick<MemberBalance, 'heldCentihours'>,
  centihours: number,
): Decision<null, 'contract.transfer_over_done'> {
  if (centihours <= heldCentihours) return accepted(null);
  return refused('contract.transfer_over_done', { heldCentihours: Math.max(0, heldCentihours) });
}

/** Whether a member may be relieved of that many hours: never of more than it owes. Rule of the house. */
export function checkPurchaser(
  { effectiveCentihours }: Pick<MemberBalance, 'effectiveCentihours'>,
  centihours: number,
): Decision<null, 'contract.transfer_over_due'> {
  if (centihours <= effectiveCentihours) return accepted(null);
  return refused('contract.transfer_over_due', { effectiveCentihours: Math.max(0, effectiveCentihours) });
}

/** A double click proposes once: the same hours between the same two at the same price wait already. */
export function checkNotTwice(
  terms: Pick<Proposed, 'sellerId' | 'purchaserId'> & { centihours: number; priceCents: number },
  waiting: readonly (typeof terms)[],
): Decision<null, 'contract.transfer_twice'> {
  const same = waiting.some(
    (one) =>
      one.sellerId === terms.sellerId &&
      one.purchaserId === terms.purchaserId &&
      one.centihours === terms.centihours &&
      one.priceCents === terms.priceCents,
  );
  return same ? refused('contract.transfer_twice') : accepted(null);
}

/** What the others owe a member for the transfers that it signed, in cents; below zero what it owes them. Over a group: nought. */
export function paidCents(
  organisationId: string,
  signed: readonly { sellerId: string; purchaserId: string; totalCents: number }[],
): number {
  return signed.reduce((sum, { sellerId, purchaserId, totalCents }) => {
    if (sellerId === organisationId) return sum + totalCents;
    return purchaserId === organisationId ? sum - totalCents : sum;
  }, 0);
}

export interface Proposed {
  sellerId: string;
  purchaserId: string;
  /** Null: written down by the team. */
  proposerId: string | null;
  state: TransferState;
}

/** Two different members; the team writes down what was signed today at the latest. */
export function checkParties(
  { sellerId, purchaserId }: Pick<Proposed, 'sellerId' | 'purchaserId'>,
  memberIds: readonly string[],
): Decision<null, 'contract.transfer_with_self' | 'contract.transfer_not_member'> {
  if (sellerId === purchaserId) return refused('contract.transfer_with_self');
  if (!memberIds.includes(sellerId) || !memberIds.includes(purchaserId)) return refused('contract.transfer_not_member');
  return accepted(null);
}

export function checkSignedOn(signedOn: Day, today: Day): Decision<null, 'contract.transfer_in_future'> {
  return signedOn <= today ? accepted(null) : refused('contract.transfer_in_future');
}

/**
 * Whether a member may do this to a transfer: the one that did not propose signs or refuses, the one that proposed takes back, once,
 * while it waits. A signed transfer is undone by another the other way.
 */
export function mayAnswer(
  transfer: Proposed,
  act: Exclude<TransferAct, 'paper'>,
  organisationId: string,
): Decision<
  null,
  | 'contract.group_ended'
  | 'contract.transfer_changed_meanwhile'
  | 'contract.transfer_not_yours_to_sign'
  | 'contract.transfer_not_yours_to_withdraw'
> {
  if (transfer.state === 'lapsed') return refused('contract.group_ended');
  if (transfer.state !== 'waiting') return refused('contract.transfer_changed_meanwhile');
  const party = organisationId === transfer.sellerId || organisationId === transfer.purchaserId;
  const proposed = transfer.proposerId === organisationId;
  if (act === 'withdraw')
    return party && proposed ? accepted(null) : refused('contract.transfer_not_yours_to_withdraw');
  return party && !proposed ? accepted(null) : refused('contract.transfer_not_yours_to_sign');
}
