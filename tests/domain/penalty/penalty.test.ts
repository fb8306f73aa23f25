import {
  daysLate,
  type ExemptRange,
  ordonnance2020Window,
  type PenaltyInput,
  penaltySchema,
  proposePenalty,
} from '@jonction/domain/penalty/penalty';
import { penaltyWords } from '@jonction/domain/penalty/words';
import { smicRates } from '@jonction/domain/reference/smic';
import { addDays, eachDay } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ask = (facts: Partial<PenaltyInput> = {}): PenaltyInput => ({
  missingCentihours: 1250,
  perHour: { basis: 'fixed', cents: 20_000 },
  day: '2021-06-01',
  ...facts,
});

function centsOf(facts: Partial<PenaltyInput>): number {
  const proposal = proposePenalty(ask(facts));
  if (!proposal.ok) throw new Error(proposal.refusal.code);
  return proposal.value.cents;
}

describe('the penalty of missing hours', () => {
  it.each([
    { missingCentihours: 1250, cents: 20_000, penalty: 250_000 },
    { missingCentihours: 0, cents: 20_000, penalty: 0 },
    { missingCentihours: 1, cents: 50, penalty: 1 },
    { missingCentihours: 1, cents: 49, penalty: 0 },
    { missingCentihours: 33, cents: 6000, penalty: 1980 },
    { missingCentihours: 150, cents: 1, penalty: 2 },
    { missingCentihours: 149, cents: 1, penalty: 1 },
    { missingCentihours: 1250, cents: 0, penalty: 0 },
  ])(
    '$missingCentihours centihours at $cents cents an hour: $penalty cents',
    ({ missingCentihours, cents, penalty }) => {
      expect(centsOf({ missingCentihours, perHour: { basis: 'fixed', cents } })).toBe(penalty);
    },
  );

  it('is nothing where the contract has none per hour', () => {
    expect(centsOf({ perHour: null })).toBe(0);
    expect(centsOf({ perHour: undefined })).toBe(0);
  });
});

describe('the penalty by multiple of the SMIC', () => {
  const smic = [
    { from: '2024-11-01', cents: 1188 },
    { from: '2026-01-01', cents: 1202 },
  ];
  const perHour = (multipleHundredths: number) => ({ basis: 'smic_multiple' as const, multipleHundredths });

  it.each([
    { day: '2025-12-31', penalty: 24_544 },
    { day: '2026-01-01', penalty: 24_833 },
    { day: '2030-01-01', penalty: 24_833 },
    { day: '2024-11-01', penalty: 24_544 },
  ])('takes the rate in force on $day', ({ day, penalty }) => {
    expect(centsOf({ missingCentihours: 1033, perHour: perHour(200), smic, day })).toBe(penalty);
  });

  it('does not depend on the order of the rates', () => {
    const facts = { missingCentihours: 1033, perHour: perHour(200), day: '2025-12-31' };
    expect(centsOf({ ...facts, smic: [...smic].reverse() })).toBe(24_544);
  });

  it('rounds once, at the end: 1.33 x 11.88 € is no whole number of cents', () => {
    // 1000 h x 1.33 x 1188 cents = 1,580,040 cents; an hourly rate rounded first would give 1,580,000.
    const facts = { missingCentihours: 100_000, perHour: perHour(133), smic, day: '2025-01-01' };
    expect(centsOf(facts)).toBe(1_580_040);
  });

  it.each([
    { multipleHundredths: 125, smicCents: 1002, missing: 20, penalty: 251 },
    { multipleHundredths: 125, smicCents: 1001, missing: 20, penalty: 250 },
    { multipleHundredths: 100, smicCents: 50, missing: 1, penalty: 1 },
    { multipleHundredths: 99, smicCents: 50, missing: 1, penalty: 0 },
  ])('rounds half up: $penalty cents', ({ multipleHundredths, smicCents, missing, penalty }) => {
    const rates = [{ from: '2020-01-01', cents: smicCents }];
    expect(centsOf({ missingCentihours: missing, perHour: perHour(multipleHundredths), smic: rates })).toBe(penalty);
  });

  it.each([
    { title: 'before the first rate', rates: smic, day: '2024-10-31' },
    { title: 'without any rate', rates: [], day: '2026-06-01' },
    { title: 'where rates are not given', rates: null, day: '2026-06-01' },
  ])('is refused $title, in words', ({ rates, day }) => {
    for (const missingCentihours of [0, 1000]) {
      const proposal = proposePenalty(ask({ missingCentihours, perHour: perHour(200), smic: rates, day }));
      expect(proposal).toEqual({ ok: false, refusal: { code: 'penalty.no_smic', facts: { day } } });
    }
    expect(sentence(penaltyWords, 'fr', 'penalty.no_smic', { day })).not.toContain('{');
  });

  it('needs no rate where the amount is fixed', () => {
    expect(centsOf({ smic: [] })).toBe(250_000);
  });

  it('works with the rates that come with the product', () => {
    const facts = { missingCentihours: 100, perHour: perHour(100), smic: [...smicRates] };
    expect(centsOf({ ...facts, day: '2025-06-01' })).toBe(1188);
    expect(centsOf({ ...facts, day: '2026-06-01' })).toBe(1202);
  });

  it('says which rate was used', () => {
    const proposal = proposePenalty(ask({ perHour: perHour(100), smic, day: '2026-02-01' }));
    expect(proposal.ok && proposal.value.smicCents).toBe(1202);
  });
});

