import { z } from 'zod';
import { type DatedSmic, smicOn, smicSchema } from '../reference/smic.ts';
import { type Day, dayNumber } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { floorDivide, roundHalfUp, toSafeNumber } from '../shared/rational.ts';

/** Days that no penalty counts, both ends included; an absent end is open. */
export const exemptRangeSchema = z.object({ from: daySchema.nullish(), to: daySchema.nullish() });
export type ExemptRange = z.infer<typeof exemptRangeSchema>;

/** No penalty where the emergency kept a firm from performing (ordonnance 2020-319, art. 6, 2° a). */
export const ordonnance2020Window: ExemptRange = { from: '2020-03-12', to: '2020-07-23' };

const cents = z.int().nonnegative();

/** A contract's penalty and the facts it is counted from. Amounts in cents HT. */
export const penaltySchema = z.object({
  missingCentihours: z.int().nonnegative(),
  perHour: z
    .discriminatedUnion('basis', [
      z.object({ basis: z.literal('fixed'), cents }),
      z.object({ basis: z.literal('smic_multiple'), multipleHundredths: z.int().nonnegative() }),
    ])
    .nullish(),
  smic: z.array(smicSchema).nullish(),
  /** Late proof or report: from the day after the formal notice (`noticeOn`) to `untilOn`. */
  perDay: z.object({ cents, noticeOn: daySchema, untilOn: daySchema }).nullish(),
  exempt: z.array(exemptRangeSchema).nullish(),
  /** Only picks the SMIC. */
  day: daySchema,
  cap: z.object({ bps: z.int().nonnegative(), baseCents: cents }).nullish(),
});

export type PenaltyInput = z.infer<typeof penaltySchema>;

/** What is proposed, and how it was counted; a person of the buyer decides, with a reason. */
export interface PenaltyProposal {
  cents: number;
  hoursCents: number;
  daysCents: number;
  daysCounted: number;
  smicCents: number | null;
  capCents: number | null;
}

/**
 * Penalty proposed: hours missing, plus days late less the exempt ones, the sum held under the cap. Exact fractions, one
 * rounding half up for the hours; the cap floors. Refused: `penalty.no_smic` where a multiple of the SMIC is asked for
 * a day that no rate covers.
 */
export function proposePenalty(input: PenaltyInput): Decision<PenaltyProposal, 'penalty.no_smic'> {
  const smic = input.perHour?.basis === 'smic_multiple' ? smicOn(input.smic ?? [], input.day) : null;
  if (input.perHour?.basis === 'smic_multiple' && smic === null) return refused('penalty.no_smic', { day: input.day });
  const hours = hoursPenalty(input, smic);
  const daysCounted = input.perDay ? daysLate(input.perDay, input.exempt ?? []) : 0;
  const days = BigInt(daysCounted) * BigInt(input.perDay?.cents ?? 0);
  const cap = input.cap ? floorDivide(BigInt(input.cap.baseCents) * BigInt(input.cap.bps), 10_000n) : null;
  const sum = hours + days;
  return accepted({
    cents: toSafeNumber(cap !== null && cap < sum ? cap : sum),
    hoursCents: toSafeNumber(hours),
    daysCents: toSafeNumber(days),
    daysCounted,
    smicCents: smic?.cents ?? null,
    capCents: cap === null ? null : toSafeNumber(cap),
  });
}

function hoursPenalty({ missingCentihours, perHour }: PenaltyInput, smic: DatedSmic | null): bigint {
  if (!perHour) return 0n;
  const missing = BigInt(missingCentihours);
  if (perHour.basis === 'fixed') return roundHalfUp(missing * BigInt(perHour.cents), 100n);
  return roundHalfUp(missing * BigInt(perHour.multipleHundredths) * BigInt(smic?.cents ?? 0), 10_000n);
}

/** Days from the day after the notice to `untilOn`, less those of the exempt ranges; a day in two ranges is left out once. */
export function daysLate(
  { noticeOn, untilOn }: { noticeOn: Day; untilOn: Day },
  exempt: readonly ExemptRange[],
): number {
  const last = dayNumber(untilOn);
  let next = dayNumber(noticeOn) + 1;
  let count = 0;
  for (const range of [...exempt].sort((a, b) => startOf(a) - startOf(b))) {
    const from = startOf(range);
    const to = range.to == null ? Number.POSITIVE_INFINITY : dayNumber(range.to);
    if (to < from || to < next) continue;
    if (from > last) break;
    count += Math.max(0, from - next);
    next = to + 1;
  }
  return count + Math.max(0, last - next + 1);
}

function startOf(range: ExemptRange): number {
  return range.from == null ? Number.NEGATIVE_INFINITY : dayNumber(range.from);
}
