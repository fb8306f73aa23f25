import { dueHours, type Target, targetModes, targetSchema } from '@jonction/domain/contract/target';
import { targetWords } from '@jonction/domain/contract/target-words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naiveDueHours } from './naive-target.ts';

type Labour = Extract<Target, { mode: 'labour_share' }>;
type Tranche = Extract<Target, { mode: 'per_tranche' }>;
type Pact = Extract<Target, { mode: 'pact_proprete' }>;

const labour = (facts: Partial<Labour> = {}): Labour => ({
  mode: 'labour_share',
  amountCents: 100_000_000,
  labourShareBps: 5000,
  hourlyCostCents: 3000,
  effortBps: 500,
  ...facts,
});

const tranche = (facts: Partial<Tranche> = {}): Tranche => ({
  mode: 'per_tranche',
  trigger: 'marginal',
  invoicedCents: 350_000_000,
  triggerCents: 270_000_000,
  stepCents: 200_000,
  ...facts,
});

const pact = (facts: Partial<Pact> = {}): Pact => ({
  mode: 'pact_proprete',
  amountCents: 120_000_000,
  months: 48,
  transferredCentihoursPerMonth: 80_000,
  hourlyCostCents: 2500,
  effortBps: 500,
  ...facts,
});

describe('hours fixed in the contract', () => {
  it.each([0, 1, 420, 9_007_199_254_740_991])('are due as they are written: %d', (hours) => {
    expect(dueHours({ mode: 'fixed', hours })).toBe(hours);
  });
});

describe('hours by labour share', () => {
  it('are amount x share / cost of an hour x effort: 833 for 1 M€, 50 %, 30 €, 5 %', () => {
    expect(dueHours(labour())).toBe(833);
  });

  it.each([
    {
      title: 'exactly a half goes up',
      facts: { amountCents: 7_500_000, hourlyCostCents: 2500, effortBps: 510 },
      hours: 77,
    },
    {
      title: 'a cent less goes down',
      facts: { amountCents: 7_499_999, hourlyCostCents: 2500, effortBps: 510 },
      hours: 76,
    },
    { title: 'nothing of nothing', facts: { amountCents: 0 }, hours: 0 },
    { title: 'no labour', facts: { labourShareBps: 0 }, hours: 0 },
    { title: 'no effort', facts: { effortBps: 0 }, hours: 0 },
    { title: 'half an hour', facts: { amountCents: 60_000, labourShareBps: 10_000, effortBps: 250 }, hours: 1 },
    {
      title: 'just under half an hour',
      facts: { amountCents: 59_999, labourShareBps: 10_000, effortBps: 250 },
      hours: 0,
    },
    { title: 'an effort of the whole', facts: { labourShareBps: 10_000, effortBps: 10_000 }, hours: 33_333 },
  ])('$title: $hours h', ({ facts, hours }) => {
    expect(dueHours(labour(facts))).toBe(hours);
  });

  it('keep their cents on amounts that a float would lose', () => {
    // 90,071,992,547,409.91 € x 99.99 % / 0.01 € x 0.01 %: the product has 24 digits.
    const facts = { amountCents: 9_007_199_254_740_991, labourShareBps: 9999, hourlyCostCents: 1, effortBps: 1 };
    expect(dueHours(labour(facts))).toBe(900_629_853_482);
  });
});

describe('hours by percentage of the hours worked', () => {
  it.each([
    { workedCentihours: 1_234_567, effortBps: 500, hours: 617 },
    { workedCentihours: 1000, effortBps: 500, hours: 1 },
    { workedCentihours: 999, effortBps: 500, hours: 0 },
    { workedCentihours: 10_000, effortBps: 10_000, hours: 100 },
    { workedCentihours: 0, effortBps: 500, hours: 0 },
    { workedCentihours: 3000, effortBps: 500, hours: 2 },
    { workedCentihours: 2999, effortBps: 500, hours: 1 },
  ])('$effortBps bps of $workedCentihours centihours: $hours h', ({ hours, ...facts }) => {
    expect(dueHours({ mode: 'percent_hours', ...facts })).toBe(hours);
  });
});

