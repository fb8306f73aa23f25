import { type PenaltyInput, proposePenalty } from '@jonction/domain/penalty/penalty';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The penalty by a calendar ticked day by day and fractions over one million; null when it is refused. */
function naivePenalty(input: PenaltyInput): number | null {
  let hours = 0n;
  if (input.perHour?.basis === 'fixed') {
    hours = halfUp(BigInt(input.missingCentihours) * BigInt(input.perHour.cents) * 10_000n);
  }
  if (input.perHour?.basis === 'smic_multiple') {
    const past = (input.smic ?? []).filter(({ from }) => from <= input.day);
    past.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    const smic = past.at(-1);
    if (!smic) return null;
    hours = halfUp(
      BigInt(input.missingCentihours) * BigInt(input.perHour.multipleHundredths) * BigInt(smic.cents) * 100n,
    );
  }
  let days = 0n;
  if (input.perDay) {
    for (let day = addDays(input.perDay.noticeOn, 1); day <= input.perDay.untilOn; day = addDays(day, 1)) {
      const exempt = (input.exempt ?? []).some(({ from, to }) => (!from || from <= day) && (!to || day <= to));
      if (!exempt) days += BigInt(input.perDay.cents);
    }
  }
  const sum = hours + days;
  if (!input.cap) return Number(sum);
  const cap = (BigInt(input.cap.baseCents) * BigInt(input.cap.bps)) / 10_000n;
  return Number(sum < cap ? sum : cap);
}

/** Millionths to units, the half going up. */
function halfUp(millionths: bigint): bigint {
  const [whole, rest] = [millionths / 1_000_000n, millionths % 1_000_000n];
  return rest >= 500_000n ? whole + 1n : whole;
}

const day = fc.nat(200).map((offset) => addDays('2020-03-01', offset));
const range = fc.record({ from: fc.option(day), to: fc.option(day) });
const anyPenalty: fc.Arbitrary<PenaltyInput> = fc.record({
  missingCentihours: fc.nat(500_000),
  perHour: fc.option(
    fc.oneof(
      fc.record({ basis: fc.constant('fixed' as const), cents: fc.nat(30_000) }),
      fc.record({ basis: fc.constant('smic_multiple' as const), multipleHundredths: fc.nat(400) }),
    ),
  ),
  smic: fc.uniqueArray(fc.record({ from: day, cents: fc.integer({ min: 1, max: 2000 }) }), {
    selector: ({ from }) => from,
    maxLength: 3,
  }),
  perDay: fc.option(fc.record({ cents: fc.nat(20_000), noticeOn: day, untilOn: day })),
  exempt: fc.option(fc.array(range, { maxLength: 4 })),
  day,
  cap: fc.option(fc.record({ bps: fc.nat(10_000), baseCents: fc.nat(100_000_000) })),
});

describe('a slow second reading of the penalty', () => {
  it('gives the same cents, or the same refusal, for any contract and any facts', () => {
    fc.assert(
      fc.property(anyPenalty, (input) => {
        const proposal = proposePenalty(input);
        expect(proposal.ok ? proposal.value.cents : null).toBe(naivePenalty(input));
      }),
      { numRuns: 2000 },
    );
  });

  it('is explained by its parts', () => {
    fc.assert(
      fc.property(anyPenalty, (input) => {
        const proposal = proposePenalty(input);
        if (!proposal.ok) return;
        const { cents, hoursCents, daysCents, daysCounted, capCents } = proposal.value;
        expect(cents).toBe(Math.min(hoursCents + daysCents, capCents ?? Number.POSITIVE_INFINITY));
        expect(daysCents).toBe(daysCounted * (input.perDay?.cents ?? 0));
        expect(cents).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
