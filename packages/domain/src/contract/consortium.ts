import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { allot } from './allot.ts';

/** How co-contractors share one obligation: hours fixed for each, basis points, or what each invoices. */
export const shareModes = ['fixed', 'bps', 'invoiced'] as const;
export type ShareMode = (typeof shareModes)[number];

/** Who answers for whom (CCP R2142-20 to 24): each for its part, the lead for all, everybody for all. */
export const liabilities = ['joint', 'joint_lead_liable', 'several'] as const;
export type Liability = (typeof liabilities)[number];

/** What each version of a group comes from: the team's word, a new obligation or invoices that it follows, its end, its end taken back. */
export const shareCauses = ['set', 'due', 'ended', 'resumed'] as const;
export type ShareCause = (typeof shareCauses)[number];

export const setSharesSchema = z.object({
  clauseId: z.uuid(),
  mode: z.enum(shareModes),
  liability: z.enum(liabilities).nullable(),
  /** The one that speaks for the group (*mandataire*). */
  leadId: z.uuid({ error: 'contract.group_lead_missing' }),
  /** The version that the form was filled from; null: no group yet. */
  version: z.int().positive().nullable(),
  /** In the order shown: a tie of the rounding goes to the first. */
  members: z
    .array(
      z.object({
        organisationId: z.uuid(),
        shareBps: z.int().min(0, { error: 'contract.share_malformed' }).max(10_000).nullable().default(null),
        fixedCentihours: z.int().nonnegative({ error: 'contract.share_malformed' }).nullable().default(null),
      }),
    )
    .min(2, { error: 'contract.group_too_small' })
    .max(30),
});
export type SetShares = z.infer<typeof setSharesSchema>;

export interface GroupFacts {
  /** Companies of the lot. */
  holderIds: readonly string[];
  dueCentihours: number;
  /** Members with a transfer that waits or is signed: their place in the group is not taken away. */
  engagedIds: readonly string[];
}

type SharesRefused =
  | 'contract.group_member_twice'
  | 'contract.group_member_not_holder'
  | 'contract.group_lead_not_member'
  | 'contract.group_member_engaged'
  | 'contract.group_shares_off'
  | 'contract.fixed_shares_off';

/**
 * Whether a group may share an obligation so. Its members hold the lot, one of them leads, whoever signed or waits for a transfer
 * stays; basis points make 10,000, fixed hours make the obligation to the centihour. Rule of the house.
 */
export function checkShares(
  { mode, leadId, members }: Pick<SetShares, 'mode' | 'leadId' | 'members'>,
  { holderIds, dueCentihours, engagedIds }: GroupFacts,
): Decision<null, SharesRefused> {
  const ids = members.map(({ organisationId }) => organisationId);
  if (new Set(ids).size !== ids.length) return refused('contract.group_member_twice');
  if (ids.some((id) => !holderIds.includes(id))) return refused('contract.group_member_not_holder');
  if (!ids.includes(leadId)) return refused('contract.group_lead_not_member');
  if (engagedIds.some((id) => !ids.includes(id))) return refused('contract.group_member_engaged');
  if (mode === 'bps') {
    const sumBps = members.reduce((sum, { shareBps }) => sum + (shareBps ?? 0), 0);
    if (sumBps !== 10_000) return refused('contract.group_shares_off', { sumPercent: sumBps / 100 });
  }
  if (mode === 'fixed') {
    const sumCentihours = members.reduce((sum, { fixedCentihours }) => sum + (fixedCentihours ?? 0), 0);
    if (sumCentihours !== dueCentihours) return refused('contract.fixed_shares_off', { sumCentihours, dueCentihours });
  }
  return accepted(null);
}

/** What a member's part comes from; the mode says which of the three counts. */
export interface Share {
  shareBps: number | null;
  fixedCentihours: number | null;
  /** Everything it invoiced on the lot; below zero where credit notes are more. */
  invoicedCents: number;
}

/** Whether hours fixed for each no more make what is owed: the obligation changed since, and is shared in their proportion. */
export function fixedSharesDrifted(mode: ShareMode, dueCentihours: number, shares: readonly Share[]): boolean {
  return mode === 'fixed' && shares.reduce((sum, share) => sum + (share.fixedCentihours ?? 0), 0) !== dueCentihours;
}

/**
 * The part of each member, in hundredths of an hour, in the order given: they always add up to the obligation, whatever it becomes.
 * Fixed hours that no more make it are its proportions; nobody invoiced yet: the lead owes all. Rule of the house.
 */
export function partsOf({
  mode,
  dueCentihours,
  leadIndex,
  shares,
}: {
  mode: ShareMode;
  dueCentihours: number;
  leadIndex: number;
  shares: readonly Share[];
}): number[] {
  const weights = shares.map((share) => {
    if (mode === 'bps') return share.shareBps ?? 0;
    return mode === 'fixed' ? (share.fixedCentihours ?? 0) : share.invoicedCents;
  });
  return allot(dueCentihours, weights, leadIndex);
}