describe('hours by tranche invoiced', () => {
  it.each([
    { trigger: 'marginal', invoicedCents: 350_000_000, hours: 400 },
    { trigger: 'cliff', invoicedCents: 350_000_000, hours: 1750 },
    { trigger: 'marginal', invoicedCents: 270_000_000, hours: 0 },
    { trigger: 'cliff', invoicedCents: 270_000_000, hours: 1350 },
    { trigger: 'marginal', invoicedCents: 269_999_999, hours: 0 },
    { trigger: 'cliff', invoicedCents: 269_999_999, hours: 0 },
    { trigger: 'marginal', invoicedCents: 270_199_999, hours: 0 },
    { trigger: 'marginal', invoicedCents: 270_200_000, hours: 1 },
    { trigger: 'cliff', invoicedCents: 270_199_999, hours: 1350 },
    { trigger: 'cliff', invoicedCents: 270_200_000, hours: 1351 },
    { trigger: 'marginal', invoicedCents: -5_000_000, hours: 0 },
    { trigger: 'cliff', invoicedCents: -5_000_000, hours: 0 },
    { trigger: 'marginal', invoicedCents: 0, hours: 0 },
  ] as const)('$trigger, $invoicedCents cents invoiced: $hours h', ({ hours, ...facts }) => {
    expect(dueHours(tranche(facts))).toBe(hours);
  });

  it('count whole tranches only, never rounded up', () => {
    const facts = { triggerCents: 0, stepCents: 200_000 };
    expect(dueHours(tranche({ ...facts, invoicedCents: 399_999 }))).toBe(1);
    expect(dueHours(tranche({ ...facts, invoicedCents: 400_000 }))).toBe(2);
  });

  it('read both ways alike without a trigger', () => {
    for (const invoicedCents of [0, 1, 199_999, 200_000, 123_456_789, -1, -400_000]) {
      const facts = { invoicedCents, triggerCents: 0 };
      expect(dueHours(tranche({ ...facts, trigger: 'cliff' }))).toBe(dueHours(tranche(facts)));
    }
  });

  it('owe nothing when credit notes bring the invoiced below zero and there is no trigger', () => {
    expect(dueHours(tranche({ invoicedCents: -1, triggerCents: 0, trigger: 'cliff' }))).toBe(0);
  });
});

describe('hours by PACT Propreté', () => {
  it.each([
    { title: 'the example of the field', facts: {}, hours: 480 },
    { title: 'no room at all', facts: { transferredCentihoursPerMonth: 100_000 }, hours: 0 },
    { title: 'staff beyond the amount', facts: { transferredCentihoursPerMonth: 200_000 }, hours: 0 },
    { title: 'nobody taken over', facts: { transferredCentihoursPerMonth: 0 }, hours: 2400 },
    { title: 'no effort', facts: { effortBps: 0 }, hours: 0 },
  ])('$title: $hours h', ({ facts, hours }) => {
    expect(dueHours(pact(facts))).toBe(hours);
  });

  it('test the 150 h before rounding: 149.6 h are none, 150 h are 150', () => {
    const facts = { months: 12, transferredCentihoursPerMonth: 40_000 };
    expect(dueHours(pact({ ...facts, amountCents: 19_480_000 }))).toBe(0);
    expect(dueHours(pact({ ...facts, amountCents: 19_499_999 }))).toBe(0);
    expect(dueHours(pact({ ...facts, amountCents: 19_500_000 }))).toBe(150);
    expect(dueHours(pact({ ...facts, amountCents: 19_524_999 }))).toBe(150);
    expect(dueHours(pact({ ...facts, amountCents: 19_525_000 }))).toBe(151);
  });

  it('leave no room when the staff taken over costs exactly the amount', () => {
    // 400 h x 25 € x 12 months = 120,000 €.
    const facts = { months: 12, transferredCentihoursPerMonth: 40_000, effortBps: 10_000 };
    expect(dueHours(pact({ ...facts, amountCents: 12_000_000 }))).toBe(0);
    expect(dueHours(pact({ ...facts, amountCents: 12_000_001 }))).toBe(0);
  });
});

