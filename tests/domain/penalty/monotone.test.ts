import { daysLate, type ExemptRange, type PenaltyInput, proposePenalty } from '@jonction/domain/penalty/penalty';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = fc.nat(400).map((offset) => addDays('2020-01-01', offset));
const ranges: fc.Arbitrary<ExemptRange[]> = fc.array(
  fc.record({ from: fc.option(day, { freq: 6 }), to: fc.option(day, { freq: 6 }) }),
  { maxLength: 4 },
);
const penalty: fc.Arbitrary<PenaltyInput> = fc.record({
  missingCentihours: fc.nat(200_000),
  perHour: fc.option(
    fc.oneof(
      fc.record({ basis: fc.constant('fixed' as const), cents: fc.nat(30_000) }),
      fc.record({ basis: fc.constant('smic_multiple' as const), multipleHundredths: fc.nat(500) }),
    ),
  ),
  smic: fc.constant([{ from: '2019-01-01', cents: 1003 }]),
  perDay: fc.option(fc.record({ cents: fc.nat(20_000), noticeOn: day, untilOn: day })),
  exempt: ranges,
  day,
  cap: fc.option(fc.record({ bps: fc.nat(10_000), baseCents: fc.nat(100_000_000) })),
});

function centsOf(input: PenaltyInput): number {
  const proposal = proposePenalty(input);
  if (!proposal.ok) throw new Error(proposal.refusal.code);
  return proposal.value.cents;
}

/** Whether a change of any penalty never lowers what is proposed. */
function neverLowers(change: (input: PenaltyInput, by: number) => PenaltyInput): void {
  fc.assert(
    fc.property(penalty, fc.nat(500), (input, by) => {
      expect(centsOf(change(input, by))).toBeGreaterThanOrEqual(centsOf(input));
    }),
  );
}

describe('a penalty never falls', () => {
  it('with more hours missing', () => {
    neverLowers((input, by) => ({ ...input, missingCentihours: input.missingCentihours + by }));
  });

  it('with a dearer hour', () => {
    neverLowers((input, by) => {
      const { perHour } = input;
      if (perHour?.basis === 'fixed') return { ...input, perHour: { ...perHour, cents: perHour.cents + by } };
      if (!perHour) return { ...input, perHour: { basis: 'fixed', cents: by } };
      return { ...input, perHour: { ...perHour, multipleHundredths: perHour.multipleHundredths + by } };
    });
  });

  it('with a higher SMIC', () => {
    neverLowers((input, by) => ({ ...input, smic: [{ from: '2019-01-01', cents: 1003 + by }] }));
  });

  it('with more days late', () => {
    neverLowers(({ perDay, ...input }, by) => ({
      ...input,
      perDay: perDay && { ...perDay, untilOn: addDays(perDay.untilOn, by) },
    }));
  });

  it('with an earlier notice', () => {
    neverLowers(({ perDay, ...input }, by) => ({
      ...input,
      perDay: perDay && { ...perDay, noticeOn: addDays(perDay.noticeOn, -by) },
    }));
  });

  it('with a higher cap, nor without any', () => {
    neverLowers(({ cap, ...input }, by) => ({ ...input, cap: cap && { ...cap, bps: cap.bps + by } }));
    neverLowers((input) => ({ ...input, cap: null }));
  });

  it('with fewer days exempt', () => {
    neverLowers((input, by) => ({ ...input, exempt: (input.exempt ?? []).filter((_, index) => index !== by % 4) }));
  });
});

describe('days late', () => {
  it('add up over any day between: a notice renewed counts no day twice and loses none', () => {
    fc.assert(
      fc.property(day, fc.nat(200), fc.nat(200), ranges, (noticeOn, first, second, exempt) => {
        const between = addDays(noticeOn, first);
        const untilOn = addDays(between, second);
        const parts =
          daysLate({ noticeOn, untilOn: between }, exempt) + daysLate({ noticeOn: between, untilOn }, exempt);
        expect(parts).toBe(daysLate({ noticeOn, untilOn }, exempt));
      }),
    );
  });

  it('do not depend on the order of the exempt ranges, nor on one said twice', () => {
    fc.assert(
      fc.property(day, day, ranges, (noticeOn, untilOn, exempt) => {
        const late = daysLate({ noticeOn, untilOn }, exempt);
        expect(daysLate({ noticeOn, untilOn }, [...exempt].reverse())).toBe(late);
        expect(daysLate({ noticeOn, untilOn }, [...exempt, ...exempt])).toBe(late);
      }),
    );
  });

  it('are never fewer than none, nor more than the days gone by', () => {
    fc.assert(
      fc.property(day, fc.nat(400), ranges, (noticeOn, gone, exempt) => {
        const late = daysLate({ noticeOn, untilOn: addDays(noticeOn, gone) }, exempt);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThanOrEqual(gone);
        expect(daysLate({ noticeOn: addDays(noticeOn, gone), untilOn: noticeOn }, exempt)).toBe(0);
      }),
    );
  });
});

describe('the parts of a penalty', () => {
  it('are those that it would have alone, hours and days, before the cap', () => {
    fc.assert(
      fc.property(penalty, (input) => {
        const free = { ...input, cap: null };
        expect(centsOf(free)).toBe(centsOf({ ...free, perDay: null }) + centsOf({ ...free, perHour: null }));
      }),
    );
  });
});