describe('the days late', () => {
  const late = (noticeOn: string, untilOn: string, exempt: ExemptRange[] = []) =>
    daysLate({ noticeOn, untilOn }, exempt);

  it.each([
    { noticeOn: '2020-07-10', untilOn: '2020-08-15', days: 36 },
    { noticeOn: '2020-07-10', untilOn: '2020-07-11', days: 1 },
    { noticeOn: '2020-07-10', untilOn: '2020-07-10', days: 0 },
    { noticeOn: '2020-07-10', untilOn: '2020-07-01', days: 0 },
    { noticeOn: '2024-02-28', untilOn: '2024-03-01', days: 2 },
    { noticeOn: '2023-02-28', untilOn: '2023-03-01', days: 1 },
    { noticeOn: '2026-03-28', untilOn: '2026-03-30', days: 2 },
    { noticeOn: '2025-12-20', untilOn: '2026-01-10', days: 21 },
  ])('go from the day after $noticeOn to $untilOn: $days', ({ noticeOn, untilOn, days }) => {
    expect(late(noticeOn, untilOn)).toBe(days);
  });

  it.each([
    { title: 'the window of the ordonnance', exempt: [ordonnance2020Window], days: 23 },
    { title: 'one day', exempt: [{ from: '2020-08-01', to: '2020-08-01' }], days: 35 },
    { title: 'a range outside', exempt: [{ from: '2021-01-01', to: '2021-02-01' }], days: 36 },
    {
      title: 'the day of the notice, which is not counted anyway',
      exempt: [{ from: '2020-07-10', to: '2020-07-10' }],
      days: 36,
    },
    { title: 'the first day', exempt: [{ from: '2020-07-11', to: '2020-07-11' }], days: 35 },
    { title: 'the last day', exempt: [{ from: '2020-08-15', to: '2020-08-20' }], days: 35 },
    { title: 'everything', exempt: [{ from: '2020-01-01', to: '2020-12-31' }], days: 0 },
    {
      title: 'two ranges that overlap, their common days once',
      exempt: [
        { from: '2020-07-15', to: '2020-07-20' },
        { from: '2020-07-18', to: '2020-07-25' },
      ],
      days: 25,
    },
    {
      title: 'one range within another',
      exempt: [
        { from: '2020-07-15', to: '2020-07-31' },
        { from: '2020-07-18', to: '2020-07-19' },
      ],
      days: 19,
    },
    {
      title: 'two ranges that touch',
      exempt: [
        { from: '2020-07-15', to: '2020-07-20' },
        { from: '2020-07-21', to: '2020-07-25' },
      ],
      days: 25,
    },
    { title: 'a range open at its end', exempt: [{ from: '2020-08-01', to: null }], days: 21 },
    { title: 'a range open at its start', exempt: [{ to: '2020-07-31' }], days: 15 },
    { title: 'a range open at both ends', exempt: [{}], days: 0 },
    {
      title: 'a range given backwards, which holds no day',
      exempt: [{ from: '2020-08-10', to: '2020-08-01' }],
      days: 36,
    },
  ])('leave out $title', ({ exempt, days }) => {
    expect(late('2020-07-10', '2020-08-15', exempt)).toBe(days);
    expect(late('2020-07-10', '2020-08-15', [...exempt].reverse())).toBe(days);
  });

  it('are those that a calendar counts, for any ranges', () => {
    const day = fc.nat(120).map((offset) => addDays('2020-06-01', offset));
    const range = fc.record({ from: fc.option(day), to: fc.option(day) });
    fc.assert(
      fc.property(day, day, fc.array(range, { maxLength: 5 }), (noticeOn, untilOn, exempt) => {
        const counted = eachDay(addDays(noticeOn, 1), untilOn).filter(
          (date) => !exempt.some(({ from, to }) => (from ?? '0') <= date && date <= (to ?? '9')),
        );
        expect(late(noticeOn, untilOn, exempt)).toBe(counted.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the proposal', () => {
  const perDay = { cents: 7500, noticeOn: '2020-07-10', untilOn: '2020-08-15' };

  it('adds up hours and days', () => {
    expect(proposePenalty(ask({ perDay }))).toEqual({
      ok: true,
      value: {
        cents: 250_000 + 36 * 7500,
        hoursCents: 250_000,
        daysCents: 270_000,
        daysCounted: 36,
        smicCents: null,
        capCents: null,
      },
    });
  });

  it.each([
    { cap: { bps: 1000, baseCents: 1_500_000 }, cents: 150_000 },
    { cap: { bps: 2000, baseCents: 1_234_567 }, cents: 246_913 },
    { cap: { bps: 10_000, baseCents: 520_000 }, cents: 520_000 },
    { cap: { bps: 10_000, baseCents: 519_999 }, cents: 519_999 },
    { cap: { bps: 10_000, baseCents: 10_000_000 }, cents: 520_000 },
    { cap: { bps: 0, baseCents: 10_000_000 }, cents: 0 },
    { cap: { bps: 1, baseCents: 9999 }, cents: 0 },
    { cap: null, cents: 520_000 },
  ])('is held under $cap, floored: $cents cents', ({ cap, cents }) => {
    expect(centsOf({ perDay, cap })).toBe(cents);
  });

  it('takes its day for the SMIC alone: the days late stay the same', () => {
    expect(centsOf({ perDay, day: '2019-01-01' })).toBe(centsOf({ perDay, day: '2030-01-01' }));
  });

  it('exempts days, never missing hours', () => {
    expect(centsOf({ exempt: [{}] })).toBe(250_000);
    expect(centsOf({ exempt: [{}], perDay })).toBe(250_000);
  });

  it('keeps its cents on amounts that a float would lose', () => {
    const perHour = { basis: 'fixed' as const, cents: 900_719_925 };
    expect(centsOf({ missingCentihours: 900_719_925, perHour })).toBe(8_112_963_832_920_056);
  });

  it('never exceeds the cap, and never grows with one more exempt range', () => {
    const day = fc.nat(60).map((offset) => addDays('2020-07-10', offset));
    const range = fc.record({ from: day, to: day });
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.array(range, { maxLength: 3 }),
        range,
        fc.nat(10_000),
        (missing, some, more, bps) => {
          const cap = { bps, baseCents: 1_000_000 };
          const facts = { missingCentihours: missing, perDay };
          expect(centsOf({ ...facts, exempt: some, cap })).toBeLessThanOrEqual(Math.floor((bps * 1_000_000) / 10_000));
          expect(centsOf({ ...facts, exempt: [...some, more] })).toBeLessThanOrEqual(
            centsOf({ ...facts, exempt: some }),
          );
        },
      ),
    );
  });
});

describe('the shape of a penalty', () => {
  it('is kept as given', () => {
    const input = ask({ exempt: [ordonnance2020Window], cap: { bps: 2000, baseCents: 1 } });
    expect(penaltySchema.parse(input)).toEqual(input);
  });

  it.each([
    { title: 'half a centihour', facts: { missingCentihours: 0.5 } },
    { title: 'negative hours', facts: { missingCentihours: -1 } },
    { title: 'an unknown basis', facts: { perHour: { basis: 'guess', cents: 1 } } },
    { title: 'a multiple without its figure', facts: { perHour: { basis: 'smic_multiple' } } },
    { title: 'a SMIC of zero', facts: { smic: [{ from: '2026-01-01', cents: 0 }] } },
    { title: 'a day that does not exist', facts: { day: '2021-02-29' } },
    { title: 'days late without their end', facts: { perDay: { cents: 1, noticeOn: '2021-01-01' } } },
  ])('refuses $title', ({ facts }) => {
    expect(penaltySchema.safeParse({ ...ask(), ...facts }).success).toBe(false);
  });
});
