import type { Target } from '@jonction/domain/contract/target';
import { dueHours, targetModes, targetSchema } from '@jonction/domain/contract/target';
import { targetSentence } from '@jonction/domain/contract/target-sentence';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';

const pact = {
  mode: 'pact_proprete',
  amountCents: 100_000_000,
  months: 24,
  hourlyCostCents: 2000,
  effortBps: 1000,
} as const;

/** Each formula of a target with its figures, and what it comes to, worked out by hand. */
const cases: readonly (readonly [what: string, target: Target, hours: number, french: string, english: string])[] = [
  [
    'a volume',
    { mode: 'fixed', hours: 1607 },
    1607,
    'Volume écrit au contrat_: 1_607~h.',
    'Volume written in the contract: 1,607~h.',
  ],
  [
    // 1 M€ x 50 % / 30 € x 5 % = 833.33 h.
    'a labour share',
    { mode: 'labour_share', amountCents: 100_000_000, labourShareBps: 5000, hourlyCostCents: 3000, effortBps: 500 },
    833,
    '1_000_000~€ × 50~% de main-d’œuvre ÷ 30~€ de l’heure × 5~% d’effort = 833~h.',
    '€1,000,000 × 50% of labour ÷ €30 an hour × 5% of effort = 833~h.',
  ],
  [
    // The effort is said to its last basis point: 12,000 h x 7.25 % = 870 h.
    'a share of the hours',
    { mode: 'percent_hours', workedCentihours: 1_200_000, effortBps: 725 },
    870,
    '12_000~h travaillées × 7,25~% d’effort = 870~h.',
    '12,000~h worked × 7.25% of effort = 870~h.',
  ],
  [
    // (125,000 - 50,000) / 4,000 = 18.75: eighteen whole steps.
    'steps beyond a trigger',
    {
      mode: 'per_tranche',
      trigger: 'marginal',
      invoicedCents: 12_500_000,
      triggerCents: 5_000_000,
      stepCents: 400_000,
    },
    18,
    '(125_000~€ facturés − seuil de 50_000~€) ÷ 4_000~€ par heure, tranches entières = 18~h.',
    '(€125,000 invoiced − trigger of €50,000) ÷ €4,000 per hour, whole steps = 18~h.',
  ],
  [
    // 125,000 / 4,000 = 31.25.
    'steps on the whole',
    { mode: 'per_tranche', trigger: 'cliff', invoicedCents: 12_500_000, triggerCents: 5_000_000, stepCents: 400_000 },
    31,
    '125_000~€ facturés ÷ 4_000~€ par heure, dès que le seuil de 50_000~€ est atteint = 31~h.',
    '€125,000 invoiced ÷ €4,000 per hour, once the trigger of €50,000 is reached = 31~h.',
  ],
  [
    // 2,000 h a year over 18 months.
    'hours a year',
    { mode: 'per_year', hoursPerYear: 2000, months: 18 },
    3000,
    '2_000~h par an × 18 mois ÷ 12 = 3_000~h.',
    '2,000~h a year × 18 months ÷ 12 = 3,000~h.',
  ],
  [
    'an offer above the floor',
    { mode: 'offered', floorHours: 500, offeredHours: 800 },
    800,
    'Le plus grand du plancher (500~h) et de l’offre (800~h) = 800~h.',
    'The greater of the floor (500~h) and the offer (800~h) = 800~h.',
  ],
  [
    'an offer below the floor',
    { mode: 'offered', floorHours: 500, offeredHours: 0 },
    500,
    'Le plus grand du plancher (500~h) et de l’offre (0~h) = 500~h.',
    'The greater of the floor (500~h) and the offer (0~h) = 500~h.',
  ],
];

describe('the formula of a target', () => {
  it.each(cases)('of %s is said with its figures and its result', (_, target, hours, french, english) => {
    expect(dueHours(target)).toBe(hours);
    expect(seen(targetSentence(target, 'fr'))).toBe(french);
    expect(seen(targetSentence(target, 'en'))).toBe(english);
  });

  it('of staff taken over says the room left, and that little of it is none', () => {
    // A/N = 41,666.67 €; S x C = 1,000 h x 20 € = 20,000 €: P = 0.52; H = 0.52 x 1 M€ / 20 € x 10 % = 2,600 h.
    const half = { ...pact, transferredCentihoursPerMonth: 100_000 };
    expect(dueHours(half)).toBe(2600);
    expect(seen(targetSentence(half, 'fr'))).toBe(
      'Part disponible P = 1 − (1_000~h reprises par mois × 20~€) ÷ (1_000_000~€ ÷ 24 mois)_; P × 1_000_000~€ ÷ 20~€ × 10~% d’effort = 2_600~h (zéro sous 150~h).',
    );
    // 2,080 h a month leave P = 0.0016: 8 h, below the floor of 150 h.
    expect(seen(targetSentence({ ...pact, transferredCentihoursPerMonth: 208_000 }, 'en'))).toMatch(
      /= 0~h \(none under/,
    );
  });

  it('exists for each way of setting hours, in both languages, with no gap', () => {
    const modes = new Set([...cases.map(([, { mode }]) => mode), pact.mode]);
    expect([...modes].sort()).toEqual([...targetModes].sort());
    for (const [, target] of cases) {
      expect(targetSchema.safeParse(target).success).toBe(true);
      for (const locale of ['fr', 'en'] as const)
        expect(targetSentence(target, locale)).not.toMatch(/[{}…]|NaN|undefined/);
    }
  });
});