describe('hours by year', () => {
  it.each([
    { hoursPerYear: 1600, months: 30, hours: 4000 },
    { hoursPerYear: 1600, months: 12, hours: 1600 },
    { hoursPerYear: 1, months: 6, hours: 1 },
    { hoursPerYear: 1, months: 5, hours: 0 },
    { hoursPerYear: 100, months: 1, hours: 8 },
    { hoursPerYear: 1606, months: 1, hours: 134 },
    { hoursPerYear: 1600, months: 0, hours: 0 },
  ])('$hoursPerYear h a year for $months months: $hours h', ({ hours, ...facts }) => {
    expect(dueHours({ mode: 'per_year', ...facts })).toBe(hours);
  });
});

describe('hours offered', () => {
  it.each([
    { floorHours: 800, offeredHours: 1100, hours: 1100 },
    { floorHours: 800, offeredHours: 500, hours: 800 },
    { floorHours: 800, offeredHours: 800, hours: 800 },
    { floorHours: 0, offeredHours: 0, hours: 0 },
  ])('$offeredHours above a floor of $floorHours: $hours h', ({ hours, ...facts }) => {
    expect(dueHours({ mode: 'offered', ...facts })).toBe(hours);
  });
});

describe('a target at entry', () => {
  it.each([
    { divisor: 'hourlyCostCents', target: labour() },
    { divisor: 'stepCents', target: tranche() },
    { divisor: 'amountCents', target: pact() },
    { divisor: 'months', target: pact() },
    { divisor: 'hourlyCostCents', target: pact() },
  ])('refuses $target.mode with a zero $divisor, in words', ({ divisor, target }) => {
    for (const value of [0, -1]) {
      const { error } = targetSchema.safeParse({ ...target, [divisor]: value });
      expect(error?.issues).toEqual([expect.objectContaining({ path: [divisor] })]);
      expect(error?.issues[0]?.message).toBe('contract.target_divisor_not_positive');
    }
    expect(hasSentence(targetWords, 'contract.target_divisor_not_positive')).toBe(true);
  });

  it.each([
    { title: 'an unknown mode', target: { mode: 'guess', hours: 3 } },
    { title: 'no mode', target: { hours: 3 } },
    { title: 'half an hour', target: { mode: 'fixed', hours: 0.5 } },
    { title: 'negative hours', target: { mode: 'fixed', hours: -1 } },
    { title: 'hours as text', target: { mode: 'fixed', hours: '420' } },
    { title: 'half a cent', target: labour({ amountCents: 0.5 }) },
    { title: 'a negative share', target: labour({ labourShareBps: -1 }) },
    { title: 'an integer that a double cannot hold', target: { mode: 'fixed', hours: 2 ** 53 } },
    { title: 'a missing input', target: { mode: 'labour_share', amountCents: 1 } },
    { title: 'an unknown trigger', target: { ...tranche(), trigger: 'both' } },
  ])('refuses $title', ({ target }) => {
    expect(targetSchema.safeParse(target).success).toBe(false);
  });

  it.each([labour(), tranche(), pact()])('keeps the inputs of $mode, for the buyer to defend the number', (target) => {
    expect(targetSchema.parse(target)).toEqual(target);
  });

  it('has a name for every mode in both languages', () => {
    for (const mode of targetModes) {
      expect(hasSentence(targetWords, `contract.target_mode_${mode}`)).toBe(true);
      expect(Object.hasOwn(targetWords.en, `contract.target_mode_${mode}`)).toBe(true);
    }
  });
});

