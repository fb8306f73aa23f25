import { clauseInputSchema, withCategories } from '@jonction/domain/contract/clause';
import { targetSentence } from '@jonction/domain/contract/target-sentence';
import { type CategorySet, categorySetOn } from '@jonction/domain/eligibility/category';
import { describe, expect, it } from 'vitest';

const setOf = (...codes: string[]): CategorySet => ({
  id: 'contract',
  title: 'Publics',
  source: 'CCAP',
  categories: codes.map((code) => ({ code })),
});
const codesOn = (sets: readonly CategorySet[], day: string) =>
  categorySetOn(sets, day)?.categories.map(({ code }) => code);

describe('the people whom a clause accepts', () => {
  it('are those of its list from the beginning', () => {
    expect(codesOn(withCategories([], setOf('RSA'), '2024-06-01'), '2020-01-01')).toEqual(['RSA']);
  });

  it('change from a day on, and stay what they were before', () => {
    const changed = withCategories(withCategories([], setOf('RSA'), '2024-01-01'), setOf('QPV'), '2024-06-01');
    expect([codesOn(changed, '2024-05-31'), codesOn(changed, '2024-06-01')]).toEqual([['RSA'], ['QPV']]);
  });

  it('corrected twice in a day are those of the last correction', () => {
    const first = withCategories(withCategories([], setOf('RSA'), '2024-01-01'), setOf('QPV'), '2024-06-01');
    const again = withCategories(first, setOf('AAH'), '2024-06-01');
    expect([codesOn(again, '2024-05-31'), codesOn(again, '2024-06-01')]).toEqual([['RSA'], ['AAH']]);
  });

  it('written again the same, in another order, change nothing', () => {
    const sets = withCategories([], setOf('RSA', 'QPV'), '2024-01-01');
    expect(withCategories(sets, setOf('QPV', 'RSA'), '2024-06-01')).toEqual(sets);
  });
});

describe('a clause as it is written', () => {
  const input = {
    lotId: crypto.randomUUID(),
    kind: 'execution',
    target: { mode: 'fixed', hours: 10 },
    categoryCodes: ['RSA'],
    hourBasis: 'worked',
    startsOn: '2024-02-01',
    endsOn: '2024-01-31',
    penalty: null,
  };
  it('ends no earlier than it begins', () => {
    const parsed = clauseInputSchema.safeParse(input);
    expect(parsed.error?.issues).toMatchObject([{ path: ['endsOn'], message: 'contract.clause_period_reversed' }]);
    expect(clauseInputSchema.safeParse({ ...input, endsOn: '2024-02-01' }).success).toBe(true);
  });
});

describe('the formula of a target in words', () => {
  it.each([
    [{ mode: 'fixed', hours: 420 }, 'Volume written in the contract: 420 h.'],
    [
      {
        mode: 'per_tranche',
        trigger: 'marginal',
        invoicedCents: 350_000_000,
        triggerCents: 270_000_000,
        stepCents: 200_000,
      },
      '(€3,500,000 invoiced − trigger of €2,700,000) ÷ €2,000 per hour, whole steps = 400 h.',
    ],
    [{ mode: 'per_year', hoursPerYear: 1_600, months: 18 }, '1,600 h a year × 18 months ÷ 12 = 2,400 h.'],
    [
      { mode: 'offered', floorHours: 100, offeredHours: 150 },
      'The greater of the floor (100 h) and the offer (150 h) = 150 h.',
    ],
    [{ mode: 'percent_hours', workedCentihours: 1_000_000, effortBps: 500 }, '10,000 h worked × 5% of effort = 500 h.'],
  ] as const)('%o', (target, expected) => {
    expect(targetSentence(target, 'en').replaceAll(/\s/g, ' ')).toBe(expected);
  });

  it('is said in French too, with the floor of PACT Propreté', () => {
    const said = targetSentence(
      {
        mode: 'pact_proprete',
        amountCents: 120_000_000,
        months: 48,
        transferredCentihoursPerMonth: 80_000,
        hourlyCostCents: 2_500,
        effortBps: 500,
      },
      'fr',
    );
    expect(said.replaceAll(/\s/g, ' ')).toContain('= 480 h (zéro sous 150 h).');
  });
});
