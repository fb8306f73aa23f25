import { dueHours, type Target, targetModes } from '@jonction/domain/contract/target';
import { targetSentence } from '@jonction/domain/contract/target-sentence';
import { formatHours } from '@jonction/domain/shared/typography';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const french = (target: Target) => plain(targetSentence(target, 'fr'));
const english = (target: Target) => plain(targetSentence(target, 'en'));

const cases: readonly { name: string; target: Target; fr: string; en: string }[] = [
  {
    name: 'hours written in the contract',
    target: { mode: 'fixed', hours: 1_200 },
    fr: 'Volume écrit au contrat : 1 200 h.',
    en: 'Volume written in the contract: 1,200 h.',
  },
  {
    name: 'a share of labour, the case of the field: a million euros makes 833 hours',
    target: {
      mode: 'labour_share',
      amountCents: 100_000_000,
      labourShareBps: 5_000,
      hourlyCostCents: 3_000,
      effortBps: 500,
    },
    fr: '1 000 000 € × 50 % de main-d’œuvre ÷ 30 € de l’heure × 5 % d’effort = 833 h.',
    en: '€1,000,000 × 50% of labour ÷ €30 an hour × 5% of effort = 833 h.',
  },
  {
    name: 'a share of labour with a part of a percent and of a euro',
    target: {
      mode: 'labour_share',
      amountCents: 12_345_650,
      labourShareBps: 7_250,
      hourlyCostCents: 2_850,
      effortBps: 750,
    },
    fr: '123 456,50 € × 72,5 % de main-d’œuvre ÷ 28,50 € de l’heure × 7,5 % d’effort = 236 h.',
    en: '€123,456.50 × 72.5% of labour ÷ €28.50 an hour × 7.5% of effort = 236 h.',
  },
  {
    name: 'a share of the hours worked',
    target: { mode: 'percent_hours', workedCentihours: 1_234_550, effortBps: 1_000 },
    fr: '12 345,5 h travaillées × 10 % d’effort = 1 235 h.',
    en: '12,345.5 h worked × 10% of effort = 1,235 h.',
  },
  {
    name: 'an hour a step beyond a trigger: 400 hours for 3.5 million',
    target: {
      mode: 'per_tranche',
      trigger: 'marginal',
      invoicedCents: 350_000_000,
      triggerCents: 270_000_000,
      stepCents: 200_000,
    },
    fr: '(3 500 000 € facturés − seuil de 2 700 000 €) ÷ 2 000 € par heure, tranches entières = 400 h.',
    en: '(€3,500,000 invoiced − trigger of €2,700,000) ÷ €2,000 per hour, whole steps = 400 h.',
  },
  {
    name: 'an hour a step of all, once the trigger is reached',
    target: {
      mode: 'per_tranche',
      trigger: 'cliff',
      invoicedCents: 350_000_000,
      triggerCents: 270_000_000,
      stepCents: 200_000,
    },
    fr: '3 500 000 € facturés ÷ 2 000 € par heure, dès que le seuil de 2 700 000 € est atteint = 1 750 h.',
    en: '€3,500,000 invoiced ÷ €2,000 per hour, once the trigger of €2,700,000 is reached = 1,750 h.',
  },
  {
    name: 'nothing below the trigger',
    target: {
      mode: 'per_tranche',
      trigger: 'cliff',
      invoicedCents: 269_999_999,
      triggerCents: 270_000_000,
      stepCents: 200_000,
    },
    fr: '2 699 999,99 € facturés ÷ 2 000 € par heure, dès que le seuil de 2 700 000 € est atteint = 0 h.',
    en: '€2,699,999.99 invoiced ÷ €2,000 per hour, once the trigger of €2,700,000 is reached = 0 h.',
  },
  {
    name: 'what is invoiced below zero, where credit notes are more',
    target: { mode: 'per_tranche', trigger: 'marginal', invoicedCents: -50_000, triggerCents: 0, stepCents: 200_000 },
    fr: '(−500 € facturés − seuil de 0 €) ÷ 2 000 € par heure, tranches entières = 0 h.',
    en: '(−€500 invoiced − trigger of €0) ÷ €2,000 per hour, whole steps = 0 h.',
  },
  {
    name: 'hours a year, over months',
    target: { mode: 'per_year', hoursPerYear: 1_600, months: 30 },
    fr: '1 600 h par an × 30 mois ÷ 12 = 4 000 h.',
    en: '1,600 h a year × 30 months ÷ 12 = 4,000 h.',
  },
  {
    name: 'hours offered over the floor',
    target: { mode: 'offered', floorHours: 400, offeredHours: 650 },
    fr: 'Le plus grand du plancher (400 h) et de l’offre (650 h) = 650 h.',
    en: 'The greater of the floor (400 h) and the offer (650 h) = 650 h.',
  },
  {
    name: 'the floor where less is offered',
    target: { mode: 'offered', floorHours: 400, offeredHours: 0 },
    fr: 'Le plus grand du plancher (400 h) et de l’offre (0 h) = 400 h.',
    en: 'The greater of the floor (400 h) and the offer (0 h) = 400 h.',
  },
];