const amount = fc.integer({ min: 0, max: 100_000_000_000 });
const bps = fc.integer({ min: 0, max: 10_000 });
const cost = fc.integer({ min: 1, max: 10_000 });

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ mode: fc.constant('fixed' as const), hours: fc.nat(1_000_000) }),
  fc.record({
    mode: fc.constant('labour_share' as const),
    amountCents: amount,
    labourShareBps: bps,
    hourlyCostCents: cost,
    effortBps: bps,
  }),
  fc.record({ mode: fc.constant('percent_hours' as const), workedCentihours: amount, effortBps: bps }),
  fc.record({
    mode: fc.constant('per_tranche' as const),
    trigger: fc.constantFrom('marginal' as const, 'cliff' as const),
    invoicedCents: fc.integer({ min: -1_000_000, max: 100_000_000_000 }),
    triggerCents: fc.constantFrom(0, 1_000_000, 270_000_000),
    stepCents: fc.integer({ min: 1, max: 500_000 }),
  }),
  fc.record({
    mode: fc.constant('pact_proprete' as const),
    amountCents: fc.integer({ min: 1, max: 100_000_000_000 }),
    months: fc.integer({ min: 1, max: 96 }),
    transferredCentihoursPerMonth: fc.nat(1_000_000),
    hourlyCostCents: cost,
    effortBps: bps,
  }),
  fc.record({ mode: fc.constant('per_year' as const), hoursPerYear: fc.nat(100_000), months: fc.nat(240) }),
  fc.record({ mode: fc.constant('offered' as const), floorHours: fc.nat(9999), offeredHours: fc.nat(9999) }),
);

describe('hours due of any target', () => {
  it('are those of a slow second reading of the formulas, in fractions', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        expect(dueHours(target)).toBe(naiveDueHours(target));
      }),
      { numRuns: 2000 },
    );
  });

  it('are whole, never negative, and accepted back at entry', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        const hours = dueHours(target);
        expect(Number.isSafeInteger(hours)).toBe(true);
        expect(hours).toBeGreaterThanOrEqual(0);
        expect(targetSchema.parse(target)).toEqual(target);
      }),
    );
  });

  it('never fall when the amount or the effort grows', () => {
    fc.assert(
      fc.property(amount, amount, bps, bps, cost, (a, b, share, effort, hourly) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const facts = { labourShareBps: share, hourlyCostCents: hourly, effortBps: effort };
        expect(dueHours(labour({ ...facts, amountCents: less }))).toBeLessThanOrEqual(
          dueHours(labour({ ...facts, amountCents: more })),
        );
      }),
    );
  });

  it('never fall when more is invoiced, and cliff never owes less than marginal', () => {
    fc.assert(
      fc.property(amount, amount, fc.nat(300_000_000), fc.integer({ min: 1, max: 500_000 }), (a, b, trigger, step) => {
        const facts = { triggerCents: trigger, stepCents: step };
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        for (const mode of ['marginal', 'cliff'] as const) {
          const due = (invoicedCents: number) => dueHours(tranche({ ...facts, trigger: mode, invoicedCents }));
          expect(due(less)).toBeLessThanOrEqual(due(more));
        }
        const both = { ...facts, invoicedCents: more };
        expect(dueHours(tranche({ ...both, trigger: 'cliff' }))).toBeGreaterThanOrEqual(dueHours(tranche(both)));
      }),
    );
  });

  it('never grow with the staff to take over, and are 0 or at least 150 by PACT Propreté', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), fc.integer({ min: 1, max: 500_000_000 }), (a, b, amountCents) => {
        const due = (transferredCentihoursPerMonth: number) =>
          dueHours(pact({ amountCents, transferredCentihoursPerMonth }));
        expect(due(Math.max(a, b))).toBeLessThanOrEqual(due(Math.min(a, b)));
        expect(due(a) === 0 || due(a) >= 150).toBe(true);
      }),
    );
  });
});
