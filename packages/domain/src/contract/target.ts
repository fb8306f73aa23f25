import { z } from 'zod';
import { floorDivide, roundHalfUp, toSafeNumber } from '../shared/rational.ts';

/** How a clause sets the hours that its holder owes. */
export const targetModes = [
  'fixed',
  'labour_share',
  'percent_hours',
  'per_tranche',
  'pact_proprete',
  'per_year',
  'offered',
] as const;
export type TargetMode = (typeof targetModes)[number];

const amount = z.int().nonnegative();
const divisor = z.int().positive({ error: 'contract.target_divisor_not_positive' });

/**
 * The target of a clause, with the inputs that the buyer can defend it with. Amounts in cents HT, shares in basis points,
 * hours worked in hundredths. A divisor that is not above zero is refused here, at entry.
 */
export const targetSchema = z.discriminatedUnion('mode', [
  /** Hours written in the CCAP. */
  z.object({ mode: z.literal('fixed'), hours: amount }),
  /** Amount x labour share / cost of an hour x effort (usage of the field: 1 M€ x 50 % / 30 € x 5 % = 833 h). */
  z.object({
    mode: z.literal('labour_share'),
    amountCents: amount,
    labourShareBps: amount,
    hourlyCostCents: divisor,
    effortBps: amount,
  }),
  /** A share of the hours worked on the contract (charte nationale d'insertion NPNRU: 5 %, 10 %). */
  z.object({ mode: z.literal('percent_hours'), workedCentihours: amount, effortBps: amount }),
  /**
   * One hour a step invoiced: `marginal` beyond the trigger, `cliff` on the whole once the trigger is reached. The
   * published clause 21BAM048 (2021) can be read both ways. Credit notes may bring the invoiced below zero.
   */
  z.object({
    mode: z.literal('per_tranche'),
    trigger: z.enum(['marginal', 'cliff']),
    invoicedCents: z.int(),
    triggerCents: amount,
    stepCents: divisor,
  }),
  /** PACT Propreté: room left once the staff taken over is counted. Amount and months divide. */
  z.object({
    mode: z.literal('pact_proprete'),
    amountCents: divisor,
    months: divisor,
    transferredCentihoursPerMonth: amount,
    hourlyCostCents: divisor,
    effortBps: amount,
  }),
  z.object({ mode: z.literal('per_year'), hoursPerYear: amount, months: amount }),
  /** Hours offered as an award criterion; the CCAP's floor holds (CCP R2152-7). */
  z.object({ mode: z.literal('offered'), floorHours: amount, offeredHours: amount }),
]);

export type Target = z.infer<typeof targetSchema>;
type TargetOf<Mode extends TargetMode> = Extract<Target, { mode: Mode }>;

const wholeBps = 10_000n;

/** Below this many hours PACT Propreté advises against a clause; tested before rounding. */
const pactFloorHours = 150n;

/**
 * Hours due, in whole hours: exact fractions, rounded half up once at the end (`per_tranche` floors: a tranche
 * counts when it is complete). The formulas are the field's, the rounding is the house's.
 */
export function dueHours(target: Target): number {
  switch (target.mode) {
    case 'fixed':
      return target.hours;
    case 'labour_share':
      return toSafeNumber(
        roundHalfUp(
          BigInt(target.amountCents) * BigInt(target.labourShareBps) * BigInt(target.effortBps),
          BigInt(target.hourlyCostCents) * wholeBps * wholeBps,
        ),
      );
    case 'percent_hours':
      return toSafeNumber(roundHalfUp(BigInt(target.effortBps) * BigInt(target.workedCentihours), 100n * wholeBps));
    case 'per_tranche':
      return trancheHours(target);
    case 'pact_proprete':
      return pactHours(target);
    case 'per_year':
      return toSafeNumber(roundHalfUp(BigInt(target.hoursPerYear) * BigInt(target.months), 12n));
    case 'offered':
      return Math.max(target.floorHours, target.offeredHours);
  }
}

function trancheHours({ trigger, invoicedCents, triggerCents, stepCents }: TargetOf<'per_tranche'>): number {
  if (invoicedCents < triggerCents) return 0;
  const counted = BigInt(invoicedCents) - (trigger === 'marginal' ? BigInt(triggerCents) : 0n);
  return toSafeNumber(floorDivide(counted, BigInt(stepCents)));
}

/**
 * P = 1 - (S x C) / (A / N), H = P x A / C x T, over one denominator: with S in hundredths of an hour,
 * H = (100 A - S C N) x T / (100 C x 10,000). P <= 0 leaves no room for a clause.
 */
function pactHours(target: TargetOf<'pact_proprete'>): number {
  const cost = BigInt(target.hourlyCostCents);
  const taken = BigInt(target.transferredCentihoursPerMonth) * cost * BigInt(target.months);
  const room = 100n * BigInt(target.amountCents) - taken;
  if (room <= 0n) return 0;
  const numerator = room * BigInt(target.effortBps);
  const denominator = 100n * cost * wholeBps;
  if (numerator < pactFloorHours * denominator) return 0;
  return toSafeNumber(roundHalfUp(numerator, denominator));
}