const cleaning = {
  ...{ mode: 'pact_proprete', amountCents: 120_000_000, months: 48, transferredCentihoursPerMonth: 80_000 },
  ...{ hourlyCostCents: 2_500, effortBps: 500 },
} as const satisfies Target;

describe('the formula of a target in words', () => {
  it.each(cases)('says $name', ({ target, fr, en }) => {
    expect(french(target)).toBe(fr);
    expect(english(target)).toBe(en);
  });

  it('says what room is left once the staff taken over is counted', () => {
    const text = french(cleaning);
    expect(text).toContain('800 h reprises par mois × 25 €');
    expect(text).toContain('÷ (1 200 000 € ÷ 48 mois)');
    expect(text).toContain('P × 1 200 000 € ÷ 25 € × 5 % d’effort = 480 h (zéro sous 150 h).');
    expect(english(cleaning)).toContain('= 480 h (none under 150 h).');
  });

  it('says nought where that room is too small, or is none', () => {
    expect(french({ ...cleaning, effortBps: 156 })).toContain('= 0 h (zéro');
    expect(french({ ...cleaning, effortBps: 157 })).toContain('= 151 h (zéro');
    expect(french({ ...cleaning, transferredCentihoursPerMonth: 100_000 })).toContain('= 0 h (zéro');
  });

  it('has a sentence for every way of setting a target', () => {
    expect([...new Set([...cases.map(({ target }) => target.mode), cleaning.mode])].toSorted()).toEqual(
      [...targetModes].toSorted(),
    );
  });

  it('leaves no fact unsaid, in either language', () => {
    for (const { target } of [...cases, { target: cleaning }])
      for (const text of [french(target), english(target)]) expect(text).not.toMatch(/[{}]|undefined|NaN/);
  });

  it('ends with the hours that are due, whatever the figures', () => {
    const bps = fc.nat(10_000);
    const cents = fc.nat(1_000_000_000);
    const divisor = fc.integer({ min: 1, max: 10_000_000 });
    const targets: fc.Arbitrary<Target> = fc.oneof(
      fc.record({ mode: fc.constant('fixed' as const), hours: fc.nat(1_000_000) }),
      fc.record({
        ...{ mode: fc.constant('labour_share' as const), amountCents: cents, labourShareBps: bps },
        ...{ hourlyCostCents: divisor, effortBps: bps },
      }),
      fc.record({ mode: fc.constant('percent_hours' as const), workedCentihours: cents, effortBps: bps }),
      fc.record({
        ...{
          mode: fc.constant('per_tranche' as const),
          trigger: fc.constantFrom('marginal' as const, 'cliff' as const),
        },
        ...{
          invoicedCents: fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
          triggerCents: cents,
          stepCents: divisor,
        },
      }),
      fc.record({ mode: fc.constant('per_year' as const), hoursPerYear: fc.nat(100_000), months: fc.nat(600) }),
      fc.record({ mode: fc.constant('offered' as const), floorHours: fc.nat(100_000), offeredHours: fc.nat(100_000) }),
    );
    fc.assert(
      fc.property(targets, fc.constantFrom('fr' as const, 'en' as const), (target, locale) => {
        const result = formatHours(100 * dueHours(target), locale);
        expect(targetSentence(target, locale).endsWith(`${result}.`)).toBe(true);
      }),
    );
  });
});
